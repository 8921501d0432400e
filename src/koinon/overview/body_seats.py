"""The seats of a body by delegation, held against who is known to sit there."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

import msgspec
from msgspec.structs import replace

from koinon.overview.body_for_good import holders_for_good
from koinon.overview.delegations import (
    Countries,
    Seated,
    conditions,
    countries_left_out,
    labelled,
    names_of,
)
from koinon.overview.differences import Difference, differences, differs
from koinon.overview.rules import RuleShown, in_force
from koinon.overview.worded import in_every_language, worded
from koinon.rules.answer import Answer, Reason
from koinon.rules.rule import Text
from koinon.rules.seats.composition import BodySeats, Declared, DelegationSeats, Named
from koinon.rules.seats.forms import Bracket, Brackets, ExOfficio, Fixed, Proportional
from koinon.rules.seats.part import MEMBER
from koinon.rules.seats.vacancy import Vacancy, vacant
from koinon.rules.trace import GIVEN
from koinon.statutes.document import Statute

NONE_NAMED = ""
"""The delegation of seats that no rule gives to anybody by name."""


class SeatRow(msgspec.Struct, frozen=True, kw_only=True):
    """A delegation, class or post with its seats and how many are known to sit there.

    ``open`` is the number of seats for which no holder is on record; ``is_office`` tells that
    the seats come with a post; ``substitutes`` is None where nobody knows their number;
    ``for_good`` names those to whom a rule gives the seats without a term.
    """

    code: str
    names: Text
    seats: Answer[int]
    seated: Seated
    open: Vacancy
    differing: bool = False
    at_most: bool = False
    is_office: bool = False
    substitutes: int | None = 0
    notes: tuple[Reason, ...] = ()
    for_good: tuple[Text | Reason, ...] = ()

    @property
    def is_derived(self) -> bool:
        """Whether the number follows from others; else it stands in a rule as it is."""
        return self.seats.trace.operator != GIVEN


class Unknown(msgspec.Struct, frozen=True):
    """Delegations whose seats nobody knows for the same reason."""

    names: tuple[Text, ...]
    reason: Reason


class MemberSeats(msgspec.Struct, frozen=True):
    """What each member of some kinds has: the steps by size, or a fixed number."""

    names: tuple[Text, ...]
    steps: tuple[Reason, ...]
    item: RuleShown


class Voice(msgspec.Struct, frozen=True):
    """The delegations of one voice: those of which something is known, and the others."""

    rows: tuple[SeatRow, ...] = ()
    unknown: tuple[Unknown, ...] = ()


class Seats(msgspec.Struct, frozen=True, kw_only=True):
    """All seats of a body on a day; ``rest`` are those that no rule gives to anybody by name.

    ``one_person`` are the posts of which one person may hold two; ``countries`` tells that
    countries may be missing.
    """

    voting: Voice
    advisory: Voice
    members: tuple[MemberSeats, ...]
    rest: SeatRow | None
    total: Answer[int]
    at_most: bool
    declared: Declared | None
    differences: tuple[Difference, ...]
    one_person: tuple[str, ...] = ()
    countries: Reason | None = None

    @property
    def for_good(self) -> tuple[SeatRow, ...]:
        """The seats that a rule gives to somebody without a term."""
        return tuple(row for row in self.voting.rows if row.for_good)

    @property
    def has_table(self) -> bool:
        """Whether there is a row to show beside the seats of single members."""
        return bool(self.has_sum or self.advisory.rows or self.advisory.unknown or self.declared)

    @property
    def shows_size(self) -> bool:
        """Whether the size says more than the row of all seats does."""
        return self.has_sum or self.rest is None

    @property
    def has_sum(self) -> bool:
        """Whether rules give seats that can be added up."""
        return bool(self.voting.rows or self.voting.unknown)


def seats_of(
    found: BodySeats,
    statute: Statute,
    countries: Countries,
    counted: Mapping[str, Seated],
) -> Seats:
    """Lay out the seats of a body, with who is known to sit there, counted by delegation."""
    names = names_of(found, statute, countries)
    rows = (*found.delegations, *found.advisory)
    traces = _names_by_trace(rows, names)
    members = member_seats(statute, found.body, found.day)
    return Seats(
        voting=_voice(found.delegations, names, counted, statute, found.day),
        advisory=_voice(found.advisory, names, counted, statute, found.day),
        members=members,
        rest=_rest(found, counted.get(NONE_NAMED, Seated())),
        total=replace(found.total, trace=labelled(found.total.trace, traces)),
        at_most=found.at_most,
        declared=found.declared,
        differences=differences(found, names),
        one_person=_one_person(statute, found.body, found.day),
        countries=countries_left_out(statute, found.body, len(countries.populations)),
    )


def _names_by_trace(
    rows: Iterable[DelegationSeats], names: Mapping[str, Text]
) -> dict[int, Iterator[Text]]:
    """Line up the names of the delegations that share a trace."""
    found: dict[int, list[Text]] = {}
    for item in rows:
        found.setdefault(id(item.trace), []).append(names[item.delegation])
    return {key: iter(items) for key, items in found.items()}


def _one_person(statute: Statute, body: str, day: date) -> tuple[str, ...]:
    """List the posts with a vote of which a rule says that one person may hold two."""
    rules = (item.rule for item in in_force(statute, "seats", day))
    return tuple(
        code
        for rule in rules
        if isinstance(rule, ExOfficio) and rule.body == body and rule.voice == "vote"
        for code in rule.one_person_may_hold
    )


def _voice(
    delegations: Iterable[DelegationSeats],
    names: Mapping[str, Text],
    counted: Mapping[str, Seated],
    statute: Statute,
    day: date,
) -> Voice:
    rows: list[SeatRow] = []
    unknown: dict[tuple[str, str], list[DelegationSeats]] = {}
    for item in delegations:
        if item.named is Named.MEMBERS:
            continue
        here = counted.get(item.delegation, Seated())
        if item.reason is None or item.alternatives or here != Seated():
            rows.append(_row(item, names[item.delegation], here, statute, day))
        else:
            key = (item.reason.code, str(item.reason.params))
            unknown.setdefault(key, []).append(item)
    groups = (
        Unknown(tuple(names[item.delegation] for item in items), reason)
        for items in unknown.values()
        if (reason := items[0].reason) is not None
    )
    return Voice(tuple(rows), tuple(groups))


def _row(item: DelegationSeats, names: Text, here: Seated, statute: Statute, day: date) -> SeatRow:
    is_open = _open(item, here)
    return SeatRow(
        code=item.delegation,
        names=names,
        seats=item.answer,
        seated=here,
        open=is_open,
        differing=differs(item) or is_open.differing,
        at_most=item.at_most,
        is_office=item.ex_officio,
        substitutes=item.substitutes,
        notes=tuple(_notes(item, statute)),
        for_good=holders_for_good(statute, item.delegation, day) if item.ex_officio else (),
    )


def _open(item: DelegationSeats, here: Seated) -> Vacancy:
    """Count the seats without a known holder: they may be vacant, or held by nobody on record."""
    found = vacant(item, here.held)
    trace = found.answer.trace
    inputs = tuple(
        replace(it, params={"origin": "body.on-record"}) if it.name == "seats.held" else it
        for it in trace.inputs
    )
    trace = replace(trace, name="body.open", inputs=inputs)
    return replace(found, answer=replace(found.answer, trace=trace))


def _notes(item: DelegationSeats, statute: Statute) -> Iterable[Reason]:
    if item.named is Named.ROTATING:
        rules = [rule for rule in statute.seats if isinstance(rule, Proportional)]
        among = next((rule.among for rule in rules if rule.code == item.delegation), ())
        nouns = (statute.delegations.get(code) for code in among)
        names = tuple(noun.names if noun else code for noun, code in zip(nouns, among, strict=True))
        yield Reason("seats.note.rotating", {"names": names})
    else:
        yield from item.answer.notes
    if item.seats is None:
        stated = dict.fromkeys(it.value for it in item.alternatives if it.value is not None)
        yield from (Reason("body.one-source-says", {"n": number}) for number in stated)
    if item.substitutes is None:
        yield Reason("body.substitutes.unknown")
    elif item.substitutes:
        yield Reason("body.substitutes", {"n": item.substitutes})
    if item.named_by:
        yield Reason("body.named-by", {"who": worded("body.actor", item.named_by)})


def _rest(found: BodySeats, here: Seated) -> SeatRow | None:
    """Give the seats of the declared size that no rule gives out, with who sits there."""
    if found.unassigned is None or (found.unassigned.value == 0 and here == Seated()):
        return None
    row = DelegationSeats(delegation=NONE_NAMED, named=Named.DELEGATION, answer=found.unassigned)
    is_open = _open(row, here)
    return SeatRow(
        code=NONE_NAMED,
        names=in_every_language("body.rest" if found.delegations else "body.rest.all"),
        seats=found.unassigned,
        seated=here,
        open=is_open,
        differing=is_open.differing,
        notes=(Reason("body.rest.note"),) if found.delegations else (),
    )


def member_seats(statute: Statute, body: str, day: date) -> tuple[MemberSeats, ...]:
    """List the rules in force that give each member seats, with their steps by size."""
    found = []
    for item in in_force(statute, "seats", day):
        rule = item.rule
        if rule.body != body:
            continue
        if isinstance(rule, Brackets) and rule.per == "member":
            found.append(MemberSeats(_whose(rule), _steps(rule), item))
        elif isinstance(rule, Fixed) and MEMBER in rule.per:
            steps = (Reason("body.step.each", {"n": rule.seats}),)
            found.append(MemberSeats(_whose(rule), steps, item))
    return tuple(found)


def _whose(rule: Brackets | Fixed) -> tuple[Text, ...]:
    kinds = chain.from_iterable(condition.kind for condition in conditions(rule.who))
    return tuple(in_every_language(f"kind.{kind}") for kind in dict.fromkeys(kinds))


def _steps(rule: Brackets) -> tuple[Reason, ...]:
    if not rule.brackets:
        return (Reason(f"seats.reason.no-brackets.{rule.by}"),)
    unit = "fee" if rule.by == "agreed-fee" else "people"
    return tuple(_step(bracket, unit) for bracket in rule.brackets)


def _step(bracket: Bracket, unit: str) -> Reason:
    params = {"n": bracket.seats, "lower": bracket.from_, "upper": bracket.up_to}
    if bracket.from_ is None:
        side = "all" if bracket.up_to is None else "up-to"
    else:
        side = "from" if bracket.up_to is None else "between"
    given = {key: value for key, value in params.items() if value is not None}
    return Reason(f"body.step.{unit}.{side}" if side != "all" else "body.step.each", given)
