"""The ways by which an organisation belongs through others: by networks, or sent by someone."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from koinon.overview.names import Named
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.models import BondKind
from koinon.rules.bound import Bound

PART = "part"
SENT = "sent"
SENDS = "sends"


class Step(NamedTuple):
    """A step of a way; ``how`` is a kind of belonging, or that one is part of, sent by, sends."""

    start: Named
    end: Named
    how: str

    @property
    def is_own(self) -> bool:
        """Whether the organisation itself takes this step."""
        return self.how not in (PART, SENT, SENDS)


def ways(
    organisation: Named, ties: Iterable[Tie], tenures: Iterable[Tenancy]
) -> tuple[tuple[Step, ...], ...]:
    """Give each way through others to its end; those that only begin another are left out."""
    shown = list(ties)
    own: dict[str, Tie] = {}
    for tie in sorted(shown, key=lambda it: it.kind != BondKind.MEMBERSHIP):
        if tie.group != INDIRECT:
            own.setdefault(tie.counterpart.code, tie)
    through = [_through(organisation, tie, own) for tie in shown if tie.group == INDIRECT]
    longest = [it for it in through if not any(_begins(it, other) for other in through)]
    sent = {tuple(step.end.code for step in way): way for way in _sent(organisation, tenures, own)}
    return (*longest, *sent.values())


class FormerWay(NamedTuple):
    """A way that ended with the seat of somebody, and the last day of it."""

    steps: tuple[Step, ...]
    person: str
    last_day: Bound


def former_ways(
    organisation: Named, tenures: Iterable[Tenancy], day: date
) -> tuple[FormerWay, ...]:
    """Give the ways by another's sending that are over on a day, each once, the latest first."""
    found: dict[tuple[str, ...], FormerWay] = {}
    for item in sorted(tenures, key=_ended, reverse=True):
        last, sender = item.last_day, item.sent_by
        if item.holds is not False or last is None or last.latest >= day or sender is None:
            continue
        if organisation.code in (sender.code, item.organisation.code):
            continue
        steps = Step(organisation, sender, SENT), Step(sender, item.organisation, SENDS)
        person = item.person.name if item.person else ""
        found.setdefault((sender.code, item.organisation.code), FormerWay(steps, person, last))
    return tuple(found.values())


def _ended(item: Tenancy) -> date:
    return item.last_day.latest if item.last_day else date.min


def _through(organisation: Named, tie: Tie, own: dict[str, Tie]) -> tuple[Step, ...]:
    first, *_ = tie.via
    stations = [*tie.via, tie.counterpart]
    begun = Step(organisation, first, own[first.code].kind)
    return (begun, *(Step(*pair, PART) for pair in pairwise(stations)))


def _begins(way: tuple[Step, ...], other: tuple[Step, ...]) -> bool:
    return len(way) < len(other) and other[: len(way)] == way


def _sent(
    organisation: Named, tenures: Iterable[Tenancy], own: dict[str, Tie]
) -> Iterator[tuple[Step, ...]]:
    """Follow those who sit for the organisation by the will of another."""
    for item in tenures:
        sender, network = item.sent_by, item.organisation
        if not item.holds or sender is None:
            continue
        if organisation.code in (sender.code, network.code) or sender.code == network.code:
            continue
        how = own[sender.code].kind if sender.code in own else SENT
        yield Step(organisation, sender, how), Step(sender, network, SENDS)
