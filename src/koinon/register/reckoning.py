"""What members owe by the statutes of their networks: events and statements put to the rules."""

from collections.abc import Iterable, Iterator, Mapping
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
from koinon.rules.spell.spell import Saying, Spell
from koinon.statutes.answers.dues import duties_of

BELONGING = (BondKind.MEMBERSHIP, BondKind.SIGNATURE, BondKind.PARTICIPATION)
"""The kinds of bond from which something can be owed."""


class Reckoned(NamedTuple):
    """What is owed on a bond as it is seen on a day, and the events known on that day.

    ``is_kept`` tells whether a side speaks for the bond in Koinon; else only sources report it.
    ``listed_on`` is the last day on which anybody but the party itself said that it holds.
    """

    bond: Bond
    is_kept: bool
    listed_on: date | None
    events: tuple[EventValue, ...]
    dues: tuple[Due, ...]


class _Stay(NamedTuple):
    """The stay around a day: from when until when, as it is said; the day's grades and voices."""

    begins: Bound
    ends: Bound
    grades: frozenset[str]
    is_kept: bool
    listed_on: date | None


def reckon(
    bonds: Iterable[Bond],
    day: date,
    *,
    until: date,
    known_on: date | None = None,
    parties: Mapping[int, Party] | None = None,
) -> Iterator[Reckoned]:
    """Work out what is owed up to a last day on the bonds that hold, or may hold, on a day.

    Only events up to that day count: what happens later is not there yet. The number of queries
    does not depend on the number of bonds. ``parties`` are those looked up for that day already.
    """
    belonging = [bond for bond in bonds if bond.kind in BELONGING]
    asked = [bond for bond in belonging if bond.counterpart.may_exist_on(day)]
    duties = _duties({bond.counterpart.code for bond in asked})
    asked = [bond for bond in asked if bond.counterpart.code in duties]
    if not asked:
        return
    keys = [bond.pk for bond in asked]
    spells = spells_known(keys, known_on)
    events = _events(keys, day, known_on)
    who = parties_on({bond.party_id for bond in asked}, day, known_on=known_on, found=parties)
    for bond in asked:
        stay = _stay(spells.get(bond.pk, ()), day)
        if stay is not None:
            happened = tuple(events.get(bond.pk, ()))
            found = dues(
                duties[bond.counterpart.code],
                happened,
                until=min(until, stay.ends.latest),
                seen_on=day,
                since=stay.begins,
                bond=bond.code,
                party=_with_grades(who[bond.party_id], stay.grades),
                strand=bond.strand,
            )
            yield Reckoned(bond, stay.is_kept, stay.listed_on, happened, found)


def _duties(networks: Iterable[str]) -> dict[str, Duties]:
    """Prepare the duties of all networks that have any."""
    found = {}
    for code in networks:
        statute = statute_of(code)
        if statute is not None and statute.cycle:
            found[code] = duties_of(statute)
    return found


def _events(bonds: list[int], day: date, known_on: date | None) -> dict[int, list[EventValue]]:
    rows = known(Event.objects.filter(bond__in=bonds, on_earliest__lte=day), known_on)
    found: dict[int, list[EventValue]] = {}
    for row in rows.select_related("source").order_by("bond_id", "number"):
        found.setdefault(row.bond_id, []).append(row.value)
    return found


def _stay(spells: tuple[Spell, ...], day: date) -> _Stay | None:
    """Find the stay around a day, from its first day to its last, by the best that is said."""
    around = _unbroken(spells, day)
    if not around:
        return None
    first, last = _affirming(around[0]), _affirming(around[-1])
    now = next(spell for spell in around if spell.covers(day))
    return _Stay(
        min((saying.begins for saying in first), key=roughness),
        min((saying.ends for saying in last), key=roughness),
        frozenset(saying.grade for saying in _affirming(now) if saying.grade),
        any(saying.in_koinon for saying in now.sayings),
        _listed_on(now, day),
    )


def _listed_on(spell: Spell, day: date) -> date | None:
    """Find the last day, up to one, on which the network or a third party said that it holds."""
    others = (spell.network, *spell.third)
    said = [it.stated_on for it in others if it is not None and it.holds and it.stated_on <= day]
    return max(said, default=None)


def _unbroken(spells: tuple[Spell, ...], day: date) -> list[Spell]:
    """List the spells without a gap around a day in which the bond holds or may hold."""
    run: list[Spell] = []
    for spell in spells:
        if conclusion(spell, spells) is False:
            continue
        if run and run[-1].valid_until < spell.valid_from:
            if run[-1].valid_until > day:
                break
            run = []
        run.append(spell)
    return run if run and run[0].valid_from <= day < run[-1].valid_until else []


def _affirming(spell: Spell) -> list[Saying]:
    return [saying for saying in spell.sayings if saying.holds is not False]


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
