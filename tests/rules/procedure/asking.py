"""Ask the questions that examples of procedures put."""

from collections.abc import Callable
from datetime import date
from typing import Any

from koinon.rules.bound import Bound
from koinon.rules.condition import Party
from koinon.rules.duration import Duration
from koinon.rules.procedure.forms import ProcedureForm
from koinon.rules.procedure.leaving import Notice, leave
from koinon.rules.procedure.pause import pause
from koinon.rules.procedure.progress import progress
from tests.rules.reading import read_events
from tests.rules.rulebook import Rulebook


def ask(book: Rulebook, case: dict[str, Any]) -> Any:
    """Answer one example."""
    rules = book.applied("procedure", ProcedureForm)
    day = date.fromisoformat(case["day"])
    return ASK[case["ask"]](rules, case, day)


def _progress(rules: Any, case: dict[str, Any], day: date) -> Any:
    places = case.get("places")
    return progress(
        rules,
        read_events(case.get("events", ())),
        day,
        Party(places=None if places is None else frozenset(places)),
        of=case.get("of", "accession"),
        strand=case.get("strand", ""),
        needed=case.get("needed"),
    )


def _leave(rules: Any, case: dict[str, Any], day: date) -> Any:
    typed = case.get("typed")
    notice = None if typed is None else Notice(length=Duration.parse(typed))
    return leave(rules, Bound.parse(case["notice"]), day, typed=notice)


def _pause(rules: Any, case: dict[str, Any], day: date) -> Any:
    return pause(rules, read_events(case.get("events", ())), day)


ASK: dict[str, Callable[..., Any]] = {"progress": _progress, "leave": _leave, "pause": _pause}
