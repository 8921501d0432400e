"""The pages as people meet them: narrow and wide, light and dark, by keyboard, without script."""

from collections.abc import Iterable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

LANGUAGES = ("de", "en", "fr")
PAGES = {
    "home": "",
    "cities": "cities/",
    "networks": "networks/",
    "sources": "sources/",
    "search": "search/?q=koeln",
    "city": "cities/koeln/",
    "city in 2015": "cities/koeln/?on=2015-10-21",
    "network": "networks/climate-alliance/?population=1087863",
    "network with bodies": "networks/cemr/",
    "network with map": "networks/rainbow-cities/?country=DE",
    "cities by letter": "cities/?letter=k",
    "body": "networks/rgre-ds/bodies/main-committee/",
    "body compared": "networks/cemr/bodies/executive-bureau/?on=2014-06-01&with=2024-06-01",
    "person": "people/juergen-roters/?on=2015-06-01",
    "desk of a city": "desk/koeln/",
    "desk of a network": "desk/rainbow-cities/",
    "changes": "changes/",
    "embed": "embed/?of=koeln",
    "languages": "languages/",
    "source": "sources/koeln-page/",
    "easy language": "easy-language/",
    "accessibility": "accessibility/",
    "report": "accessibility/report/?page=/de/cities/koeln/",
    "refused": "networks/rainbow-cities/?population=many",
    "not found": "cities/nowhere/",
    "no day": "cities/koeln/?on=2015-02-30",
}
MAIN = ("city", "network", "body", "person")
WIDTHS = (320, 768, 1280)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
OPEN_ALL = "() => document.querySelectorAll('details').forEach(it => { it.open = true; })"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUS = """() => {
  const it = document.activeElement, look = getComputedStyle(it);
  return [it.tagName, look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2];
}"""
HOW = {"de": "Wie berechnet?", "en": "How?", "fr": "Comment ?"}


class Watched:
    """What a page asked for and complained about while it was open."""

    def __init__(self, page: Page) -> None:
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._count)
        page.on("requestfailed", lambda it: self.complaints.append(f"failed: {it.url}"))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _count(self, request: Request) -> None:
        self.requests.append(request.url)


@pytest.fixture(params=["light", "dark"])
def coloured(request: pytest.FixtureRequest, browser: Browser, live_url: str) -> Iterator[Page]:
    """Open a page of a reader who likes light or dark screens."""
    context = browser.new_context(
        base_url=live_url, locale="de-DE", color_scheme=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def without_script(browser: Browser, live_url: str) -> Iterator[Page]:
    context = browser.new_context(base_url=live_url, locale="de-DE", java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_screen(coloured: Page, width: int) -> None:
    coloured.set_viewport_size({"width": width, "height": 900})
    too_wide = {}
    for language in LANGUAGES:
        for name in MAIN:
            coloured.goto(f"/{language}/{PAGES[name]}")
            coloured.evaluate(OPEN_ALL)
            beyond = coloured.evaluate(OVERFLOW)
            if beyond > 0:
                too_wide[language, name] = beyond
    assert too_wide == {}


@pytest.mark.parametrize(
    ("language", "names"), [("de", tuple(PAGES)), ("en", MAIN), ("fr", MAIN)], ids=LANGUAGES
)
def test_axe_finds_no_barrier(page: Page, language: str, names: tuple[str, ...]) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    assert barriers(page, language, names) == []


def test_axe_finds_no_barrier_on_a_dark_telephone(browser: Browser, live_url: str) -> None:
    context = browser.new_context(
        base_url=live_url, color_scheme="dark", viewport={"width": 320, "height": 700}
    )
    assert barriers(context.new_page(), "de", (*MAIN, "home", "refused")) == []
    context.close()


def barriers(page: Page, language: str, names: Iterable[str]) -> list[str]:
    """List what axe finds on pages with all derivations open."""
    found = []
    for name in names:
        page.goto(f"/{language}/{PAGES[name]}")
        page.evaluate(OPEN_ALL)
        for item in Axe().run(page, options=RULES).response["violations"]:
            where = [node["target"][0] for node in item["nodes"]]
            found.append(f"{name}: {item['id']} {where[:3]} {item['nodes'][0]['failureSummary']}")
    return found


@pytest.mark.parametrize("name", [name for name in PAGES if name not in ("not found", "no day")])
def test_a_page_is_quiet_and_keeps_to_itself(page: Page, live_url: str, name: str) -> None:
    watched = Watched(page)
    page.goto(f"/de/{PAGES[name]}", wait_until="networkidle")
    expected = 1 if name == "refused" else 0
    assert len(watched.complaints) == expected, watched.complaints
    assert [url for url in watched.requests if not url.startswith((f"{live_url}/", "data:"))] == []
    assert page.evaluate("() => document.fonts.status") == "loaded"


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
    page.goto(f"/{language}/{PAGES['network']}")
    details = page.locator(".answer details[data-trace=fee]").first
    summary = details.locator("summary")
    expect(summary).to_have_text(HOW[language])
    expect(details.locator("table")).to_be_visible()
    summary.focus()
    page.keyboard.press("Enter")
    expect(details.locator("table")).to_be_hidden()
    page.keyboard.press("Space")
    expect(details.locator("table")).to_be_visible()


@pytest.mark.parametrize("name", ["city", "network", "person"])
def test_what_has_the_focus_is_seen(page: Page, name: str) -> None:
    page.goto(f"/de/{PAGES[name]}")
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
