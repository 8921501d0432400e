"""The day on the way: it can be changed on each page, and nothing that was answered is lost."""

import pytest
from django.test import Client

from tests.web.markup import Element, page
from tests.web.start.way import ask, carried, known, to_head, to_missing, to_result

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

EARLIER = "2015-06-01"
CONTROL = {"on": EARLIER, "translated": "1"}


def day_of(html: Element) -> str:
    """Give the day that a page is of, which its footer and its control both name."""
    shown = html.one("footer").one("time")["datetime"]
    assert html.one("input", id="on")["value"] == shown
    return shown


def test_answers_to_ties_are_kept_on_another_day() -> None:
    html = known("de", "koeln")
    answers = {"carried": carried(html), "mark-koeln-eurocities": "no"}
    again = ask("de", "ties", answers | CONTROL)
    assert day_of(again) == EARLIER
    assert "checked" in again.one("input", id="koeln-eurocities-no")


def test_what_was_typed_is_kept_on_another_day() -> None:
    html = to_missing("de", city="koeln")
    again = ask("de", "missing", {"carried": carried(html), "text": "Hansebund"} | CONTROL)
    assert (day_of(again), again.one("textarea", name="text").text) == (EARLIER, "Hansebund")
    head = to_head(to_missing("de", name="Musterstadt"), "de")
    typed = {"carried": carried(head), "name": "Maria Muster", "since": "gestern"}
    again = ask("de", "head", typed | CONTROL)
    assert day_of(again) == EARLIER
    assert again.one("input", name="name")["value"] == "Maria Muster"


def test_a_named_day_counts_more_than_the_field_beside_it() -> None:
    html = to_missing("de", city="koeln")
    named = html.one("ul", class_="named-days").all("button", name="day")
    assert {it["formaction"] for it in named} == {"/de/start/missing/"}
    pressed = {"carried": carried(html), "on": "2020-01-01", "day": named[0]["value"]}
    assert day_of(ask("de", "missing", pressed)) == named[0]["value"]


def test_fees_and_dates_are_those_of_the_day() -> None:
    html = to_head(to_missing("en", city="koeln"), "en")
    result = to_result(html, "en")
    again = ask("en", "result", {"carried": carried(result)} | CONTROL)
    assert day_of(again) == EARLIER
    assert again.one("section", aria_labelledby="fees").one("h2").text.endswith("2015")


def test_a_form_that_goes_on_takes_the_day_along() -> None:
    html = known("de", "koeln")
    onward = ask("de", "missing", {"carried": carried(html), "on": EARLIER})
    assert day_of(onward) == EARLIER
    assert onward.one("form", id="asked")["action"] == f"/de/start/networks/?on={EARLIER}"


@pytest.mark.parametrize("named", ["2015-02-30", "0001-01-01", "tomorrow"])
def test_a_day_that_does_not_exist_is_said_beside_its_field(named: str) -> None:
    html = to_missing("de", city="koeln")
    sent = {"carried": carried(html), "text": "Hansebund", "on": named}
    again = ask("de", "missing", sent, status=400)
    assert named in again.one(role="alert").text
    assert again.one("input", id="on")["aria-describedby"] == "on-error"
    assert again.one("textarea", name="text").text == "Hansebund"


def test_no_file_is_made_for_a_day_that_does_not_exist() -> None:
    result = to_result(to_head(to_missing("de", city="koeln"), "de"), "de")
    again = ask("de", "letter", {"carried": carried(result), "on": "2015-02-30"}, status=400)
    assert "2015-02-30" in again.one(role="alert").text
    assert "Ihr Ergebnis" in again.one("h1").text


def test_the_first_page_asks_for_its_day_by_itself() -> None:
    html = page(Client().get("/de/start/", {"q": "burg", "on": EARLIER}))
    form = html.one(class_="day-line").one("form")
    assert form["method"] == "get"
    assert form.one("input", name="q")["value"] == "burg"
    assert day_of(html) == EARLIER
