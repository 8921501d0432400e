"""A page held against the register, as somebody does it with a keyboard and a file."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visitor import WIDTHS, Keyboard, looked_at

TEXT = "Eurocities ist ein Netzwerk mit 135 Mitgliedern aus 38 Ländern. Es wurde 1986 gegründet."
SEND = ".check-form button[type=submit]"
CONTROLS = ".site-nav, .search, .check-form button, .languages"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_pasted_text_is_read_by_keyboard_from_the_first_page_on(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    keys = Keyboard(page)
    page.goto("/de/")
    keys.press(".site-nav a[href$='/check/']")
    keys.type("#check-text", TEXT)
    keys.press(SEND)
    row = page.locator("table.checked tbody tr").first
    expect(row.locator("del")).to_have_text("135")
    expect(row.locator("ins")).to_contain_text("200")
    keys.press_within(".marked mark sup a")
    assert page.url.endswith("#s1")
    keys.reach("#on")
    # In which order a day is typed depends on the browser's own language.
    page.locator("#on").fill("2016-01-01")
    keys.press(SEND)
    expect(page.locator("#on")).to_have_value("2016-01-01")
    expect(page.locator("table.checked del")).to_have_text("38")
    keys.press(".languages button[lang=fr]")
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(page.locator("#check-text")).to_have_value(TEXT)
    expect(page.locator("#on")).to_have_value("2016-01-01")


def test_a_file_is_read_and_can_be_mended(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<html><script>alert(1)</script><p>{TEXT}</p></html>", "utf-8")
    page.goto("/de/check/")
    page.locator("#check-file").set_input_files(file)
    page.locator(SEND).click()
    expect(page.locator("table.checked del")).to_have_text("135")
    expect(page.locator("#check-text")).to_have_value(TEXT)
    page.emulate_media(media="print")
    assert [it for it in page.locator(CONTROLS).all() if it.is_visible()] == []
    expect(page.locator("table.checked")).to_have_count(2)


@pytest.mark.parametrize(("language", "width"), [("de", 320), ("en", 1280), ("fr", 320)])
def test_neither_form_nor_result_nor_refusal_has_a_barrier(
    coloured: Page, language: str, width: int
) -> None:
    page = coloured
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/{language}/check/")
    found = looked_at(page)
    page.locator(SEND).click()
    expect(page.locator("#check-error")).to_be_visible()
    found += looked_at(page)
    page.locator("#check-text").fill(TEXT)
    page.locator(SEND).click()
    expect(page.locator(".marked mark").first).to_be_visible()
    found += looked_at(page)
    assert found == []
