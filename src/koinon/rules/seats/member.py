"""How many seats one member has in a body."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.condition import Group, Party
from koinon.rules.eligibility.checks import Judgement, judge, named, require_possible
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.seats.brackets import SEATS, bracket_seats
from koinon.rules.seats.forms import Brackets, Fixed, SeatForm
from koinon.rules.seats.part import MEMBER
from koinon.rules.trace import Trace, derive, given

NAME = "seats.member"


class _Fit(NamedTuple):
    standing: Standing[SeatForm]
    judgement: Judgement


def seats_of_member(
    rules: Sequence[AppliedRule[SeatForm]],
    body: str,
    party: Party,
    population: Trace | None,
    day: date,
    *,
    groups: dict[str, Group] | None = None,
    fee: Trace | None = None,
) -> Answer[int]:
    """Tell how many seats with a vote a member has in a body by the rules in force on a day.

    ``population`` is the number of inhabitants with its source, ``fee`` the yearly fee agreed
    with the member. Rules add up; what a rule says that disputes one of them is noted.
    Raises ImpossiblePopulation.
    """
    if population is not None and population.value is not None:
        require_possible(population.value)
        if party.population is None:
            party = replace(party, population=population.value)
    of_body = [item for item in rules if item.rule.body == body and item.rule.voice == "vote"]
    for_members = [item for item in of_body if _is_for_members(item)]
    if of_body and not for_members:
        return not_known(NAME, "seats.reason.not-by-member")
    main, against = in_force(for_members, day)
    fits = _fits(main, party, groups)
    if not main:
        reason = why_none_is_certain(for_members, day)
        return not_known(NAME, reason.code, **reason.params)
    if not fits:
        return not_known(NAME, "seats.reason.not-for-member")
    answers = [_answer(fit, population, fee) for fit in fits]
    notes = [_disputed(_answer(fit, population, fee)) for fit in _fits(against, party, groups)]
    answer = _together(answers)
    return replace(answer, notes=(*answer.notes, *notes)) if notes else answer


def _is_for_members(item: AppliedRule[SeatForm]) -> bool:
    match item.rule:
        case Brackets(per="member"):
            return True
        case Fixed():
            return MEMBER in item.rule.per
    return False


def _fits(
    standings: Sequence[Standing[SeatForm]], party: Party, groups: dict[str, Group] | None
) -> list[_Fit]:
    judged = [
        _Fit(standing, judge(standing.item.rule.who, party, groups, rule=standing.item.ref))
        for standing in standings
    ]
    return [fit for fit in judged if fit.judgement.truth is not False]


def _answer(fit: _Fit, population: Trace | None, fee: Trace | None) -> Answer[int]:
    item, doubt = fit.standing
    rule, ref = item.rule, item.ref
    if fit.judgement.truth is None:
        params = named(fit.judgement.open_checks)
        return not_known(NAME, "seats.reason.say-more", fit.judgement.trace, rule=ref, **params)
    match rule:
        case Brackets(by="agreed-fee"):
            answer = bracket_seats(rule, ref, fee)
        case Brackets():
            answer = bracket_seats(rule, ref, population)
        case Fixed():
            answer = known(given("seats.fixed", rule.seats, SEATS, rule=ref))
        case _:
            raise TypeError(f"the form {rule.form} gives no member a seat")
    if doubt is None:
        return answer
    return not_known(NAME, doubt.code, answer.trace, rule=ref, **doubt.params)


def _together(answers: Sequence[Answer[int]]) -> Answer[int]:
    if len(answers) == 1:
        return answers[0]
    traces = [answer.trace for answer in answers]
    unknown = next((answer.reason for answer in answers if answer.reason is not None), None)
    if unknown is not None:
        return not_known(NAME, unknown.code, *traces, **unknown.params)
    notes = [note for answer in answers for note in answer.notes]
    return known(derive(NAME, "sum", *traces, unit=SEATS), *notes)


def _disputed(answer: Answer[int]) -> Reason:
    if answer.value is None:
        return Reason("seats.note.disputed-unknown")
    sources = answer.trace.rule.sources if answer.trace.rule else ()
    return Reason(
        "seats.note.disputed", {"n": answer.value, "sources": tuple(s.title for s in sources)}
    )
