"""The words for a state: who agrees, who alone says it, who denies."""

from datetime import date

from koinon.rules.answer import Reason
from koinon.rules.spell.spell import Spell
from koinon.rules.spell.state import State, last_confirmed_on

NOBODY = Reason("spell.state.nothing")


def state_words(spell: Spell, state: State, confirmed_on: date | None = None) -> Reason:
    """Word a state as ``state`` judged it for a spell.

    The codes: ``spell.state.agreed`` and ``.aging`` with the day of the confirmation,
    ``.one-side.`` and ``.denied.`` with the side, ``.reported.`` with whose source it was,
    ``.differing``.
    """
    day = {"day": confirmed_on or last_confirmed_on(spell)}
    match state:
        case State.AGREED | State.AGING:
            return Reason(f"spell.state.{state}", day)
        case State.ONE_SIDE:
            side = "party" if spell.party is not None and spell.party.in_koinon else "network"
            return Reason(f"spell.state.one-side.{side}", day)
        case State.REPORTED:
            return Reason(f"spell.state.reported.{_only(_reporting(spell))}")
        case State.DENIED:
            return Reason(f"spell.state.denied.{_only(_denying(spell))}")
    return Reason("spell.state.differing")


def _reporting(spell: Spell) -> list[str]:
    speaking = {"party": spell.party, "network": spell.network, "third": spell.third}
    return [name for name, said in speaking.items() if said]


def _denying(spell: Spell) -> list[str]:
    sides = {"party": spell.party, "network": spell.network}
    return [name for name, said in sides.items() if said is not None and said.holds is False]


def _only(names: list[str]) -> str:
    return names[0] if len(names) == 1 else "several"
