"""What the rules of networks ask of a city where only its visitor says that it belongs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from msgspec.structs import replace

from koinon.overview.dues import DueItem
from koinon.overview.names import Named
from koinon.overview.statutes import grade_names, strand_names
from koinon.overview.ties import Tie
from koinon.overview.visit.options import Option
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


def typed_tie(network: Named, option: Option | None = None, since: Bound | None = None) -> Tie:
    """Make the tie that a visitor names: of its kind and its days only what they chose is known."""
    strand, grade = (option.strand, option.grade) if option else ("", "")
    return Tie(
        bond=f"{TYPED}-{network.code}",
        kind=BondKind.MEMBERSHIP,
        group=TYPED,
        strand=strand,
        strand_names=strand_names(network.code, strand),
        counterpart=network,
        grade=grade or None,
        grade_names=grade_names(network.code, grade),
        valid_from=since,
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
    ties: Sequence[Tie],
    texts: Mapping[str, str],
    city: Named,
    party: Party,
    day: date,
    *,
    until: date,
) -> Iterator[DueItem]:
    """List what the rules make due up to a day, as far as it follows from what a visitor says.

    ``texts`` are those that the city signed, by the tie.
    """
    for tie in ties:
        statute = statute_of(tie.counterpart.code)
        if statute is None or not statute.cycle:
            continue
        text = texts.get(tie.bond, "")
        for due in seen(duties_of(statute), tie, text, party, day, until=until):
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


def seen(
    duties: Duties, tie: Tie, text: str, party: Party, day: date, *, until: date
) -> tuple[Due, ...]:
    """List what is due of whoever belongs on a day.

    Since when is seldom said: then only what the calendar asks has a day. While nothing is said
    of the part of the network or of the text signed, duties that a text carries are left out.
    """
    if not tie.strand and not text:
        duties = replace(duties, duties=tuple(it for it in duties.duties if not it.rule.charter))
    asked = partial(dues, duties, (), until=until, seen_on=day, bond=tie.bond, party=party)
    asked = partial(asked, strand=tie.strand, text=text)
    if tie.valid_from is not None:
        return asked(since=tie.valid_from)
    belonging, others = asked(since=Bound(BEGINNING, day)), asked()
    return (
        *(due for due in belonging if due.key.is_of_calendar),
        *(due for due in others if not due.key.is_of_calendar),
    )
