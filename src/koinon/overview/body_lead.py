"""What a body is, who sits there and when its term ends, in a few sentences from the register."""

from collections.abc import Iterator, Sequence

from koinon.overview.body_lines import Laid
from koinon.overview.body_outlook import KeyFigures
from koinon.overview.body_seats import Seats
from koinon.overview.body_term import BodyTermShown
from koinon.overview.delegations import Seated
from koinon.overview.tenures import Tenancy
from koinon.rules.answer import Reason
from koinon.rules.term.answer import TermState

NAMED_STATES = (TermState.RUNNING, TermState.RUN_OUT, TermState.HOLDING_OVER, TermState.ENDED)


def lead_of(
    figures: KeyFigures,
    seats: Seats | None,
    seated: Seated,
    term: BodyTermShown,
    laid: Laid | None,
    *,
    tenures: Sequence[Tenancy] = (),
) -> tuple[Reason, ...]:
    """Give the sentences that stand first on a body's page; ``tenures`` are all of the day."""
    return (
        *_size(figures, seats),
        *_for_good(seats),
        _who(figures, seated, seats, tenures),
        *_meets(laid),
        *(() if is_of_all(seats, term, laid) else (_end(figures, term, tenures),)),
    )


def is_of_all(seats: Seats | None, term: BodyTermShown, laid: Laid | None) -> bool:
    """Tell whether each member sits there, so that nobody is elected and no term ends."""
    is_of_members = (seats and seats.members) or (laid and laid.of_all)
    return bool(is_of_members) and term.is_nothing_known


def _size(figures: KeyFigures, seats: Seats | None) -> Iterator[Reason]:
    if figures.seats is None and figures.stated is not None:
        stated = figures.stated
        yield Reason("body.lead.size-stated", {"size": stated.qualified, "dated": stated.dated})
        return
    if figures.seats is None:
        # Where each member has seats of its own, the page says how many under the heading.
        yield Reason("body.lead.members" if seats and seats.members else "body.lead.size-unknown")
        return
    code = "body.lead.at-most" if figures.at_most else "body.lead.seats"
    yield Reason(code, {"n": figures.seats})


def _for_good(seats: Seats | None) -> Iterator[Reason]:
    """Name those who hold a seat without a term."""
    for row in seats.for_good if seats else ():
        yield Reason("body.lead.for-good", {"post": row.names, "who": row.for_good})


def _who(
    figures: KeyFigures, seated: Seated, seats: Seats | None, tenures: Sequence[Tenancy]
) -> Reason:
    if seated.held and seated.held == figures.seats:
        return Reason("body.lead.all-held")
    if seated.held:
        return Reason("body.lead.held", {"n": seated.held})
    if seated.perhaps:
        return Reason("body.lead.perhaps")
    # An office in the body, of which no rule says whether it brings a seat.
    known = sum(it.holds is True for it in tenures)
    if known:
        return Reason("body.lead.offices", {"n": known})
    if seats and seats.for_good:
        return Reason("body.lead.nobody-else")
    return Reason("body.lead.nobody")


def _meets(laid: Laid | None) -> Iterator[Reason]:
    for rule in laid.meetings[:1] if laid else ():
        yield from rule.lines[:1]


def _end(figures: KeyFigures, term: BodyTermShown, tenures: Sequence[Tenancy]) -> Reason:
    state = term.answer.state
    if figures.is_permanent:
        return Reason("body.lead.permanent")
    if term.last_day is None and figures.by_office:
        return _end_by_office(tenures)
    if term.last_day is None or state not in NAMED_STATES:
        return Reason("body.lead.end-unknown")
    return Reason(f"body.lead.{state}", {"day": term.last_day})


def _end_by_office(tenures: Sequence[Tenancy]) -> Reason:
    """Tell when the terms of those on record end, where they all end alike.

    Of those whose tenure goes on in another term the day of its end is not that of the term.
    """
    held = [it for it in tenures if it.holds]
    ends = {it.last_day for it in held}
    day = ends.pop() if len(ends) == 1 and not any(it.renewed for it in held) else None
    if day is None:
        return Reason("body.lead.by-office")
    return Reason("body.lead.by-office-end", {"day": day})
