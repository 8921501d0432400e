"""A body with very many seats: a page at a time, the number of all of them on each."""

from datetime import date

import pytest

from koinon.overview.body import BodyPage
from koinon.overview.body_holders import MOST_AT_ONCE, PAGE_SIZE
from koinon.overview.delegations import Seated
from koinon.register.actions import add_organisations, state
from koinon.register.drafts import OrganisationDraft, StatementDraft
from koinon.rules.bound import Bound
from tests.overview.bodies import TODAY, body
from tests.overview.committee import add_committee, seat
from tests.register.town import OPERATOR

pytestmark = pytest.mark.django_db

NAMES = [f"city-{n:03}" for n in range(MOST_AT_ONCE + 1)]


@pytest.fixture(autouse=True)
def committee() -> None:
    add_committee()


def seat_cities(names: list[str]) -> None:
    drafts = [OrganisationDraft(code=name, kind="municipality") for name in names]
    add_organisations(organisations=drafts, by=OPERATOR)
    seat(*names)


def pages(day: date = TODAY) -> list[BodyPage]:
    found = [body("eccar", "steering-committee", day)]
    while found[-1].after:
        found.append(body("eccar", "steering-committee", day, after=found[-1].after))
    return found


def leave(name: str, day: date) -> None:
    said = StatementDraft(
        bond=f"{name}-seat",
        number=2,
        source="list",
        grade="",
        valid_from=Bound(day),
        stated_on=TODAY,
    )
    state(statements=[said], by=OPERATOR)


def test_as_many_as_fit_are_shown_at_once() -> None:
    seat_cities(NAMES[:-1])
    (page,) = pages()
    assert (page.is_page, len(page.tenures), page.seated.held) == (False, 300, 300)


def test_pages_show_everybody_once_and_count_all_on_each() -> None:
    seat_cities(NAMES)
    found = pages()
    assert [len(page.tenures) for page in found] == [*[PAGE_SIZE] * 6, 1]
    shown = [item.party.code for page in found for item in page.tenures]
    assert sorted(shown) == NAMES
    assert {(page.is_page, page.seated) for page in found} == {(True, Seated(len(NAMES)))}


def test_who_left_before_the_day_is_neither_shown_nor_counted() -> None:
    seat_cities(NAMES)
    leave("city-007", date(2026, 6, 1))
    on_the_day, before = pages(), pages(date(2026, 5, 31))
    shown = {item.party.code for page in on_the_day for item in page.tenures}
    assert (len(shown), on_the_day[0].seated) == (300, Seated(300))
    assert "city-007" not in shown
    assert (before[0].seated, before[-1].seated) == (Seated(301), Seated(301))
