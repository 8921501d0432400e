"""The pages as people meet them: by keyboard, without script, on another day."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

LANGUAGES = ("de", "en", "fr")
NETWORK = "networks/climate-alliance/?population=1087863"
FOCUS = """() => {
  const it = document.activeElement, look = getComputedStyle(it);
  return [it.tagName, look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2];
}"""
HOW = {"de": "Wie berechnet?", "en": "How?", "fr": "Comment ?"}


@pytest.fixture
def without_script(browser: Browser, live_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=live_url, locale="de-DE", java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_the_first_stop_of_the_keyboard_leads_past_the_head(page: Page) -> None:
    page.goto("/de/cities/koeln/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", "#main")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_derivation_opens_with_the_keyboard(page: Page, language: str) -> None:
    page.goto(f"/{language}/{NETWORK}")
    details = page.locator(".answer details[data-trace=fee]").first
    summary = details.locator("summary")
    expect(summary).to_have_text(HOW[language])
    expect(details.locator("table")).to_be_visible()
    summary.focus()
    page.keyboard.press("Enter")
    expect(details.locator("table")).to_be_hidden()
    page.keyboard.press("Space")
    expect(details.locator("table")).to_be_visible()


@pytest.mark.parametrize("address", ["cities/koeln/", NETWORK, "people/juergen-roters/"])
def test_what_has_the_focus_is_seen(page: Page, address: str) -> None:
    page.goto(f"/de/{address}")
    focused = []
    for _ in range(25):
        page.keyboard.press("Tab")
        focused.append(page.evaluate(FOCUS))
    assert [tag for tag, marked in focused if not marked and tag != "BODY"] == []
    assert {"A", "INPUT", "BUTTON"} <= {tag for tag, _ in focused}


def test_search_and_day_and_fee_work_without_script(without_script: Page) -> None:
    page = without_script
    page.goto("/en/")
    page.locator("main form[role=search] input[name=q]").fill("Cologne")
    page.locator("main form[role=search] button").click()
    page.get_by_role("link", name="Cologne", exact=True).first.click()
    assert page.url.endswith("/en/cities/koeln/")
    page.locator("input[name=on]").fill("2015-10-22")
    page.locator(".day-line button").click()
    expect(page.locator("main")).to_contain_text("Henriette Reker")
    assert page.url.endswith("/en/cities/koeln/?on=2015-10-22")
    page.goto("/en/networks/rainbow-cities/")
    page.locator("input[name=population]").fill("300001")
    page.locator("input[name=population]").press("Enter")
    expect(page.locator(".answer")).to_contain_text("2,000")


def test_the_language_changes_on_the_same_day(page: Page) -> None:
    page.goto("/de/cities/koeln/?on=2015-06-01")
    page.locator(".languages a[hreflang=fr]").click()
    assert page.url.endswith("/fr/cities/koeln/?on=2015-06-01")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("h1")).to_have_text("Cologne")
