"""A visitor who only ever presses keys, and what is wrong with a page that somebody looks at."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import ConsoleMessage, Page

WIDTHS = (320, 1280)
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # Only what is wrong is told in full: on long pages the rest takes longer than the looking.
    "resultTypes": ["violations"],
}
OPEN_ALL = "() => document.querySelectorAll('details').forEach(it => { it.open = true; })"
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOST_STOPS = 120
OK = 200


class Keyboard:
    """A visitor who only ever presses keys."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, selector: str) -> None:
        """Go on with Tab until the element that is meant has the focus."""
        wanted = self.page.locator(selector).first
        for _ in range(MOST_STOPS):
            if wanted.evaluate("it => it === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} is not reached with Tab")

    def type(self, selector: str, text: str) -> None:
        self.reach(selector)
        self.page.keyboard.press("ControlOrMeta+A")
        self.page.keyboard.insert_text(text)

    def press(self, selector: str) -> None:
        """Reach a button or a link, press Enter, and wait for the page that follows."""
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def press_within(self, selector: str) -> None:
        """Reach a link that leads to another place on the same page, and press Enter."""
        self.reach(selector)
        self.page.keyboard.press("Enter")

    def choose(self, selector: str) -> None:
        """Reach a group of radio buttons, and choose one of them with the arrow keys."""
        radio = self.page.locator(selector)
        name = radio.get_attribute("name")
        self.reach(f"input[name='{name}']:checked, input[name='{name}']")
        if not radio.is_checked():
            self.page.keyboard.press("Space")
        for _ in range(5):
            if radio.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{selector} cannot be chosen")


class Watched:
    """What a page asked for and complained about since it was last asked."""

    def __init__(self, page: Page, site: str) -> None:
        self.site = site
        self._heard: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self._heard.append(str(error)))
        page.on("request", lambda it: self._asked(it.url))
        page.on("requestfailed", lambda it: self._heard.append(f"failed: {it.url}"))

    def complaints(self, status: int) -> list[str]:
        """Tell what was heard, but that a page was answered with the status it should have."""
        heard, self._heard = self._heard, []
        return [it for it in heard if status == OK or f"status of {status} " not in it]

    def _note(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._heard.append(message.text)

    def _asked(self, url: str) -> None:
        if not url.startswith((f"{self.site}/", "data:")):
            self._heard.append(f"asked elsewhere: {url}")


def barriers(page: Page) -> list[str]:
    """Say what axe finds on a page as it is shown."""
    return [
        f"{page.url}: {item['id']} {[node['target'][0] for node in item['nodes']][:3]}"
        f" {item['nodes'][0]['failureSummary']}"
        for item in Axe().run(page, options=RULES).response["violations"]
    ]


def looked_at(page: Page) -> list[str]:
    """Say what is wrong with a page: what axe finds, and what is wider than the screen."""
    page.evaluate(OPEN_ALL)
    found = barriers(page)
    beyond = page.evaluate(OVERFLOW)
    return [*found, f"{page.url}: {beyond} too wide"] if beyond > 0 else found
