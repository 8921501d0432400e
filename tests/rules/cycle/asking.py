"""Ask the questions that examples of dues put."""

from datetime import date
from typing import Any

from koinon.rules.bound import Bound
from koinon.rules.charter.forms import CharterForm
from koinon.rules.condition import Party
from koinon.rules.cycle.due import Due
from koinon.rules.cycle.dues import dues
from koinon.rules.cycle.duties import Duties, prepare
from koinon.rules.cycle.forms import CycleForm
from koinon.rules.cycle.standing import judge
from tests.rules.reading import plain, read_events
from tests.rules.rulebook import Rulebook, without_empty


def duties_of(book: Rulebook) -> Duties:
    """Prepare the rules of an example."""
    cycle = book.applied("cycle", CycleForm)
    return prepare(cycle, book.applied("charter", CharterForm), book.groups)


def found(book: Rulebook, case: dict[str, Any]) -> tuple[Due, ...]:
    """List the dues of one example."""
    strands = case.get("strands")
    return dues(
        duties_of(book),
        read_events(case.get("events", ())),
        until=date.fromisoformat(case["until"]),
        seen_on=date.fromisoformat(case["day"]) if case.get("as_seen") else None,
        since=Bound.parse(case["since"]) if "since" in case else None,
        party=Party(strands=None if strands is None else frozenset(strands)),
        strand=case.get("strand", ""),
        text=case.get("text", ""),
    )


def listed(book: Rulebook, case: dict[str, Any]) -> list[dict[str, Any]]:
    """List the dues of one example as an example file does, each judged on the day asked."""
    return [_row(due, case) for due in found(book, case)]


def _row(due: Due, case: dict[str, Any]) -> dict[str, Any]:
    listed_on = date.fromisoformat(case["listed_on"]) if "listed_on" in case else None
    events, day = read_events(case.get("events", ())), date.fromisoformat(case["day"])
    standing = judge(due, events, day, listed_on=listed_on)
    moved = due.first_due_on if due.moves else None
    return without_empty(
        key=str(due.key),
        due_on=str(due.due_on) if due.due_on else None,
        before=str(moved) if moved else None,
        state=standing.state.value,
        by=f"{standing.event.code} {standing.event.on}" if standing.event else None,
        listed_on=str(standing.listed_on) if standing.listed_on else None,
        reason=plain(due.reason) if due.reason else None,
        notes=tuple(plain(due.notes)),
    )
