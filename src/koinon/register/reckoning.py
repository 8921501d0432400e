"""What members owe by the statutes of their networks: events and statements put to the rules."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from koinon.history.belief import known
from koinon.register.models import Bond, BondKind, Event
from koinon.register.queries.bonds import spells_known
from koinon.register.queries.parties import parties_on
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.condition import Party
from koinon.rules.cycle.due import Due
from koinon.rules.cycle.dues import dues
from koinon.rules.cycle.duties import Duties
from koinon.rules.event import Event as EventValue
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Spell
from koinon.statutes.answers.dues import duties_of

BELONGING = (BondKind.MEMBERSHIP, BondKind.SIGNATURE, BondKind.PARTICIPATION)
"""The kinds of bond from which something can be owed."""


class Reckoned(NamedTuple):
    """What is owed on a bond, and the events that decide how it stands."""

    bond: Bond
    events: tuple[EventValue, ...]
    dues: tuple[Due, ...]


class _Stay(NamedTuple):
    """From when until when a party belongs, as it is said, and in which grades."""

    begins: Bound
    ends: Bound
    grades: frozenset[str]


def reckon(
    bonds: Iterable[Bond], until: date, *, known_on: date | None = None
) -> Iterator[Reckoned]:
    """Work out what is owed on bonds up to a day; bonds of which nobody says anything are left out.

    The number of queries does not depend on the number of bonds.
    """
    asked = [bond for bond in bonds if bond.kind in BELONGING]
    duties = _duties({bond.counterpart.code for bond in asked})
    asked = [bond for bond in asked if bond.counterpart.code in duties]
    if not asked:
        return
    keys = [bond.pk for bond in asked]
    spells = spells_known(keys, known_on)
    events = _events(keys, known_on)
    parties = parties_on({bond.party_id for bond in asked}, until, known_on=known_on)
    for bond in asked:
        stay = _stay(spells.get(bond.pk, ()))
        if stay is not None:
            happened = tuple(events.get(bond.pk, ()))
            found = dues(
                duties[bond.counterpart.code],
                happened,
                until=min(until, stay.ends.latest),
                since=stay.begins,
                bond=bond.code,
                party=_with_grades(parties[bond.party_id], stay.grades),
                strand=bond.strand,
            )
            yield Reckoned(bond, happened, found)


def _duties(networks: Iterable[str]) -> dict[str, Duties]:
    """Prepare the duties of all networks that have any."""
    found = {}
    for code in networks:
        statute = statute_of(code)
        if statute is not None and statute.cycle:
            found[code] = duties_of(statute)
    return found


def _events(bonds: list[int], known_on: date | None) -> dict[int, list[EventValue]]:
    rows = known(Event.objects.filter(bond__in=bonds), known_on)
    found: dict[int, list[EventValue]] = {}
    for row in rows.select_related("source").order_by("bond_id", "number"):
        found.setdefault(row.bond_id, []).append(row.value)
    return found


def _stay(spells: tuple[Spell, ...]) -> _Stay | None:
    """Find the stretch from the first day of belonging to the last, by the best that is said."""
    about = [spell for spell in spells if conclusion(spell, spells) is not False]
    if not about:
        return None
    first = [saying for saying in about[0].sayings if saying.holds is not False]
    last = [saying for saying in about[-1].sayings if saying.holds is not False]
    return _Stay(
        min((saying.begins for saying in first), key=roughness),
        min((saying.ends for saying in last), key=roughness),
        frozenset(saying.grade for saying in last if saying.grade),
    )


def roughness(bound: Bound) -> tuple[bool, int]:
    """Give how little a bound says: an open one says least."""
    return bound == OPEN_BOUND, (bound.latest - bound.earliest).days


def _with_grades(party: Party, grades: frozenset[str]) -> Party:
    return Party(
        code=party.code,
        kind=party.kind,
        places=party.places,
        population=party.population,
        grades=grades,
    )
