"""Worked examples of spells: what is said, and what follows of it, whole."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from koinon.rules.spell.spell import Saying, Says, Spell, says
from koinon.rules.spell.state import last_confirmed_on, standing
from koinon.rules.spell.sweep import spells
from tests.rules.rulebook import Rulebook, cases_in
from tests.rules.spell.statements import said

FOLDER = Path(__file__).parent / "examples"
ANSWERS = {True: "yes", False: "no", None: "unknown"}


def statement(table: dict[str, Any]) -> Any:
    words = dict(table)
    if words.pop("denies", False):
        words["grade"] = None
    return said(**words)


def written(saying: Saying) -> str:
    grade = "" if says(saying) is Says.DENIED else f" {saying.grade}"
    return f"{says(saying)}{grade} by {saying.voice}"


def plain(spell: Spell) -> dict[str, Any]:
    row = {
        "days": f"{spell.valid_from} {spell.valid_until}",
        "party": spell.party and written(spell.party),
        "network": spell.network and written(spell.network),
        "third": [written(saying) for saying in spell.third],
        "state": standing(spell).value,
        "holds": ANSWERS[spell.holds],
        "differences": [" ".join(item) for item in spell.differences],
        "ended": spell.ended.value,
    }
    return {key: value for key, value in row.items() if value}


@pytest.mark.parametrize(("book", "case"), cases_in(FOLDER))
def test_what_is_said_becomes_these_spells(book: Rulebook, case: dict[str, Any]) -> None:
    found = spells(map(statement, case["said"]))
    assert [plain(spell) for spell in found] == case["spells"]
    if "confirmed_on" in case:
        assert [last_confirmed_on(spell) for spell in found] == [
            date.fromisoformat(case["confirmed_on"])
        ]
