"""Totals are counted once for each state of the register, of the statutes, and each day."""

from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from pytest_django import Settings

from koinon.overview.totals import total
from koinon.register.actions import add_organisations
from koinon.register.drafts import OrganisationDraft
from tests.register.town import OPERATOR

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 22)


@pytest.fixture
def asked() -> Callable[..., int]:
    """Give a total that counts how often it was counted."""
    times = count(1)

    def ask(*parts: str, day: date = DAY) -> int:
        return total("times", *parts, day=day, count=lambda: next(times))

    return ask


def test_the_same_is_counted_once(asked: Callable[..., int]) -> None:
    assert [asked("uclg"), asked("uclg"), asked("eccar"), asked("uclg")] == [1, 1, 2, 1]


def test_another_day_is_counted_anew(asked: Callable[..., int]) -> None:
    assert [asked("uclg"), asked("uclg", day=date(2026, 11, 23))] == [1, 2]


def test_an_entry_lets_all_be_counted_anew(asked: Callable[..., int]) -> None:
    before = asked("uclg")
    added = OrganisationDraft(code="koeln", kind="municipality")
    add_organisations(organisations=[added], by=OPERATOR)
    assert (before, asked("uclg"), asked("uclg")) == (1, 2, 2)


def test_a_statute_that_nobody_loaded_lets_all_be_counted_anew(
    asked: Callable[..., int], tmp_path: Path, settings: Settings
) -> None:
    settings.KOINON_STATUTES = tmp_path
    before = asked("uclg")
    (tmp_path / "hanse.toml").write_text("", encoding="utf-8")
    with_it = asked("uclg")
    (tmp_path / "hanse.toml").write_text("# changed", encoding="utf-8")
    assert (before, with_it, asked("uclg")) == (1, 2, 3)
