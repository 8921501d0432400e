"""Since when, and until when: the first or the last day, as rough as it is known."""

from koinon.rules.beginning import Disputed
from koinon.rules.bound import Bound, Precision
from koinon.wording.catalogue import sentence
from koinon.wording.values import write_bound, write_limit, write_told

_OPEN = frozenset({Precision.AT_LATEST, Precision.AT_EARLIEST})


def say_since(first_day: Bound, language: str) -> str:
    """Say since when: seit 2015, seit einem Tag zwischen 2015 und 2017, seit 2011 oder 2015."""
    return _say("period.since", first_day, language)


def say_until(last_day: Bound, language: str) -> str:
    """Say until when, the last day included: bis 20.10.2015, bis nach 2024."""
    return _say("period.until", last_day, language)


def say_period(first_day: Bound, last_day: Bound | None, language: str) -> str:
    """Say from when until when; of what has not ended, since when."""
    if last_day is None:
        return say_since(first_day, language)
    return f"{_say('period.from', first_day, language)} {say_until(last_day, language)}"


def _say(code: str, day: Bound, language: str) -> str:
    if isinstance(day, Disputed):
        return sentence(f"{code}.disputed", language).format(days=write_told(day, language))
    precision = day.precision
    written = write_limit(day, language) if precision in _OPEN else write_bound(day, language)
    return sentence(f"{code}.{precision}", language).format(day=written)
