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
CONTROLS = "button:visible, input:visible, select:visible, .kern-btn:visible, nav:visible"
BROKEN = """() => [...document.querySelectorAll('.ties td.standing .state')].flatMap(it => {
  const walker = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
  const broken = [];
  while (walker.nextNode()) {
    for (const word of walker.currentNode.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, word.index);
      range.setEnd(walker.currentNode, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map(box => box.top)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
})"""
SHEET = 680
"""The points of a screen a sheet of A4 has between its margins."""
LEAST_LETTERS = 290
"""A page with fewer letters is the title of the next, or the last line of the one before."""

SHEETS = (
    "",
    "cities/",
    "cities/koeln/",
    "networks/",
    "networks/climate-alliance/?population=1087863",
    "networks/rainbow-cities/members/",
    "networks/rgre-ds/bodies/main-committee/",
    "networks/cemr/bodies/executive-bureau/?on=2014-06-01&with=2024-06-01",
    "people/juergen-roters/?on=2015-06-01",
    "changes/?of=koeln",
    "sources/",
    "sources/koeln-page/",
    "accessibility/",
    "privacy/",
    "imprint/",
    "easy-language/",
    "languages/",
    "desk/koeln/",
    "embed/?of=koeln",
)
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
    assert page.locator(CONTROLS).count() == 0
    assert page.locator("h1").is_visible()


def test_paper_is_printed_alike_for_readers_of_dark_screens(page: Page) -> None:
    looks = []
    for scheme in ("light", "dark"):
        page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else "light")
        page.goto("/de/cities/koeln/")
        looks.append(page.evaluate(COLOURS))
    assert looks[0] == looks[1]
    assert looks[0][:2] == ["rgb(0, 0, 0)", "rgb(32, 68, 170)"]


@pytest.mark.parametrize("address", SHEETS)
def test_no_sheet_is_left_nearly_empty_and_none_has_controls(page: Page, address: str) -> None:
    page.goto(f"/de/{address}")
    sheets = [len(sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf())).pages]
    assert [n for n in sheets if n < LEAST_LETTERS] == []
    page.emulate_media(media="print")
    assert page.locator(CONTROLS).count() == 0


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_no_word_of_a_tie_is_broken_on_paper(page: Page, language: str) -> None:
    page.set_viewport_size({"width": SHEET, "height": 1000})
    page.goto(f"/{language}/cities/koeln/")
    page.emulate_media(media="print")
    standings = page.locator(".ties td.standing .state")
    assert standings.count() > 9
    assert page.evaluate(BROKEN) == []


def test_the_address_of_what_lies_outside_stands_on_paper(page: Page) -> None:
    page.goto("/de/networks/rgre-ds/bodies/main-committee/")
    link = page.locator("section:has(#page-sources) a[href^=http]").first
    address = str(link.get_attribute("href"))
    text = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)
    assert f"({address})" in text.replace("\n", "")
