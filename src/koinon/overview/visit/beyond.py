"""What the rules of networks ask of a city where only its visitor says that it belongs."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

import msgspec
from msgspec.structs import replace

from koinon.overview.dues import DueItem
from koinon.overview.names import Named
from koinon.overview.statutes import network_names
from koinon.overview.ties import Tie
from koinon.register.models import BondKind
from koinon.register.queries.statutes import statute_codes, statute_of
from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING, Bound
from koinon.rules.condition import Party
from koinon.rules.cycle.due import Due
from koinon.rules.cycle.dues import dues
from koinon.rules.cycle.duties import Duties
from koinon.rules.cycle.standing import judge
from koinon.rules.eligibility.calculation import eligible
from koinon.rules.rule import Text
from koinon.rules.spell.disc import Half
from koinon.statutes.answers.dues import duties_of
from koinon.statutes.applied import applied

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

    A visitor says that the city belongs, not that it signed a text, and not since when: duties
    that a text carries are left out.
    """
    free = replace(duties, duties=tuple(it for it in duties.duties if not it.rule.charter))
    asked = partial(dues, free, (), until=until, seen_on=day, bond=bond, party=party)
    belonging, others = asked(since=Bound(BEGINNING, day)), asked()
    return (
        *(due for due in belonging if due.key.is_of_calendar),
        *(due for due in others if not due.key.is_of_calendar),
    )


class ByText(msgspec.Struct, frozen=True):
    """A network of which only the text that a city signed tells what it owes."""

    network: Named
    texts: tuple[Text, ...]


def by_text(ties: Sequence[Tie], day: date) -> Iterator[ByText]:
    """List the networks a visitor names whose duties hang on a text, with those texts."""
    for tie in ties:
        statute = statute_of(tie.counterpart.code)
        if statute is None:
            continue
        carried = {code for it in statute.cycle for code in it.charter}
        texts = {
            item.rule.code: item.rule.names
            for item in applied(statute, "charter")
            if item.rule.code in carried and item.rule.valid_from.earliest <= day
        }
        if texts:
            yield ByText(tie.counterpart, tuple(texts.values()))


class NotOpen(msgspec.Struct, frozen=True):
    """A network that a city cannot belong to itself; ``through`` leads there instead."""

    network: Named
    through: tuple[Text, ...]


def not_open(ties: Sequence[Tie], party: Party, day: date) -> Iterator[NotOpen]:
    """List the networks a visitor names to whose members no city can belong by the rules."""
    for tie in ties:
        statute = statute_of(tie.counterpart.code)
        if statute is None:
            continue
        rules = applied(statute, "eligibility")
        answers = eligible(rules, party, day, None, statute.groups)
        if answers and all(it.answer.value is False for it in answers):
            through = tuple(_sections(statute.code, party))
            yield NotOpen(tie.counterpart, through)


def _sections(network: str, party: Party) -> Iterator[Text]:
    """Name the national sections of a network that are open to a city of that country."""
    for code in statute_codes():
        statute = statute_of(code)
        if statute is None or not any(
            it.inside == network and it.way == "national-section" for it in statute.nesting
        ):
            continue
        answers = eligible(applied(statute, "eligibility"), party, date.max, None, statute.groups)
        if any(it.answer.value is not False for it in answers):
            yield network_names(code)
