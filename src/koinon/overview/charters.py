"""Which text of a charter a city is bound to, by the day on which it signed."""

from collections.abc import Sequence
from datetime import date

import msgspec

from koinon.history.belief import known
from koinon.overview.names import Named
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.models import Event
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.charter.text import accepted_version
from koinon.rules.rule import Text
from koinon.rules.trace import Trace
from koinon.statutes.applied import applied

SIGNED = "signature"
RENEWED = "renewal"


class AcceptedText(msgspec.Struct, frozen=True, kw_only=True):
    """The text a tie binds to; ``text`` None: not known, and ``reason`` says why."""

    network: Named
    tie: str
    text: str | None
    names: Text
    signed_on: Bound
    reason: Reason | None
    trace: Trace


def texts_accepted(
    ties: Sequence[Tie], day: date, *, known_on: date | None = None
) -> tuple[AcceptedText, ...]:
    """Tell for each signature of a city which text it accepted; one query for what happened."""
    signed = [tie for tie in ties if tie.kind == SIGNED and tie.group != INDIRECT]
    rows = known(
        Event.objects.filter(bond__code__in=[tie.bond for tie in signed], on_earliest__lte=day),
        known_on,
    )
    acts: dict[str, dict[str, list[Bound]]] = {}
    for row in rows.select_related("bond").order_by("on_latest", "number"):
        acts.setdefault(row.bond.code, {}).setdefault(row.code, []).append(row.on)
    found = (_accepted(tie, acts.get(tie.bond, {}), day) for tie in signed)
    return tuple(item for item in found if item is not None)


def _accepted(tie: Tie, acts: dict[str, list[Bound]], day: date) -> AcceptedText | None:
    statute = statute_of(tie.counterpart.code)
    signed_on = acts[SIGNED][0] if SIGNED in acts else tie.valid_from
    if statute is None or signed_on is None or not statute.charter:
        return None
    rules = applied(statute, "charter")
    answer = accepted_version(
        rules, signed_on, day, tuple(acts.get(RENEWED, ())), strand=tie.strand
    )
    names = {item.rule.code: item.rule.names for item in rules}
    return AcceptedText(
        network=tie.counterpart,
        tie=tie.bond,
        text=answer.value,
        names=names.get(answer.value or "", {}),
        signed_on=signed_on,
        reason=answer.reason,
        trace=answer.trace,
    )
