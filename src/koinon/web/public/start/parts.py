"""The question how the city belongs to a network, where its rules make a difference."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from koinon.overview.visit.answers import Part, Visit
from koinon.overview.visit.choices import Choice
from koinon.rules.answer import Reason
from koinon.web.public.start import reading
from koinon.web.public.start.step import Typed

PART = "part-"
SINCE = "since-"
LONGEST = 100
MOST_DAYS = 8
"""More days are not asked for: nobody should have to type more than fifteen fields."""


class Question(NamedTuple):
    """A question with what was answered; ``since`` is None where no day is asked for."""

    choice: Choice
    chosen: str
    since: str | None
    error: Reason | None


def parts_in(typed: Typed, visit: Visit, today: date) -> dict[str, Part]:
    """Read how the city belongs to each network that was asked about; what is wrong is kept."""
    found = dict(visit.parts)
    for code in visit.networks:
        option = typed.fields.get(f"{PART}{code}", "")[:LONGEST]
        since = typed.read(f"{SINCE}{code}", lambda text: reading.since_in(text, today), "")
        if f"{PART}{code}" in typed.fields:
            found[code] = Part(option, since)
    return found


def questions(choices: Iterable[Choice], typed: Typed) -> tuple[Question, ...]:
    """Put each question with what was typed, else with what was answered before."""
    return tuple(_question(n, choice, typed) for n, choice in enumerate(choices))


def _question(n: int, choice: Choice, typed: Typed) -> Question:
    code = choice.network.code
    since = typed.fields.get(f"{SINCE}{code}", choice.since)
    return Question(
        choice=choice,
        chosen=typed.fields.get(f"{PART}{code}", choice.chosen),
        since=since if n < MOST_DAYS else None,
        error=typed.errors.get(f"{SINCE}{code}"),
    )
