"""The seats of a whole body on a day, delegation by delegation."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from koinon.rules.answer import Answer, known, not_known
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.seats.brackets import SEATS
from koinon.rules.seats.composition import BodySeats, Declared, DelegationSeats, Posts
from koinon.rules.seats.forms import Fixed, SeatForm, SeatRule, Size
from koinon.rules.seats.part import Facts, Part, Parts, parts_of
from koinon.rules.seats.total import balance, persons_of, total_of
from koinon.rules.trace import Trace, derive, given


class _Worked(NamedTuple):
    """A rule in force with what it comes to, each answer under the doubt about the rule."""

    standing: Standing[SeatForm]
    parts: Parts

    @property
    def rule(self) -> SeatRule:
        return self.standing.item.rule

    def of(self, delegation: str) -> Part | None:
        return next((part for part in self.parts.parts if part.delegation == delegation), None)


def seats_of_body(
    rules: Sequence[AppliedRule[SeatForm]],
    posts: Posts,
    body: str,
    day: date,
    *,
    countries: Mapping[str, Trace] | None = None,
    figures: Mapping[str, Trace] | None = None,
) -> BodySeats:
    """Work out the seats of a body by the rules in force on a day.

    ``countries`` are the populations of the countries that send delegations, ``figures`` the
    inhabitants, votes or fees of delegations, both with their sources. Rules add up; where one
    disputes another, its number stands beside the other's, which counts for the sum. A rule
    that may not be in force yet makes its seats unknown.
    """
    of_body = [item for item in rules if item.rule.body == body]
    main, against = in_force(of_body, day)
    if not main:
        reason = why_none_is_certain(of_body, day)
        nothing: Answer[int] = not_known("seats.total", reason.code, **reason.params)
        return BodySeats(body=body, day=day, total=nothing)
    facts = Facts(posts, countries or {}, figures or {})
    worked = [_work(standing, facts, against) for standing in _giving(main)]
    disputing = [_work(standing, facts, ()) for standing in _giving(against)]
    voting = [item for item in worked if item.rule.voice == "vote"]
    total = total_of([item.parts.whole for item in voting])
    persons = persons_of([item.standing.item for item in voting], total)
    declared = _declared(main, against)
    balanced = balance(total, persons, declared)
    delegations = _delegations(worked, disputing)
    return BodySeats(
        body=body,
        day=day,
        delegations=tuple(row for row in delegations if row.voice == "vote"),
        advisory=tuple(row for row in delegations if row.voice == "advisory"),
        total=total,
        persons=persons,
        declared=declared,
        unassigned=balanced.unassigned,
        ties=tuple(tie for item in worked for tie in item.parts.ties),
        differing=balanced.differing,
        notes=balanced.notes,
    )


def _giving(standings: Iterable[Standing[SeatForm]]) -> list[Standing[SeatForm]]:
    return [standing for standing in standings if not isinstance(standing.item.rule, Size)]


def _work(
    standing: Standing[SeatForm], facts: Facts, against: Iterable[Standing[SeatForm]]
) -> _Worked:
    code = standing.item.rule.code
    named = [
        name
        for other in against
        if isinstance(other.item.rule, Fixed) and other.item.rule.disputes == code
        for name in other.item.rule.per
    ]
    parts = parts_of(standing.item, facts, named)
    if standing.doubt is None:
        return _Worked(standing, parts)
    doubted = tuple(part._replace(answer=_doubted(part.answer, standing)) for part in parts.parts)
    return _Worked(standing, Parts(doubted, _doubted(parts.whole, standing)))


def _doubted(answer: Answer[int], standing: Standing[SeatForm]) -> Answer[int]:
    doubt = standing.doubt
    if doubt is None:
        return answer
    ref = standing.item.ref
    return not_known("seats.rule", doubt.code, answer.trace, rule=ref, **doubt.params)


def _delegations(
    worked: Sequence[_Worked], disputing: Sequence[_Worked]
) -> tuple[DelegationSeats, ...]:
    keys = dict.fromkeys(
        (item.rule.voice, part.delegation)
        for item in (*worked, *disputing)
        for part in item.parts.parts
    )
    return tuple(
        _delegation(
            name,
            [item for item in worked if item.rule.voice == voice and item.of(name)],
            [item for item in disputing if item.rule.voice == voice and item.of(name)],
        )
        for voice, name in keys
    )


def _delegation(
    name: str, worked: Sequence[_Worked], disputing: Sequence[_Worked]
) -> DelegationSeats:
    first = (worked or disputing)[0]
    parts = [part for item in worked or disputing if (part := item.of(name))]
    others = [part.answer for item in disputing if (part := item.of(name))]
    answer = _together([part.answer for part in parts]) if worked else _disputed_only(others)
    if answer.value is None and len(others) == 1 and _is_doubted(worked):
        # Only the rule that contradicts is surely in force: its number is the day's answer.
        answer, others = others[0], [answer]
    return DelegationSeats(
        delegation=name,
        named=parts[0].named,
        answer=answer,
        alternatives=tuple(others),
        at_most=any(part.at_most for part in parts),
        substitutes=_substitutes(parts),
        voice=first.rule.voice,
        named_by=next((part.named_by for part in parts if part.named_by), ""),
    )


def _together(answers: Sequence[Answer[int]]) -> Answer[int]:
    if len(answers) == 1:
        return answers[0]
    traces = [answer.trace for answer in answers]
    unknown = next((answer for answer in answers if answer.reason is not None), None)
    if unknown is not None and unknown.reason is not None:
        reason = unknown.reason
        return not_known("seats.delegation", reason.code, *traces, **reason.params)
    notes = [note for answer in answers for note in answer.notes]
    return known(derive("seats.delegation", "sum", *traces, unit=SEATS), *notes)


def _disputed_only(answers: Sequence[Answer[int]]) -> Answer[int]:
    traces = [answer.trace for answer in answers]
    return not_known("seats.delegation", "seats.reason.only-disputing", *traces)


def _is_doubted(worked: Sequence[_Worked]) -> bool:
    return bool(worked) and all(item.standing.doubt is not None for item in worked)


def _substitutes(parts: Sequence[Part]) -> int | None:
    counts = [part.substitutes for part in parts]
    return None if None in counts else sum(count or 0 for count in counts)


def _declared(
    main: Iterable[Standing[SeatForm]], against: Iterable[Standing[SeatForm]]
) -> Declared | None:
    sizes = [item for item in main if isinstance(item.item.rule, Size)]
    others = [item for item in against if isinstance(item.item.rule, Size)]
    if not sizes:
        return None
    first, *further = (_size(standing) for standing in (*sizes, *others))
    rule = sizes[0].item.rule
    return Declared(
        answer=first,
        at_most=isinstance(rule, Size) and rule.at_most,
        alternatives=tuple(further),
    )


def _size(standing: Standing[SeatForm]) -> Answer[int]:
    rule = standing.item.rule
    seats = rule.seats if isinstance(rule, Size) else None
    return _doubted(known(given("seats.size", seats, SEATS, rule=standing.item.ref)), standing)
