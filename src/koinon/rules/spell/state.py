"""The state of a bond: what follows from what both sides, and sources, say of it."""

from datetime import date, timedelta
from enum import StrEnum

from koinon.rules.duration import Duration
from koinon.rules.spell.said import Side
from koinon.rules.spell.spell import Saying, Spell


class State(StrEnum):
    """How a bond stands on a day."""

    AGREED = "agreed"
    REPORTED = "reported"
    ONE_SIDE = "one-side"
    DIFFERING = "differing"
    DENIED = "denied"
    AGING = "aging"


class NotInSpell(ValueError):
    """The day asked for lies outside the spell."""

    def __init__(self, day: date, spell: Spell) -> None:
        super().__init__(f"{day} is not in the spell {spell.valid_from}..{spell.valid_until}")


def state(
    spell: Spell,
    day: date,
    *,
    last_stated_on: date | None = None,
    aging_after: Duration | None = None,
) -> State:
    """Judge how a bond stands on a day of a spell.

    ``last_stated_on`` is the last confirmation; without it, the spell's own. Raises NotInSpell.
    """
    if not spell.covers(day):
        raise NotInSpell(day, spell)
    confirmed_on = last_stated_on or last_confirmed_on(spell)
    return aged(standing(spell), day, confirmed_on, aging_after)


def aged(
    standing: State, day: date, confirmed_on: date | None, aging_after: Duration | None
) -> State:
    """Judge what was said in Koinon by its age: confirmed too long before a day, it is aging."""
    if standing not in {State.AGREED, State.ONE_SIDE} or aging_after is None:
        return standing
    if confirmed_on is None or day <= aging_after.after(confirmed_on):
        return standing
    return State.AGING


def fresh_from(day: date, aging_after: Duration) -> date:
    """Give the first day on which a confirmation had to be made to be fresh on a day.

    Whatever was confirmed before it is aging, as ``aged`` judges.
    """
    first = aging_after.before(day)
    while aging_after.after(first) < day:
        first += timedelta(days=1)
    while aging_after.after(first - timedelta(days=1)) >= day:
        first -= timedelta(days=1)
    return first


def last_confirmed_on(spell: Spell) -> date | None:
    """Give the last day by which every side that speaks in Koinon had confirmed what it says."""
    sides = [saying for saying in (spell.party, spell.network) if saying is not None]
    return min((saying.stated_on for saying in sides if saying.in_koinon), default=None)


def standing(spell: Spell) -> State:
    """Judge how a bond stands on the days of a spell, its age apart.

    Where both sides speak in Koinon, no source can make them differ. What the party denies, third
    parties cannot uphold; what only the network denies, they can.
    """
    sides = [saying for saying in (spell.party, spell.network) if saying is not None]
    told = sum(map(_in_koinon, sides))
    denying = sum(saying.holds is False for saying in sides)
    if denying and denying < len(sides):
        return State.DIFFERING
    if told == 2:
        return State.DENIED if denying else _between_sides(spell)
    if denying and (_denies(spell.party) or not any(map(_affirms, spell.third))):
        return State.DENIED
    if spell.differences:
        return State.DIFFERING
    return State.ONE_SIDE if told else State.REPORTED


def _between_sides(spell: Spell) -> State:
    names = {Side.PARTY.value, Side.NETWORK.value}
    if any({item.one, item.other} == names for item in spell.differences):
        return State.DIFFERING
    return State.AGREED


def _in_koinon(saying: Saying | None) -> bool:
    return saying is not None and saying.in_koinon


def _denies(saying: Saying | None) -> bool:
    return saying is not None and saying.holds is False


def _affirms(saying: Saying) -> bool:
    return saying.holds is not False
