"""Every page there is, seen as people see it: narrow and wide, light and dark, enlarged."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

from koinon.wording.catalogue import read_catalogues
from koinon.wording.language import Language
from tests.browser.visitor import OPEN_ALL, Watched, barriers
from tests.browser.visits import NO_PAGES, PARTS, REFUSALS, VISITS, Visit, names

LANGUAGES = ("de", "en", "fr")
MAIN = (
    "cities/koeln/",
    "networks/climate-alliance/?population=1087863",
    "networks/rgre-ds/bodies/main-committee/",
    "people/juergen-roters/?on=2015-06-01",
)
TELEPHONE: ViewportSize = {"width": 320, "height": 256}
WIDER = (768, 1280)
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
SPREAD = """texts => {
  document.adoptedStyleSheets = texts.map(text => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}"""
FONTS = "() => document.fonts.ready.then(() => document.fonts.status)"
SPACED = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-block-end: 2em !important; }"""
SEEN = [(name, visit) for name, visits in VISITS.items() for visit in visits]
ALL = [*SEEN, *(("refused", visit) for visit in REFUSALS)]
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
    context = browser.new_context(base_url=live_url, viewport=TELEPHONE, device_scale_factor=4)
    yield context.new_page()
    context.close()


def go(page: Page, language: str, visit: Visit) -> None:
    """Visit a page, do there what is to be done, and hold its status against the expected one."""
    answers: list[Response] = []

    def note(response: Response) -> None:
        if response.request.is_navigation_request():
            answers.append(response)

    page.set_extra_http_headers({"Accept-Language": language})
    page.on("response", note)
    page.goto(visit.address if visit.address.startswith("/") else f"/{language}/{visit.address}")
    if visit.steps:
        visit.steps(page)
        page.wait_for_load_state()
    page.remove_listener("response", note)
    assert answers[-1].status == visit.status, f"{answers[-1].url}: {answers[-1].status}"


def test_every_address_has_an_example() -> None:
    known = set(names())
    assert known - VISITS.keys() - NO_PAGES == set()
    assert (VISITS.keys() | NO_PAGES) - known == set()


def test_no_page_has_a_barrier_or_asks_elsewhere(coloured: Page, live_url: str) -> None:
    found, watched = [], Watched(coloured, live_url)
    for name, visit in WHOLE:
        go(coloured, "de", visit)
        coloured.evaluate(OPEN_ALL)
        told = [*barriers(coloured), *watched.complaints(visit.status)]
        found += [f"{name} {visit.address[:60]}: {it}" for it in told]
        assert coloured.evaluate(FONTS) == "loaded"
    assert found == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_main_pages_have_no_barrier_in_other_languages(page: Page, language: str) -> None:
    found = []
    for address in MAIN:
        page.goto(f"/{language}/{address}")
        page.evaluate(OPEN_ALL)
        found += barriers(page)
    assert found == []


def test_the_main_pages_have_no_barrier_on_a_dark_telephone(
    browser: Browser, live_url: str
) -> None:
    context = browser.new_context(
        base_url=live_url, color_scheme="dark", viewport={"width": 320, "height": 700}
    )
    page, found = context.new_page(), []
    for address in (*MAIN, "", "networks/rainbow-cities/?population=many"):
        page.goto(f"/de/{address}")
        page.evaluate(OPEN_ALL)
        found += barriers(page)
    context.close()
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_wider_than_its_screen(telephone: Page, language: str) -> None:
    """Also not with the distances of WCAG 1.4.12 between letters, words and lines."""
    pattern, wrong = codes(), []
    for name, visit in ALL:
        go(telephone, language, visit)
        telephone.evaluate(OPEN_ALL)
        seen = telephone.locator("body").inner_text()
        said = telephone.locator("html").get_attribute("lang")
        faults = {
            "language": "" if name == "search-hits" or said == language else said,
            "codes": pattern.findall(seen),
            "too wide": telephone.evaluate(TOO_WIDE),
        }
        telephone.evaluate(SPREAD, [SPACED])
        faults["too wide when spaced"] = telephone.evaluate(TOO_WIDE)
        faults["cut off when spaced"] = telephone.evaluate(CUT_OFF)
        telephone.evaluate(SPREAD, [])
        for width in WIDER:
            telephone.set_viewport_size({"width": width, "height": 256})
            faults[f"wider than {width}"] = telephone.evaluate(TOO_WIDE)
        telephone.set_viewport_size(TELEPHONE)
        told = [f"{it} {what}" for it, what in faults.items() if what]
        wrong += [f"{name} {visit.address[:60]}: {it}" for it in told]
    assert wrong == []
