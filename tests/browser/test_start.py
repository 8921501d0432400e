"""From the name of a city to its files, as somebody does it who has a keyboard and no account."""

from pathlib import Path
from typing import Literal

import pytest
from docx import Document
from playwright.sync_api import Browser, Page, expect

from tests.browser.visitor import WIDTHS, Keyboard, looked_at

PASTED = "Netzwerk\nEurocites\nGlobal Covenant of Mayors\nHansebund der Neuzeit\nKlimabündnis"
NEXT = ".onward button[type=submit]"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_city_that_nobody_knows_takes_its_letter_along(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    keys = Keyboard(page)
    page.goto("/de/")
    keys.press("main a[href='/de/start/']")
    keys.type("#q", "Musterstadt an der Ruhr")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Musterstadt an der Ruhr")
    keys.reach("#country")
    page.keyboard.type("Deutschl")
    keys.type("#population", "120.000")
    keys.press(NEXT)
    keys.type("#text", PASTED)
    keys.press(NEXT)
    expect(page.locator("fieldset.question legend")).to_contain_text("Global Covenant of Mayors")
    keys.choose("input[type=radio][value=own]")
    keys.press(NEXT)
    keys.type("#name", "Maria Muster")
    keys.type("#since", "1.11.2025")
    keys.press(NEXT)
    expect(page.locator("h1")).to_have_text("Musterstadt an der Ruhr: Ihr Ergebnis")
    keys.reach("button[formaction$='/letter/']")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    name = waiting.value.suggested_filename
    assert name.startswith("koinon-musterstadt-an-der-ruhr-")
    assert name.endswith(".docx")
    assert_told(waiting.value.path())


def assert_told(path: Path) -> None:
    """Hold a letter against what was typed on the way."""
    document = Document(str(path))
    styled = [(it.style.name if it.style else "", it.text) for it in document.paragraphs]
    headings = [text for style, text in styled if style and style.startswith("Heading")]
    assert headings == [
        "Musterstadt an der Ruhr in Netzwerken: Beiträge, Termine, Sitze",
        "Übersicht",
        "Wozu die Stadt gehört",
        "Beiträge",
        "Termine",
        "Sitze",
        "Abweichendes",
        "Quellen",
    ]
    facts, ties, fees, *_ = (
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    )
    assert facts[1:6] == [
        ["Stadt", "Musterstadt an der Ruhr"],
        ["Land", "Deutschland"],
        ["Einwohnerzahl", "120.000"],
        ["Einwohnerzahl nach", "Ihrer Angabe"],
        ["An der Spitze", "nach Ihrer Angabe: Maria Muster, Beginn: 1.11.2025"],
    ]
    assert [row[0] for row in ties[1:]] == [
        "Eurocities",
        "Klima-Bündnis der europäischen Städte mit indigenen Völkern der Regenwälder",
        "Global Covenant of Mayors",
        "Hansebund der Neuzeit",
    ]
    assert {row[0]: row[1] for row in fees[1:]} == {
        "Eurocities": "unbekannt",
        "Klima-Bündnis": "1.020,00\xa0€",
        "Global Covenant of Mayors": "unbekannt",
        "Hansebund der Neuzeit": "unbekannt",
        "Summe der bekannten, geschuldeten Beiträge": "1.020,00\xa0€",
    }


@pytest.mark.parametrize(("city", "scheme"), [("Köln", "dark"), ("Musterstadt", "light")])
def test_no_step_has_a_barrier_on_a_telephone(
    browser: Browser, live_url: str, city: str, scheme: Literal["dark", "light"]
) -> None:
    context = browser.new_context(
        base_url=live_url, color_scheme=scheme, viewport={"width": 320, "height": 800}
    )
    page = context.new_page()
    found = []
    page.goto("/de/start/?q=burg")
    found += looked_at(page)
    page.goto("/de/start/?q=%20")
    found += looked_at(page)
    page.goto(f"/de/start/?q={city}")
    found += looked_at(page)
    page.locator(NEXT).click()
    found += looked_at(page)
    page.locator("#text").fill(PASTED)
    page.locator(NEXT).first.click()
    found += looked_at(page)
    page.locator(NEXT).first.click()
    page.locator("#name").fill("Maria Muster")
    page.locator("#since").fill("31.2.2020")
    page.locator(NEXT).first.click()
    expect(page.locator("#since")).to_have_attribute("aria-invalid", "true")
    found += looked_at(page)
    page.locator("#since").fill("2020")
    page.locator(NEXT).first.click()
    expect(page.locator("h1")).to_contain_text("Ihr Ergebnis")
    found += looked_at(page)
    context.close()
    assert found == []


def test_the_way_can_be_gone_back_in_the_browser(browser: Browser, live_url: str) -> None:
    context = browser.new_context(base_url=live_url, locale="de-DE", java_script_enabled=False)
    page = context.new_page()
    page.goto("/de/start/ties/koeln/")
    page.locator("#koeln-eurocities-no").check()
    page.locator(NEXT).click()
    page.locator("#text").fill("ICLEI")
    page.locator(NEXT).first.click()
    expect(page.locator("h1")).to_have_text("Haben wir das richtig gelesen?")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Was fehlt?")
    page.locator("#text").fill("Hansebund")
    page.locator(NEXT).first.click()
    expect(page.locator("main")).to_contain_text("Hansebund")
    page.get_by_role("button", name="Zurück").click()
    expect(page.locator("#text")).to_have_value("Hansebund")
    page.get_by_role("button", name="Zurück").click()
    expect(page.locator("#koeln-eurocities-no")).to_be_checked()
    page.locator(".languages button[lang=fr]").click()
    expect(page.locator("h1")).to_have_text("Est-ce exact pour Cologne ?")
    expect(page.locator("#koeln-eurocities-no")).to_be_checked()
    assert context.cookies() == []
    context.close()


def test_enter_in_a_field_goes_on_and_never_changes_the_language(page: Page) -> None:
    page.goto("/en/start/about/?name=Musterstadt")
    page.locator("#population").press("Enter")
    expect(page.locator("h1")).to_have_text("What is missing?")
    page.locator(NEXT).first.click()
    page.locator("#name").press("Enter")
    expect(page.locator("h1")).to_contain_text("your result")
    page.locator("#on").fill("2015-06-01")
    page.locator("#on").press("Enter")
    expect(page.locator("footer time")).to_have_attribute("datetime", "2015-06-01")
    expect(page.locator("h1")).to_contain_text("Musterstadt: your result")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_named_day_keeps_what_was_answered(page: Page) -> None:
    page.goto("/de/start/ties/koeln/")
    page.locator("#koeln-eurocities-no").check()
    named = page.locator(".named-days button").first
    day = named.get_attribute("value")
    named.click()
    expect(page.locator("footer time")).to_have_attribute("datetime", str(day))
    expect(page.locator("#koeln-eurocities-no")).to_be_checked()
