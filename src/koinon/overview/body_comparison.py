"""A body on two days: what changed in its seats, in who sits there, and in its rules."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from koinon.overview.body import BodyPage, body_on
from koinon.overview.body_rule_lines import rule_lines
from koinon.overview.body_seats import SeatRow, Seats
from koinon.overview.rules import RuleShown, in_force
from koinon.overview.tenures import Tenancy
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.rule import Text
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute

KINDS = ("seats", "quota", "representation", "term", "vote")
"""The kinds of rules that lay down what a body is."""

BY_POST = ("representation", "term")
"""The kinds whose rules may name the posts of a body instead of the body."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """A delegation on one day: its seats, and how many of them are filled, uncertain, open.

    ``differing``: sources or rules come to different numbers.
    """

    seats: int | None
    at_most: bool = False
    held: int = 0
    perhaps: int = 0
    vacant: int | None = None
    differing: bool = False


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """A delegation on both days; None where no rule or seat names it on that day.

    ``changes`` say what is different, with the sign of each: more, fewer, or not comparable.
    """

    code: str
    names: Text
    before: Counted | None
    after: Counted | None
    changes: tuple[tuple[str, Reason], ...]


class RuleChange(msgspec.Struct, frozen=True):
    """A rule that is surely in force on one of the days only.

    ``doubt``: on the other day nobody knows whether it is. ``lines`` say what it lays down.
    """

    kind: str
    item: RuleShown
    lines: tuple[Reason, ...]
    doubt: bool = False


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A body on two days, the earlier one first.

    ``total`` compares the sizes. Who sits there is compared only ``by_name`` where the body is
    small enough to be shown at once.
    """

    before: BodyPage
    after: BodyPage
    rows: tuple[Compared, ...]
    total: Compared
    by_name: bool
    joined: tuple[Tenancy, ...]
    left: tuple[Tenancy, ...]
    stayed: int
    new_rules: tuple[RuleChange, ...]
    gone_rules: tuple[RuleChange, ...]


class Version(msgspec.Struct, frozen=True):
    """A day from which rules about a body surely hold, and the kinds of these rules."""

    day: date
    since: Bound
    kinds: tuple[str, ...]


def compared_on(network: str, body: str, day: date, other: date) -> Comparison | None:
    """Hold a body on two days against each other, None where nobody knows the body."""
    before, after = body_on(network, body, min(day, other)), body_on(network, body, max(day, other))
    if before is None or after is None:
        return None
    statute = statute_of(network)
    known = statute if statute is not None and body in statute.bodies else None
    earlier = _rules(known, body, before.on)
    later = _rules(known, body, after.on)
    there, then = _sitting(before), _sitting(after)
    return Comparison(
        before=before,
        after=after,
        rows=tuple(_rows(before.seats, after.seats)),
        total=_total(before, after),
        by_name=not (before.is_page or after.is_page),
        joined=tuple(item for bond, item in then.items() if bond not in there),
        left=tuple(item for bond, item in there.items() if bond not in then),
        stayed=len(there.keys() & then.keys()),
        new_rules=tuple(_only(later, earlier)),
        gone_rules=tuple(_only(earlier, later)),
    )


def versions_of(network: str, body: str) -> tuple[Version, ...]:
    """List the days from which rules about a body surely hold, the latest first; no query."""
    statute = statute_of(network)
    if statute is None or body not in statute.bodies:
        return ()
    found: dict[date, tuple[Bound, dict[str, None]]] = {}
    for kind in KINDS:
        for item in applied(statute, kind):
            if _is_about(item.rule, kind, body, statute):
                start = item.validity.start
                found.setdefault(start.latest, (start, {}))[1][kind] = None
    ordered = sorted(found.items(), reverse=True)
    return tuple(Version(day, since, tuple(kinds)) for day, (since, kinds) in ordered)


