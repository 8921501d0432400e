"""What the first page of the demonstration shows of its city, computed from the register."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from django.db.models import Count

from koinon.overview.agenda.of_city import difference_task
from koinon.overview.agenda.task import Task
from koinon.overview.checked.claims import CheckedClaim, checked_claims
from koinon.overview.city import CityPage, city_on
from koinon.overview.directory import CITIES
from koinon.overview.fees import Fee
from koinon.overview.following import everybody_in, next_in
from koinon.overview.member_totals import MemberTotals, member_totals
from koinon.overview.names import Named
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
from koinon.register.models import Bond, BondKind
from koinon.register.queries.figures import FigureOn
from koinon.rules.bound import Bound
from koinon.rules.kind import OrganisationKind
from koinon.rules.spell.state import State
from koinon.rules.trace import SourceRef, Trace


class SeatLeft(msgspec.Struct, frozen=True):
    """A seat that ended with an office, and who was in it next, None where nobody is known."""

    tenure: Tenancy
    next: Tenancy | None


class Leaving(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who left an office, and the seats that ended with it."""

    office: Tenancy
    last_day: Bound
    seats: tuple[SeatLeft, ...]
    drawn: tuple[Tenancy, ...]

    @property
    def sources(self) -> tuple[SourceRef, ...]:
        """The sources of everything that is drawn, each once."""
        found = (said.source for item in self.drawn for said in item.sources)
        return tuple(dict.fromkeys(it for it in found if it is not None))


class Spread(msgspec.Struct, frozen=True):
    """Where the members of a network lie, and how many there are by country."""

    network: Named
    totals: MemberTotals
    figures: tuple[FigureOn, ...] = ()


class Showcase(msgspec.Struct, frozen=True, kw_only=True):
    """The city with the most ties on record, and what can be seen of it at a glance.

    ``secretariat`` is the network whose statements differ from the city's, else one it is in.
    """

    city: Named
    secretariat: Named | None
    on: date
    fee: Fee | None
    leaving: Leaving | None
    difference: Task | None
    spread: Spread | None
    claims: tuple[CheckedClaim, ...] = ()


def showcase_on(day: date) -> Showcase | None:
    """Gather what the first page shows, None where the register has no city with ties."""
    code = _most_tied()
    page = city_on(code, day) if code else None
    if page is None:
        return None
    own = [tie for tie in page.ties if tie.group != INDIRECT]
    differing = next((tie for tie in own if tie.state is State.DIFFERING), None)
    return Showcase(
        city=page.organisation,
        secretariat=_secretariat(own, differing),
        on=day,
        fee=_best_explained(page.fees),
        leaving=_leaving(page),
        difference=difference_task(differing) if differing else None,
        spread=_spread(own, day),
        claims=checked_claims(day, city=code),
    )


def _most_tied() -> str:
    rows = Bond.objects.exclude(kind=BondKind.TENURE).filter(party__kind__in=CITIES)
    counted = rows.values("party__code").annotate(number=Count("pk"))
    found = counted.order_by("-number", "party__code").first()
    return str(found["party__code"]) if found else ""


def _secretariat(own: Sequence[Tie], differing: Tie | None) -> Named | None:
    if differing is not None:
        return differing.counterpart
    networks = (it.counterpart for it in own if it.counterpart.kind == OrganisationKind.NETWORK)
    return next(networks, None)


def _spread(own: Sequence[Tie], day: date) -> Spread | None:
    """Choose of the city's networks the one with the most ties whose members can be drawn."""
    networks = {tie.counterpart.code: tie for tie in own}
    rows = Bond.objects.exclude(kind=BondKind.TENURE).filter(counterpart__code__in=networks)
    counted = rows.values("counterpart", "counterpart__code").annotate(number=Count("pk"))
    found = counted.order_by("-number", "counterpart__code").first()
    if found is None:
        return None
    tie = networks[str(found["counterpart__code"])]
    network = tie.counterpart
    totals = member_totals(network.code, int(found["counterpart"]), day)
    return Spread(network, totals, tie.figures) if totals.spots.is_drawn else None


def _best_explained(fees: Sequence[Fee]) -> Fee | None:
    """Choose the fee whose derivation has the most to show."""
    known = [it for it in fees if it.amount and it.binding]
    return max(known, key=lambda it: (_size(it.trace), it.network.code), default=None)


def _size(trace: Trace) -> int:
    return 1 + sum(map(_size, trace.inputs))


def _leaving(page: CityPage) -> Leaving | None:
    """Find the head who left last of those on whose office seats elsewhere rested."""
    city = page.organisation.code
    heads = [
        it
        for it in page.tenures
        if it.is_head and it.organisation.code == city and it.holds is False and it.last_day
    ]
    for head in sorted(heads, key=lambda it: it.since.latest, reverse=True):
        resting = [it for it in page.tenures if it.rests_on == head.bond and it.last_day]
        if resting and head.last_day:
            everybody = everybody_in(resting, page.on)
            seats = tuple(SeatLeft(it, next_in(it, everybody)) for it in resting)
            return Leaving(
                office=head,
                last_day=head.last_day,
                seats=seats,
                drawn=(head, *_drawn(seats)),
            )
    return None


def _drawn(seats: Sequence[SeatLeft]) -> Iterator[Tenancy]:
    for seat in seats:
        yield seat.tenure
        if seat.next is not None:
            yield seat.next
