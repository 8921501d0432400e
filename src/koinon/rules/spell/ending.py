"""Why one spell gave way to the next."""

from koinon.rules.spell.piece import Piece
from koinon.rules.spell.spell import Ended, Saying

_STRONGEST_FIRST = (Ended.DENIED, Ended.SAID_END, Ended.NEW_STATEMENT, Ended.CERTAIN)


def ending(before: Piece, after: Piece) -> Ended:
    """Tell why a spell ended on the day another begins; the gravest cause of several."""
    causes = {_cause(before.party, after.party), _cause(before.network, after.network)}
    if before.third or after.third:
        then = {saying.speaker: saying for saying in before.third}
        now = {saying.speaker: saying for saying in after.third}
        causes.update([_cause(then.get(name), now.get(name)) for name in then | now])
    return next(cause for cause in _STRONGEST_FIRST if cause in causes)


def _cause(then: Saying | None, now: Saying | None) -> Ended | None:
    if then is now:
        return None
    if now is None:
        return Ended.SAID_END
    if now.holds is False and (then is None or then.holds is not False):
        return Ended.DENIED
    return Ended.NEW_STATEMENT if then is None else _turn(then, now)


def _turn(then: Saying, now: Saying) -> Ended:
    if then.voice is not now.voice:
        return Ended.NEW_STATEMENT if now.in_koinon else Ended.SAID_END
    if (then.stated_on, then.number) == (now.stated_on, now.number):
        return Ended.CERTAIN if now.is_certain else Ended.SAID_END
    is_newer = (now.stated_on, now.number) > (then.stated_on, then.number)
    return Ended.NEW_STATEMENT if is_newer else Ended.SAID_END