def _is_about(rule: Any, kind: str, body: str, statute: Statute) -> bool:
    """Tell whether a rule is about a body or, of terms and representation, about its posts."""
    if kind not in BY_POST:
        return bool(rule.body == body)
    posts = {code for code, post in statute.posts.items() if body in post.body}
    return bool({body, *posts} & set(rule.of))


def _rules(statute: Statute | None, body: str, day: date) -> dict[tuple[str, ...], RuleChange]:
    if statute is None:
        return {}
    return {
        (kind, item.ref.code, item.ref.valid_from): RuleChange(
            kind, item, rule_lines(kind, item.rule, statute)
        )
        for kind in KINDS
        for item in in_force(statute, kind, day)
        if _is_about(item.rule, kind, body, statute)
    }


def _only(
    here: Mapping[tuple[str, ...], RuleChange], there: Mapping[tuple[str, ...], RuleChange]
) -> Iterator[RuleChange]:
    """Keep the rules that are surely in force here and not surely there."""
    for key, change in here.items():
        other = there.get(key)
        if change.item.holds and not (other and other.item.holds):
            yield msgspec.structs.replace(change, doubt=other is not None)


def _sitting(page: BodyPage) -> dict[str, Tenancy]:
    if page.is_page:
        return {}
    return {item.bond: item for item in page.tenures if item.holds}


def _rows(before: Seats | None, after: Seats | None) -> Iterator[Compared]:
    """Compare delegation by delegation: in the order of the later day, then those gone."""
    earlier, later = _by_code(before), _by_code(after)
    for code in dict.fromkeys([*later, *earlier]):
        names = (later.get(code) or earlier[code]).names
        one = _counted(earlier.get(code), names, before)
        other = _counted(later.get(code), names, after)
        changes = tuple(_changes(one, other))
        yield Compared(code=code, names=names, before=one, after=other, changes=changes)


def _by_code(seats: Seats | None) -> Mapping[str, SeatRow]:
    if seats is None:
        return {}
    rows = [*seats.voting.rows, *seats.advisory.rows, *([seats.rest] if seats.rest else [])]
    return {row.code: row for row in rows}


def _counted(row: SeatRow | None, names: Text, seats: Seats | None) -> Counted | None:
    if row is not None:
        return Counted(
            seats=row.seats.value,
            at_most=row.at_most,
            held=row.seated.held,
            perhaps=row.seated.perhaps,
            vacant=row.open.vacant,
            differing=row.differing,
        )
    groups = (*seats.voting.unknown, *seats.advisory.unknown) if seats else ()
    return Counted(seats=None) if any(names in group.names for group in groups) else None


def _total(before: BodyPage, after: BodyPage) -> Compared:
    one, other = _size(before), _size(after)
    changes = tuple(_changes(one, other))
    return Compared(code="", names={}, before=one, after=other, changes=changes)


def _size(page: BodyPage) -> Counted:
    return Counted(
        seats=page.figures.seats,
        at_most=page.figures.at_most,
        held=page.seated.held,
        perhaps=page.seated.perhaps,
    )


def _changes(before: Counted | None, after: Counted | None) -> Iterator[tuple[str, Reason]]:
    if before is None or after is None:
        if after is not None:
            yield "+", Reason("comparison.added")
        elif before is not None:
            yield "−", Reason("comparison.gone")
        return
    if before.seats is None and after.seats is None:
        yield "?", Reason("comparison.unknown")
    elif before.seats is None or after.seats is None:
        yield (
            "?",
            Reason("comparison.unknown-then" if before.seats is None else "comparison.unknown-now"),
        )
    else:
        yield from _number("seats", after.seats - before.seats)
    yield from _number("held", after.held - before.held)
    if before == after and before.seats is not None:
        yield "=", Reason("comparison.same")


def _number(what: str, more: int) -> Iterable[tuple[str, Reason]]:
    if more:
        yield (
            "+" if more > 0 else "−",
            Reason(f"comparison.{what}.{'more' if more > 0 else 'fewer'}", {"n": abs(more)}),
        )
