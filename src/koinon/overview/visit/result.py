"""What follows from the register, the rules and a visitor's answers, in one call."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from koinon.overview.city import AHEAD
from koinon.overview.dues import DueItem, next_of_each
from koinon.overview.fees import Fee, Total, fees_of, totals
from koinon.overview.member_seats import MemberSeats, seats_of_city
from koinon.overview.names import Named
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import Tie
from koinon.overview.visit.admission import NotOpen, is_open, not_open
from koinon.overview.visit.answers import Mark, Part, Visit
from koinon.overview.visit.beyond import typed_dues, typed_tie
from koinon.overview.visit.choices import Choice, choices, chosen_option
from koinon.overview.visit.differing import Differing, differing
from koinon.overview.visit.known import KnownCity, beside_known, known_city
from koinon.overview.visit.networks import named_networks
from koinon.overview.visit.office import HeldByOffice, held_by_office, resting_on
from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_END
from koinon.rules.cycle.due import DueState
from koinon.rules.fee.fit import unknown_amount

MOST_DATES = 3


class Belonging(msgspec.Struct, frozen=True):
    """A tie with what the visitor says of it; None where it was not asked."""

    tie: Tie
    mark: Mark | None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """All that a visitor takes along. ``others`` are networks known by a typed name only."""

    visit: Visit
    known: KnownCity
    on: date
    belongings: tuple[Belonging, ...]
    others: tuple[str, ...]
    fees: tuple[Fee, ...]
    totals: tuple[Total, ...]
    dates: tuple[DueItem, ...]
    undated: tuple[DueItem, ...]
    resting: tuple[Tenancy, ...]
    by_rule: tuple[HeldByOffice, ...]
    seats: tuple[MemberSeats, ...]
    differing: tuple[Differing, ...]
    open_choices: tuple[Choice, ...]
    not_open: tuple[NotOpen, ...]

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The ties that sources or the visitor name."""
        return tuple(item.tie for item in self.belongings)

    @property
    def next_dates(self) -> tuple[DueItem, ...]:
        """The next three days by which something is due; an invitation is no duty."""
        return tuple(it for it in self.dates if it.state != DueState.INVITED)[:MOST_DATES]

    @property
    def invitations(self) -> tuple[DueItem, ...]:
        """The next day of each thing to which a network only invites."""
        return next_of_each([it for it in self.dates if it.state == DueState.INVITED], self.on)

    @property
    def days_known(self) -> tuple[DueItem, ...]:
        """What is due by a day of which at least the last possible one is known."""
        return tuple(item for item in self.dates if item.due_on and item.due_on.latest < OPEN_END)

    @property
    def open_fees(self) -> tuple[Choice, ...]:
        """What the visitor has not said of how the city belongs, where the fee hangs on it."""
        return tuple(item for item in self.open_choices if item.fees_differ)

    @property
    def open_duties(self) -> tuple[Choice, ...]:
        """What the visitor has not said of how the city belongs, where duties hang on it."""
        return tuple(item for item in self.open_choices if item.duties_differ)

    @property
    def without_rules(self) -> tuple[Fee, ...]:
        """The fees of which nothing is known because no rule of the network is."""
        return tuple(fee for fee in self.fees if fee.reason == NO_STATUTE)


NO_STATUTE = Reason("start.fee.no-statute")


def result_of(visit: Visit, day: date) -> Result | None:
    """Work out what follows for a visitor's city, None where the register does not know it."""
    known = known_city(visit, day)
    if known is None:
        return None
    names = named_networks(visit.networks)
    added = [names[code] for code in beside_known(visit, known) if code in names]
    typed, texts = _typed(added, visit, known, day)
    kept = tuple(tie for tie in known.own_ties if tie.bond not in visit.denied)
    ties = (*kept, *typed)
    fees = _fees(ties, visit, known, day)
    unsaid = tuple(it for it in choices(added, visit.parts, known, day) if not it.chosen)
    depending = {it.network.code for it in unsaid if it.fees_differ}
    dues = _dues(typed, texts, visit, known, day)
    seated = (*kept, *(it for it in typed if is_open(it.counterpart.code, known.party, day)))
    ahead = tuple(item for item in dues if item.due_on and item.due_on.latest >= day)
    return Result(
        visit=visit,
        known=known,
        on=day,
        belongings=_belongings(visit, known, typed),
        others=visit.others,
        fees=fees,
        totals=totals([it for it in fees if it.network.code not in depending]),
        dates=ahead,
        undated=tuple(item for item in next_of_each(dues, day) if item.due_on is None),
        resting=resting_on(known.heads, known.page.tenures if known.page else ()),
        by_rule=held_by_office(seated, known.party, day),
        seats=seats_of_city(seated, known.party, known.population, day),
        differing=differing(visit, known),
        open_choices=unsaid,
        not_open=tuple(not_open(typed, known.party, day)),
    )


def _typed(
    networks: Sequence[Named], visit: Visit, known: KnownCity, day: date
) -> tuple[tuple[Tie, ...], dict[str, str]]:
    """Make the ties that a visitor names, and list the texts that they say were signed."""
    ties, texts = [], {}
    for network in networks:
        part = visit.parts.get(network.code, Part())
        option = chosen_option(network.code, part, known.party, day)
        tie = typed_tie(network, option, part.began if option else None)
        ties.append(tie)
        if option and option.text:
            texts[tie.bond] = option.text
    return tuple(ties), texts


def _belongings(visit: Visit, known: KnownCity, typed: Sequence[Tie]) -> tuple[Belonging, ...]:
    own = (Belonging(tie, visit.marks.get(tie.bond, Mark.UNSURE)) for tie in known.own_ties)
    return (*own, *(Belonging(tie, None) for tie in typed))


def _fees(ties: Sequence[Tie], visit: Visit, known: KnownCity, day: date) -> tuple[Fee, ...]:
    """Tell what each network costs, what is known first; without any rule, that is the reason."""
    found = fees_of(ties, known.party, known.population, day)
    answered = {fee.tie for fee in found}
    silent = [tie.counterpart for tie in ties if tie.bond not in answered]
    other = [Named("", "network", {"mul": name}, {"mul": name}) for name in visit.others]
    every = (*found, *map(_unknown_fee, (*silent, *other)))
    return tuple(sorted(every, key=lambda fee: fee.amount is None))


def _unknown_fee(network: Named) -> Fee:
    answer = unknown_amount(NO_STATUTE)
    return Fee(
        network=network,
        tie="",
        amount=None,
        currency="",
        period="",
        binding=None,
        reason=answer.reason,
        notes=(),
        trace=answer.trace,
    )


def _dues(
    typed: Sequence[Tie], texts: Mapping[str, str], visit: Visit, known: KnownCity, day: date
) -> tuple[DueItem, ...]:
    """List what is due, soonest first, without what hangs on ties that the visitor denies."""
    own = known.page.dues if known.page else ()
    kept = (item for item in own if visit.denied.isdisjoint(item.key.split("/")))
    until = AHEAD.after(day)
    found = (*kept, *typed_dues(typed, texts, known.city, known.party, day, until=until))
    return tuple(sorted(found, key=_position))


def _position(item: DueItem) -> tuple[date, date, str]:
    if item.due_on is None:
        return date.max, date.max, item.key
    return item.due_on.latest, item.due_on.earliest, item.key
