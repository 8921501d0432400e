"""What sources state of a body as a whole: its size, and how many women sit there."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import msgspec

from koinon.overview.body_quota import QuotaShown
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.quota.forms import Each, Share
from koinon.rules.rule import Text
from koinon.rules.trace import SourceRef
from koinon.statutes.applied import source_ref
from koinon.statutes.document import Stated, Statute


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure with the time it speaks for and its source."""

    what: Text
    value: Decimal
    qualifier: str
    unit: str
    dated: Bound
    source: SourceRef

    @property
    def qualified(self) -> Reason:
        """The figure as its source says it: about, over, up to."""
        return Reason(f"qualifier.{self.qualifier}", {"value": self.value})

    @property
    def share(self) -> Fraction:
        """A figure in per cent as a share."""
        return Fraction(self.value) / 100


class StatedOfBody(msgspec.Struct, frozen=True, kw_only=True):
    """What is stated up to a day, the latest first.

    ``women`` are shares in per cent; ``asks`` tells whether a rule in force is about genders.
    The register itself notes nobody's gender, so that nothing is counted.
    """

    sizes: tuple[Figure, ...] = ()
    women: tuple[Figure, ...] = ()
    asks: bool = False

    @property
    def has_balance(self) -> bool:
        """Whether there is anything to say of the balance of genders."""
        return self.asks or bool(self.women)


def stated_of(statute: Statute, body: str, day: date, quotas: Sequence[QuotaShown]) -> StatedOfBody:
    """Gather what sources state of a body."""
    begun = [item for item in statute.stated if item.dated.earliest <= day]
    ordered = sorted(begun, key=lambda item: item.dated.latest, reverse=True)
    return StatedOfBody(
        sizes=tuple(_figure(statute, item) for item in ordered if item.body == body),
        women=tuple(_figure(statute, item) for item in ordered if item.women_in == body),
        asks=any(_is_about_gender(quota.item.rule) for quota in quotas),
    )


def stated_of_network(statute: Statute, day: date) -> tuple[Figure, ...]:
    """List what sources state around a network up to a day, bodies apart, the latest first."""
    begun = [it for it in statute.stated if it.dated.earliest <= day]
    others = [it for it in begun if not it.body and not it.women_in]
    ordered = sorted(others, key=lambda it: it.dated.latest, reverse=True)
    return tuple(_figure(statute, item) for item in ordered)


def _figure(statute: Statute, item: Stated) -> Figure:
    return Figure(
        what=item.what,
        value=item.value,
        qualifier=item.qualifier,
        unit=item.unit,
        dated=item.dated,
        source=source_ref(statute, item.source),
    )


def _is_about_gender(rule: object) -> bool:
    return isinstance(rule, Share) or (isinstance(rule, Each) and bool(rule.genders))
