"""Ask the questions that examples of terms put."""

from collections.abc import Callable
from datetime import date
from typing import Any

from koinon.rules.bound import Bound
from koinon.rules.condition import Party
from koinon.rules.term.end import term_on
from koinon.rules.term.forms import TermForm
from koinon.rules.term.limits import Term
from koinon.rules.term.rotation import Turn, rotation
from koinon.rules.term.succession import stand_ins, succession
from tests.rules.rulebook import Rulebook


def ask(book: Rulebook, case: dict[str, Any]) -> Any:
    """Answer one example."""
    rules = book.applied("term", TermForm)
    return ASK[case["ask"]](rules, case, date.fromisoformat(case["day"]))


def term_of(case: dict[str, Any]) -> Term:
    """Read the term an example asks about."""
    return Term(
        of=tuple(case["of"]),
        began=_bound(case, "began"),
        said_end=_bound(case, "said_end"),
        said_ahead=case.get("said_ahead", False),
        rests_on_end=_bound(case, "rests_on_end"),
        party=Party(code=case.get("party", "")),
    )


def _bound(case: dict[str, Any], name: str) -> Bound | None:
    return Bound.parse(case[name]) if name in case else None


def _term(rules: Any, case: dict[str, Any], day: date) -> Any:
    return term_on(rules, term_of(case), day, successor_began=_bound(case, "successor_began"))


def _rotation(rules: Any, case: dict[str, Any], day: date) -> Any:
    turns = [
        Turn(holder=holder, since=Bound.parse(since)) for holder, since in case["turns"].items()
    ]
    return rotation(rules, case["of"][0], turns, day)


def _succession(rules: Any, case: dict[str, Any], day: date) -> Any:
    term = None
    if "began" in case:
        term = term_on(rules, term_of(case), day).end
    sent_by = case.get("sent_by", "")
    return succession(rules, case["of"], day, sent_by=sent_by, term=term)


def _stand_ins(rules: Any, case: dict[str, Any], day: date) -> Any:
    return stand_ins(rules, case["of"][0], day)


ASK: dict[str, Callable[..., Any]] = {
    "term": _term,
    "rotation": _rotation,
    "succession": _succession,
    "stand-ins": _stand_ins,
}
