"""Pages on paper: complete without controls, and each sheet says of which day and address it is."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

COLOURS = """() => [
  getComputedStyle(document.querySelector('h1')).color,
  getComputedStyle(document.querySelector('.timeline.middle .bars.own')).fill,
  getComputedStyle(document.querySelector('.note')).color,
]"""
DAYS = {"de": "Stand am 22.10.2015", "en": "As of 22 October 2015"}


@pytest.mark.parametrize("language", DAYS)
def test_each_sheet_names_its_day_and_address(page: Page, live_url: str, language: str) -> None:
    address = f"/{language}/cities/koeln/?on=2015-10-22"
    page.goto(address)
    paper = PdfReader(BytesIO(page.pdf()))
    sheets = [" ".join(sheet.extract_text().split()) for sheet in paper.pages]
    assert len(sheets) > 1
    without_day = [n for n, text in enumerate(sheets) if DAYS[language] not in text]
    assert without_day == []
    assert [n for n, text in enumerate(sheets) if f"{live_url}{address}" not in text] == []


def test_paper_shows_no_controls(page: Page) -> None:
    page.goto("/de/networks/rainbow-cities/")
    page.emulate_media(media="print")
    shown = page.locator("button:visible, input:visible, .kern-btn:visible, nav:visible")
    assert shown.count() == 0
    assert page.locator("h1").is_visible()


def test_paper_is_printed_alike_for_readers_of_dark_screens(page: Page) -> None:
    looks = []
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
        page.goto("/de/cities/koeln/")
        looks.append(page.evaluate(COLOURS))
    assert looks[0] == looks[1]
    assert looks[0][:2] == ["rgb(0, 0, 0)", "rgb(32, 68, 170)"]
