"""What one seat rule gives to each delegation, and what it comes to as a whole."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.rule import AppliedRule
from koinon.rules.seats.brackets import SEATS, bracket_seats
from koinon.rules.seats.composition import Named, Posts, SizedPost, Tie
from koinon.rules.seats.forms import (
    Brackets,
    EqualShares,
    ExOfficio,
    Fixed,
    Proportional,
    SeatRule,
)
from koinon.rules.seats.proportion import equal_shares, proportional_shares
from koinon.rules.trace import RuleRef, Trace, derive, given

MEMBER = "member"
"""What ``Fixed.per`` names where the seats are each member's."""


class Facts(NamedTuple):
    """What a calculation is given beside the rules: posts, and figures with their sources."""

    posts: Posts
    countries: Mapping[str, Trace]
    figures: Mapping[str, Trace]


class Part(NamedTuple):
    """The seats of one delegation by one rule."""

    delegation: str
    named: Named
    answer: Answer[int]
    at_most: bool = False
    substitutes: int | None = 0
    named_by: str = ""


class Parts(NamedTuple):
    """The seats by one rule: its parts, all of them together, and who ties."""

    parts: tuple[Part, ...]
    whole: Answer[int]
    ties: tuple[Tie, ...] = ()


def parts_of[R: SeatRule](
    item: AppliedRule[R], facts: Facts, further_countries: Iterable[str] = ()
) -> Parts:
    """Work out a rule that gives seats; ``further_countries`` are those that other rules name.

    Raises TypeError for the form ``size``, which gives nobody a seat.
    """
    rule, ref = item.rule, item.ref
    match rule:
        case Brackets(per="country"):
            return _by_country(rule, ref, facts.countries, further_countries)
        case Fixed() if MEMBER not in rule.per:
            return _fixed(rule, ref)
        case EqualShares():
            return _equal(rule, ref)
        case Proportional():
            return _proportional(rule, ref, facts.figures)
        case ExOfficio():
            return _ex_officio(rule, ref, facts.posts)
        case Brackets() | Fixed():
            return _each_member(rule, ref)
    raise TypeError(f"the form {rule.form} gives nobody a seat")


def _by_country(
    rule: Brackets, ref: RuleRef, countries: Mapping[str, Trace], further: Iterable[str]
) -> Parts:
    names = dict.fromkeys((*countries, *further))
    parts = tuple(
        Part(
            name,
            Named.COUNTRY,
            bracket_seats(rule, ref, countries.get(name)),
            named_by=rule.named_by,
        )
        for name in names
    )
    if not countries:
        return Parts(parts, not_known("seats.rule", "seats.reason.needs-countries", rule=ref))
    return Parts(parts, _sum(parts))


def _fixed(rule: Fixed, ref: RuleRef) -> Parts:
    answer: Answer[int] = known(given("seats.fixed", rule.seats, SEATS, rule=ref))
    parts = tuple(
        Part(name, Named.DELEGATION, answer, substitutes=rule.substitutes) for name in rule.per
    )
    return Parts(parts, _sum(parts))


def _equal(rule: EqualShares, ref: RuleRef) -> Parts:
    answers, ties = equal_shares(rule, ref)
    parts = tuple(
        Part(name, Named.DELEGATION, answer, substitutes=answer.value if rule.substitutes else 0)
        for name, answer in answers.items()
    )
    return Parts(parts, known(given("seats.shared", rule.seats, SEATS, rule=ref)), ties)


def _proportional(rule: Proportional, ref: RuleRef, figures: Mapping[str, Trace]) -> Parts:
    whole: Answer[int] = known(given("seats.shared", rule.seats, SEATS, rule=ref))
    if rule.rotating:
        note = Reason("seats.note.rotating", {"names": rule.among})
        answer: Answer[int] = known(given("seats.rotating", rule.seats, SEATS, rule=ref), note)
        return Parts((Part(rule.code, Named.ROTATING, answer),), whole)
    answers, ties = proportional_shares(rule, ref, figures)
    parts = tuple(Part(name, Named.DELEGATION, answer) for name, answer in answers.items())
    return Parts(parts, whole, ties)


def _ex_officio(rule: ExOfficio, ref: RuleRef, posts: Posts) -> Parts:
    parts = tuple(_post(code, posts.get(code), ref) for code in rule.posts)
    return Parts(parts, _sum(parts))


def _post(code: str, post: SizedPost | None, ref: RuleRef) -> Part:
    if post is None or post.up_to is None:
        reason = "seats.reason.number-of-posts-unknown"
        return Part(code, Named.POST, not_known("seats.post", reason, rule=ref))
    answer: Answer[int] = known(given("seats.post", post.up_to, SEATS, rule=ref))
    return Part(code, Named.POST, answer, at_most=post.at_most)


def _each_member(rule: Brackets | Fixed, ref: RuleRef) -> Parts:
    answer: Answer[int] = not_known("seats.rule", "seats.reason.each-member", rule=ref)
    return Parts((Part(rule.code, Named.MEMBERS, answer),), answer)


def _sum(parts: tuple[Part, ...]) -> Answer[int]:
    traces = [part.answer.trace for part in parts]
    if any(part.answer.value is None for part in parts):
        return not_known("seats.rule", "seats.reason.part-unknown", *traces)
    return known(derive("seats.rule", "sum", *traces, unit=SEATS))
