"""What a visitor is asked about a network they name: only where its rules make a difference."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec
from msgspec.structs import replace

from koinon.overview.city import AHEAD
from koinon.overview.fees import Fee, fees_of
from koinon.overview.names import Named
from koinon.overview.ties import Tie
from koinon.overview.visit.answers import Part
from koinon.overview.visit.beyond import seen, typed_tie
from koinon.overview.visit.known import KnownCity
from koinon.overview.visit.options import Option, options_of
from koinon.register.queries.statutes import statute_of
from koinon.rules.condition import Party
from koinon.rules.cycle.due import Due
from koinon.rules.rule import Text
from koinon.statutes.answers.dues import duties_of


class Chance(msgspec.Struct, frozen=True, kw_only=True):
    """A way of belonging with what follows from it: the fee, and what is due, by its rule."""

    option: Option
    fee: Fee | None
    duties: dict[str, Text]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """A question about a network; ``chosen`` is the code of an option, "" while none is."""

    network: Named
    chances: tuple[Chance, ...]
    chosen: str
    since: str

    @property
    def fees_differ(self) -> bool:
        """Whether the fee depends on the answer."""
        return len({it.fee.amount if it.fee else None for it in self.chances}) > 1

    @property
    def duties_differ(self) -> bool:
        """Whether what is due depends on the answer, or may be nothing at all."""
        ways = {frozenset(it.duties) for it in self.chances}
        return len(ways) > 1 or (len(self.chances) == 1 and ways != {frozenset()})


def choices(
    networks: Iterable[Named], parts: Mapping[str, Part], known: KnownCity, day: date
) -> tuple[Choice, ...]:
    """List the networks of which it matters how the city belongs; one query for the fees."""
    asked = [(network, _ties(network, known.party, day)) for network in networks]
    every = [tie for _, ties in asked for _, tie in ties]
    fees = {fee.tie: fee for fee in fees_of(every, known.party, known.population, day)}
    found = []
    for network, ties in asked:
        chances = [_chance(option, tie, fees.get(tie.bond), known, day) for option, tie in ties]
        if len({_outcome(it) for it in chances}) > 1:
            found.append(_choice(network, chances, parts.get(network.code, Part())))
    return tuple(found)


def chosen_option(network: str, part: Part | None, party: Party, day: date) -> Option | None:
    """Give the option that a visitor chose of a network, None where they chose none."""
    statute = statute_of(network)
    if statute is None or part is None:
        return None
    return next((it for it in options_of(statute, party, day) if it.code == part.option), None)


_NONE = Option(code="", names={})


def _ties(network: Named, party: Party, day: date) -> list[tuple[Option, Tie]]:
    """Make a tie for each way of belonging, first the one of which nothing is said."""
    statute = statute_of(network.code)
    if statute is None:
        return []
    own = typed_tie(network)
    return [(_NONE, own)] + [
        (option, replace(typed_tie(network, option), bond=f"{own.bond}-{option.code}"))
        for option in options_of(statute, party, day)
    ]


def _chance(option: Option, tie: Tie, fee: Fee | None, known: KnownCity, day: date) -> Chance:
    statute = statute_of(tie.counterpart.code)
    found: tuple[Due, ...] = ()
    if statute is not None and statute.cycle:
        until = AHEAD.after(day)
        found = seen(duties_of(statute), tie, option.text, known.party, day, until=until)
    duties = {due.key.rule: due.what for due in found}
    return Chance(option=option, fee=fee, duties=duties)


def _outcome(chance: Chance) -> object:
    fee = (chance.fee.amount, chance.fee.currency) if chance.fee else None
    return fee, frozenset(chance.duties)


def _choice(network: Named, chances: Sequence[Chance], part: Part) -> Choice:
    offered = tuple(it for it in chances if it.option is not _NONE)
    known = {it.option.code for it in offered}
    chosen = part.option if part.option in known else ""
    return Choice(network=network, chances=offered, chosen=chosen, since=part.since)
