"""What is coming up in a body, and the figures that stand above its page."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from koinon.overview.body_lines import Laid
from koinon.overview.body_seats import Seats
from koinon.overview.body_stated import Figure
from koinon.overview.body_term import BodyTermShown
from koinon.overview.rules import RuleShown
from koinon.overview.tenures import Tenancy
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.duration import Duration
from koinon.rules.term.answer import TermState
from koinon.rules.term.forms import Length

MOST_ENDS = 5
"""How many ends of tenures are named; the table has all."""
OVER = (TermState.RUN_OUT, TermState.HOLDING_OVER, TermState.ENDED)


class Coming(msgspec.Struct, frozen=True, kw_only=True):
    """Something that comes up; without a day it is not known when, ``late`` looks for attention."""

    what: Reason
    notes: tuple[Reason, ...] = ()
    on: Bound | None = None
    late: bool = False
    item: RuleShown | None = None


class Days(msgspec.Struct, frozen=True):
    """How many days a term is over or still runs; where its end is rough, at least so many."""

    number: int
    what: Reason
    is_least: bool = False


class KeyFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of a body; what is None is not known.

    ``seats`` is the size laid down, else the sum of the rules; where there is neither,
    ``stated`` is the size that a source states last. ``substitutes`` is None where no rule
    gives any. ``by_office`` tells that rules give terms to the offices, none to the body.
    """

    seats: int | None
    at_most: bool
    substitutes: int | None
    length: Duration | None
    is_permanent: bool
    days: Days | None
    stated: Figure | None = None
    by_office: bool = False

    @property
    def is_any_known(self) -> bool:
        """Whether there is a figure to show."""
        some = (self.seats, self.substitutes, self.length, self.days, self.stated)
        return self.is_permanent or self.by_office or any(it is not None for it in some)


def key_figures(
    body: str,
    seats: Seats | None,
    term: BodyTermShown,
    laid: Laid | None,
    day: date,
    *,
    sizes: Sequence[Figure] = (),
) -> KeyFigures:
    """Gather the figures of a body."""
    number, at_most = _size(seats)
    length = _length(body, laid)
    return KeyFigures(
        seats=number,
        at_most=at_most,
        substitutes=_substitutes(seats),
        length=length.length if length else None,
        is_permanent=bool(length and length.permanent),
        days=_days(term, day),
        stated=next(iter(sizes), None) if number is None else None,
        by_office=length is None and any(True for _ in _lengths(laid)),
    )


def _size(seats: Seats | None) -> tuple[int | None, bool]:
    if seats is None:
        return None, False
    if seats.declared is not None and seats.declared.answer.value is not None:
        return seats.declared.answer.value, seats.declared.at_most
    return (seats.total.value, seats.at_most) if seats.has_sum else (None, False)


def _substitutes(seats: Seats | None) -> int | None:
    rows = seats.voting.rows if seats else ()
    found = [row.substitutes for row in rows if row.substitutes]
    return sum(found) if found and all(row.substitutes is not None for row in rows) else None


def _length(body: str, laid: Laid | None) -> Length | None:
    return next((it for it in _lengths(laid) if body in it.of), None)


def _lengths(laid: Laid | None) -> Iterator[Length]:
    rules = (it.item.rule for it in laid.terms) if laid else ()
    return (it for it in rules if isinstance(it, Length))


def _days(term: BodyTermShown, day: date) -> Days | None:
    if term.end is None or term.answer.state not in (TermState.RUNNING, *OVER):
        return None
    is_over = term.answer.state in OVER
    number = (day - term.end.latest).days if is_over else (term.end.earliest - day).days
    code = "over" if is_over else "running"
    if term.answer.state is TermState.RUN_OUT:
        code = "run-out"
    if number < 0:
        return None
    return Days(number, Reason(f"body.key.days.{code}", {"n": number}), not term.end.is_exact)


def coming_up(
    term: BodyTermShown, tenures: Sequence[Tenancy], laid: Laid | None, day: date
) -> tuple[Coming, ...]:
    """List what comes up in a body: first what is late, then by day, then without a day."""
    found = [*_of_term(term, day), *_ends(tenures, day)]
    dated = sorted(found, key=lambda it: (not it.late, it.on.latest if it.on else date.max))
    return (*dated, *_meetings(laid))


def _of_term(term: BodyTermShown, day: date) -> Iterator[Coming]:
    state, last = term.answer.state, term.last_day
    if state in (TermState.RUN_OUT, TermState.HOLDING_OVER):
        code = Reason(f"body.coming.{state}")
        yield Coming(what=code, on=last, late=state is TermState.RUN_OUT)
    elif state is TermState.RUNNING and last is not None:
        yield Coming(what=Reason("body.coming.end"), on=last)
    process = term.process.value
    if process is not None and state is TermState.RUNNING:
        yield Coming(what=Reason("body.coming.process"), on=process, late=process.latest <= day)


def _ends(tenures: Sequence[Tenancy], day: date) -> Iterator[Coming]:
    """Name the next ends of those who sit there by name."""
    ending = [
        (last, item)
        for item in tenures
        if item.holds and item.person and (last := item.last_day) and last.latest >= day
    ]
    for last, item in sorted(ending, key=lambda it: (it[0].latest, it[1].bond))[:MOST_ENDS]:
        person = item.person.name if item.person else ""
        params = {"person": person, "post": item.post_names}
        yield Coming(what=Reason("body.coming.tenure", params), on=last)


def _meetings(laid: Laid | None) -> Iterator[Coming]:
    for rule in laid.meetings if laid else ():
        yield Coming(what=Reason("body.coming.meeting"), notes=rule.lines, item=rule.item)
