"""What migrations work out from rows that were there before."""

from datetime import date
from importlib import import_module
from typing import Any

import pytest

members_in_order: Any = import_module("koinon.register.migrations.0010_members_in_order")


def saying(
    voice: str, *, holds: bool | None = True, stated_on: str = "2026-01-01"
) -> dict[str, Any]:
    return {"voice": voice, "holds": holds, "stated_on": stated_on}


IN_KOINON, SOURCE, OTHERS = "in-koinon", "own-source", "third-party"
YES, NO = saying(IN_KOINON), saying(IN_KOINON, holds=False)
READ, DENIED = saying(SOURCE), saying(SOURCE, holds=False)
PRESS = saying(OTHERS)


@pytest.mark.parametrize(
    ("party", "network", "third", "differences", "expected"),
    [
        (YES, YES, [], [], "agreed"),
        (YES, YES, [], [["grade", "party", "network"]], "differing"),
        (YES, YES, [PRESS], [["ending", "party", "press"]], "agreed"),
        (NO, NO, [], [], "denied"),
        (YES, NO, [], [], "differing"),
        (YES, None, [], [], "one-side"),
        (YES, READ, [], [["beginning", "party", "network"]], "differing"),
        (READ, None, [], [], "reported"),
        (None, None, [PRESS], [], "reported"),
        (DENIED, None, [PRESS], [], "denied"),
        (None, DENIED, [], [], "denied"),
        (None, DENIED, [PRESS], [["denial", "network", "press"]], "differing"),
    ],
)
def test_how_ties_stand_is_judged_from_what_was_stored(
    party: object, network: object, third: object, differences: object, expected: str
) -> None:
    spell = {"party": party, "network": network, "third": third, "differences": differences}
    assert members_in_order.standing(spell) == expected


def test_the_last_confirmation_is_the_earlier_one_of_two_sides_in_koinon() -> None:
    earlier, later = (saying(IN_KOINON, stated_on=day) for day in ("2025-03-01", "2026-02-01"))
    read = saying(SOURCE, stated_on="2020-01-01")
    found = members_in_order.last_confirmed_on
    assert found({"party": later, "network": earlier}) == date(2025, 3, 1)
    assert found({"party": read, "network": later}) == date(2026, 2, 1)
    assert found({"party": read, "network": None}) is None


def test_a_name_has_a_line_for_each_language_only_where_it_differs() -> None:
    shown = members_in_order.shown_names
    assert shown({"mul": "Essen"}) == {"": "Essen"}
    assert shown({"de": "Köln", "en": "Cologne"}) == {
        "de": "Köln",
        "en": "Cologne",
        "fr": "Cologne",
    }
    assert shown({"pl": "Kolonia"}) == {"": "Kolonia"}
