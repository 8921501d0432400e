"""What the rules of networks ask of a city where only its visitor says that it belongs."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from koinon.overview.dues import DueItem
from koinon.overview.names import Named
from koinon.overview.ties import Tie
from koinon.register.models import BondKind
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING, Bound
from koinon.rules.condition import Party
from koinon.rules.cycle.due import Due
from koinon.rules.cycle.dues import dues
from koinon.rules.cycle.duties import Duties
from koinon.rules.cycle.standing import judge
from koinon.rules.spell.disc import Half
from koinon.statutes.answers.dues import duties_of

TYPED = "typed"
"""The group and the state of a tie of which only a visitor speaks."""


def typed_tie(network: Named) -> Tie:
    """Make the tie that a visitor names: nothing is known of its kind and of its days."""
    return Tie(
        bond=f"{TYPED}-{network.code}",
        kind=BondKind.MEMBERSHIP,
        group=TYPED,
        strand="",
        strand_names={},
        counterpart=network,
        grade=None,
        grade_names={},
        valid_from=None,
        valid_until=None,
        holds=None,
        state=TYPED,
        words=Reason("start.state.typed"),
        left=Half.DOTTED,
        right=Half.DOTTED,
        member_says=None,
        network_says=None,
        third=(),
        sources=(),
    )


def typed_dues(
    ties: Sequence[Tie], city: Named, party: Party, day: date, *, until: date
) -> Iterator[DueItem]:
    """List what the rules make due up to a day, as far as it follows without any event."""
    for tie in ties:
        statute = statute_of(tie.counterpart.code)
        if statute is None or not statute.cycle:
            continue
        for due in _seen(duties_of(statute), tie.bond, party, day, until):
            yield DueItem(
                due_on=due.due_on,
                key=str(due.key),
                network=statute.code,
                organisation=city,
                counterpart=tie.counterpart,
                what=due.what,
                owed_to=tuple(due.owed_to),
                state=judge(due, (), day).state,
                reason=due.reason,
                trace=due.trace,
            )


def _seen(duties: Duties, bond: str, party: Party, day: date, until: date) -> tuple[Due, ...]:
    """List what the calendar asks of whoever belongs on a day; of the rest, that it has no day.

    A visitor says that the city belongs, not that it signed a text, and not since when.
    """
    asked = partial(dues, duties, (), until=until, seen_on=day, bond=bond, party=party)
    belonging, others = asked(since=Bound(BEGINNING, day)), asked()
    return (
        *(due for due in belonging if due.key.is_of_calendar),
        *(due for due in others if not due.key.is_of_calendar),
    )
