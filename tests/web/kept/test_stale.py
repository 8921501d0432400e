"""No page is ever stale: after an entry, at midnight, after an end of term, in each language."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client

from koinon.register.actions import add_organisations, state
from koinon.register.drafts import OrganisationDraft, OrganisationNameDraft, StatementDraft
from koinon.rules.bound import Bound
from tests.register.town import OPERATOR, fill, statement
from tests.web.markup import page
from tests.web.places import LANGUAGES

pytestmark = pytest.mark.django_db

BEFORE_MIDNIGHT = datetime(2026, 11, 22, 22, 59, 59, tzinfo=UTC)
MIDNIGHT = datetime(2026, 11, 22, 23, 0, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def town() -> None:
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False):
        fill()


def ask(client: Client, path: str, tag: str = "") -> HttpResponse:
    headers = {"if-none-match": tag} if tag else {}
    found: HttpResponse = client.get(path, headers=headers)  # type: ignore[assignment]
    return found


def words(response: HttpResponse) -> str:
    return page(response).one("main").text


@pytest.mark.parametrize("language", LANGUAGES)
@time_machine.travel(BEFORE_MIDNIGHT, tick=False)
def test_after_an_entry_everything_says_so(client: Client, language: str) -> None:
    path = f"/{language}/cities/koeln/"
    before = ask(client, path)
    assert ask(client, path, before["ETag"]).status_code == 304
    state(statements=[statement(2, grade="", stated_on=date(2026, 11, 22))], by=OPERATOR)
    after = ask(client, path, before["ETag"])
    assert after.status_code == 200
    assert after["ETag"] != before["ETag"]
    assert "eccar" in words(before).casefold()
    assert "eccar" not in words(after).casefold()


@pytest.mark.parametrize("language", LANGUAGES)
@time_machine.travel(BEFORE_MIDNIGHT, tick=False)
def test_after_an_entry_lists_and_searches_have_what_is_new(client: Client, language: str) -> None:
    paths = [f"/{language}/networks/", f"/{language}/search/?q=hansa"]
    for path in paths:
        assert "Hansa League" not in words(ask(client, path))
    new = OrganisationDraft(code="hansa", kind="network")
    name = OrganisationNameDraft(organisation="hansa", language="mul", name="Hansa League")
    add_organisations(organisations=[new], names=[name], by=OPERATOR)
    for path in paths:
        assert "Hansa League" in words(ask(client, path))


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_midnight_in_berlin_a_page_is_of_the_new_day(client: Client, language: str) -> None:
    path = f"/{language}/cities/koeln/"
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False):
        before = ask(client, path)
        assert ask(client, path, before["ETag"]).status_code == 304
    with time_machine.travel(MIDNIGHT, tick=False):
        after = ask(client, path, before["ETag"])
    assert after.status_code == 200
    shown = [page(it).one("input", name="on")["value"] for it in (before, after)]
    assert shown == ["2026-11-22", "2026-11-23"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_after_the_end_of_a_term_nobody_holds_the_office(client: Client, language: str) -> None:
    held = StatementDraft(
        bond="roters-mayor",
        number=1,
        source="list",
        grade="holder",
        valid_from=Bound(date(2009, 10, 21)),
        valid_until=Bound(date(2026, 11, 23)),
        stated_on=date(2026, 1, 1),
    )
    with time_machine.travel(BEFORE_MIDNIGHT, tick=False):
        state(statements=[held], by=OPERATOR)
        before = holders(client, language)
    with time_machine.travel(MIDNIGHT, tick=False):
        assert (before, holders(client, language)) == (["Jürgen Roters"], [])


def holders(client: Client, language: str) -> list[str]:
    """Ask twice, so that the second answer is one that was kept."""
    path = f"/{language}/cities/koeln/"
    ask(client, path)
    seen = page(ask(client, path)).all("section", aria_labelledby="offices")
    return [link.text for section in seen for link in section.all("a") if "people" in link["href"]]


@time_machine.travel(BEFORE_MIDNIGHT, tick=False)
def test_each_language_is_kept_by_itself(client: Client) -> None:
    for _ in range(2):
        shown = [page(ask(client, f"/{it}/cities/koeln/")).one("html")["lang"] for it in LANGUAGES]
        assert shown == list(LANGUAGES)
    assert len(caches["pages"]) == len(LANGUAGES)  # type: ignore[arg-type]
