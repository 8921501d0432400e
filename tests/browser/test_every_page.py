"""Every page there is, seen as people see it: narrow and wide, light and dark, enlarged."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, Response

from koinon.wording.catalogue import read_catalogues
from koinon.wording.language import Language
from tests.browser.visits import NO_PAGES, PARTS, VISITS, Visit, names

LANGUAGES = ("de", "en", "fr")
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
OPEN_ALL = "() => document.querySelectorAll('details').forEach(it => { it.open = true; })"
TOO_WIDE = """() => {
  const room = document.documentElement.clientWidth;
  const beyond = document.documentElement.scrollWidth - room;
  if (beyond <= 0) return '';
  const wide = [...document.querySelectorAll('body *')]
    .filter(it => it.getBoundingClientRect().right > room + 1).slice(0, 3);
  return beyond + ': ' + wide.map(it => `${it.tagName}.${it.getAttribute('class')}`).join(' ');
}"""
CUT_OFF = """() => [...document.querySelectorAll('a, button, th, td, h1, h2, h3, p, label')]
  .filter(it => {
    const look = getComputedStyle(it);
    return it.offsetParent && look.overflowX === 'hidden' && it.clientWidth > 1
      && it.scrollWidth > it.clientWidth + 1;
  }).map(it => it.textContent.trim().slice(0, 40))"""
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""
ALL = [(name, visit) for name, visits in VISITS.items() for visit in visits]
WHOLE = [(name, visit) for name, visit in ALL if name not in PARTS]


def codes() -> re.Pattern[str]:
    """Match what stands in the catalogues as a code, with a dot or a hyphen in it."""
    areas = read_catalogues(Language.ENGLISH).values()
    found = {str(message.id) for area in areas for message in area if message.id}
    spoken = sorted((re.escape(it) for it in found if "." in it), key=len, reverse=True)
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(spoken)})(?![\w.-])")


@pytest.fixture(scope="module", params=["light", "dark"])
def coloured(request: pytest.FixtureRequest, browser: Browser, live_url: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=live_url,
        locale="de-DE",
        color_scheme=request.param,
        viewport={"width": 1280, "height": 900},
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def telephone(browser: Browser, live_url: str) -> Iterator[Page]:
    """Open a page as wide as a small telephone, or as a screen enlarged to four times its size."""
    context = browser.new_context(
        base_url=live_url, viewport={"width": 320, "height": 256}, device_scale_factor=4
    )
    yield context.new_page()
    context.close()


def go(page: Page, language: str, visit: Visit) -> None:
    """Visit a page, do there what is to be done, and hold its status against the expected one."""
    answers: list[Response] = []

    def note(response: Response) -> None:
        if response.request.is_navigation_request():
            answers.append(response)

    page.on("response", note)
    page.goto(f"/{language}/{visit.address}")
    if visit.steps:
        visit.steps(page)
        page.wait_for_load_state()
    page.remove_listener("response", note)
    assert answers[-1].status == visit.status, f"{answers[-1].url}: {answers[-1].status}"


def test_every_address_has_an_example() -> None:
    known = set(names())
    assert known - VISITS.keys() - NO_PAGES == set()
    assert (VISITS.keys() | NO_PAGES) - known == set()


def test_axe_finds_no_barrier_on_any_page(coloured: Page) -> None:
    found = []
    for name, visit in WHOLE:
        go(coloured, "de", visit)
        coloured.evaluate(OPEN_ALL)
        for item in Axe().run(coloured, options=RULES).response["violations"]:
            where = [node["target"][0] for node in item["nodes"]]
            found.append(f"{name} {visit.address}: {item['id']} {where[:3]}")
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_a_telephone(telephone: Page, language: str) -> None:
    """Also not with the distances of WCAG 1.4.12 between letters, words and lines."""
    pattern, wrong = codes(), []
    for name, visit in ALL:
        go(telephone, language, visit)
        telephone.evaluate(OPEN_ALL)
        seen = telephone.locator("body").inner_text()
        said = telephone.locator("html").get_attribute("lang")
        wide = telephone.evaluate(TOO_WIDE)
        telephone.evaluate(
            "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
            " document.adoptedStyleSheets = [sheet]; }",
            SPACED,
        )
        faults = {
            "language": "" if name == "search-hits" or said == language else said,
            "codes": pattern.findall(seen),
            "too wide": wide,
            "too wide when spaced": telephone.evaluate(TOO_WIDE),
            "cut off when spaced": telephone.evaluate(CUT_OFF),
        }
        wrong += [f"{name} {visit.address}: {it} {what}" for it, what in faults.items() if what]
    assert wrong == []
