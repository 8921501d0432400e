"""Search as one types, as people meet it: by keyboard, with and without script."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.visitor import looked_at


@pytest.fixture
def without_script(browser: Browser, live_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=live_url, locale="de-DE", java_script_enabled=False)
    yield context.new_page()
    context.close()


def type_into_the_field(page: Page, text: str) -> None:
    page.locator("form[role=search] input[name=q]").first.focus()
    page.keyboard.type(text, delay=20)


def test_a_city_is_reached_by_keyboard_in_spite_of_a_typing_error(page: Page) -> None:
    page.goto("/de/networks/")
    type_into_the_field(page, "Kolm")
    hits = page.locator(".search-hits")
    expect(hits.locator("a").first).to_contain_text("Köln")
    expect(hits).to_be_visible()
    expect(hits.locator("a").first).to_contain_text("Stadt, Deutschland")
    number = hits.locator("a").count()
    told = "1 Ergebnis" if number == 1 else f"{number} Ergebnisse"
    expect(page.locator("form[role=search] [role=status]")).to_have_text(told)
    page.keyboard.press("ArrowDown")
    expect(hits.locator("a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/cities/koeln/")


def test_arrows_walk_in_a_circle_and_escape_closes(page: Page) -> None:
    page.goto("/de/")
    type_into_the_field(page, "ro")
    links, field = page.locator(".search-hits a"), page.locator("input[name=q]").first
    expect(links).to_have_count(2)
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(page.locator(".search-hits").first).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-hits").first).to_be_visible()


def test_enter_in_the_field_leads_to_all_results(page: Page) -> None:
    page.goto("/en/")
    type_into_the_field(page, "mayors peice")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/en/search/\?q=mayors\+peice"))
    expect(page.locator(".did-you-mean a")).to_have_text("Mayors for Peace")


def test_the_list_closes_when_the_focus_leaves(page: Page) -> None:
    page.goto("/de/networks/")
    type_into_the_field(page, "bonn")
    expect(page.locator(".search-hits")).to_be_visible()
    page.locator("main").click()
    expect(page.locator(".search-hits")).to_be_hidden()


def test_what_was_typed_last_is_shown(page: Page) -> None:
    page.goto("/de/networks/")
    type_into_the_field(page, "Wien")
    for _ in range(4):
        page.keyboard.press("Backspace")
    page.keyboard.type("Oslo")
    expect(page.locator(".search-hits a").first).to_contain_text("Oslo")
    expect(page.locator(".search-hits")).not_to_contain_text("Wien")


@pytest.mark.parametrize("status", [429, 500])
def test_an_error_is_not_shown_as_results(page: Page, status: int) -> None:
    page.route("**/search/hits/**", lambda it: it.fulfill(status=status, body="<p>An error</p>"))
    page.goto("/de/networks/")
    with page.expect_response("**/search/hits/**"):
        type_into_the_field(page, "b")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".search-hits")).to_be_hidden()
    expect(page.locator("form[role=search]")).not_to_contain_text("An error")


def test_it_works_without_script(without_script: Page) -> None:
    page = without_script
    page.goto("/fr/")
    type_into_the_field(page, "Colgone")
    page.keyboard.press("Enter")
    expect(page.locator(".did-you-mean a")).to_have_text("Cologne")
    expect(page.locator(".search-hits").first).to_be_hidden()
    page.locator(".search-results a").first.click()
    assert page.url.endswith("/fr/cities/koeln/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_open_list_fits_and_has_no_barrier(
    browser: Browser, live_url: str, scheme: Any, width: int
) -> None:
    context = browser.new_context(
        base_url=live_url, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto("/de/networks/")
    type_into_the_field(page, "reg")
    expect(page.locator(".search-hits")).to_be_visible()
    assert looked_at(page) == []
    context.close()


def test_results_and_their_lack_have_no_barrier_on_a_telephone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for query in ("Kolm", "ro", "xyzzyqq", "م" * 500):
        page.goto(f"/de/search/?q={query}")
        assert looked_at(page) == []
