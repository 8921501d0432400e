"""The pages in prescribed colours, without motion, and by keyboard in the dark."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.visits import onward

PAGES = ("", "cities/koeln/", "networks/climate-alliance/", "start/?q=burg", "check/", "imprint/")
RING = """() => {
  const it = document.activeElement, look = getComputedStyle(it);
  const seen = it.getBoundingClientRect();
  return [it.tagName, it.textContent.trim().slice(0, 30), look.outlineColor,
    look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
    seen.width > 1 && seen.top >= 0 && seen.left >= 0 && seen.right <= innerWidth];
}"""
STOPS = """() => [...document.querySelectorAll('a, button, input, select, textarea, summary')]
  .filter(it => it.tabIndex >= 0 && it.type !== 'hidden' && it.checkVisibility())
  .length"""
MOVING = """() => document.getAnimations().length
  + [...document.querySelectorAll('*')].filter(it => {
    const look = getComputedStyle(it);
    return parseFloat(look.transitionDuration) > 0.01 || parseFloat(look.animationDuration) > 0.01;
  }).length"""
DRAWN = """it => {
  const look = getComputedStyle(it);
  return [look.appearance, getComputedStyle(it, '::before').display];
}"""
LINE = "it => getComputedStyle(it).borderBlockEndColor"
CANVAS = """() => {
  const it = document.createElement('p');
  it.style.color = 'Canvas';
  document.body.append(it);
  return getComputedStyle(it).color;
}"""

type Scheme = Literal["dark", "light"]


@pytest.fixture(params=["light", "dark"])
def prescribed(request: pytest.FixtureRequest, browser: Browser, live_url: str) -> Iterator[Page]:
    """Open a page where the system prescribes its colours."""
    context = browser.new_context(
        base_url=live_url, forced_colors="active", color_scheme=request.param
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def dark(browser: Browser, live_url: str) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=live_url, color_scheme="dark", reduced_motion="reduce")
    yield context
    context.close()


def test_what_is_chosen_is_seen_in_prescribed_colours(prescribed: Page) -> None:
    prescribed.goto("/de/start/ties/koeln/")
    for radio in prescribed.locator("input[type=radio]").all()[:3]:
        assert radio.evaluate(DRAWN) == ["auto", "none"]


def test_where_one_is_is_seen_in_prescribed_colours(prescribed: Page) -> None:
    prescribed.goto("/de/networks/")
    canvas = prescribed.evaluate(CANVAS)
    links = prescribed.locator(".site-nav a").all()
    lines = [(it.get_attribute("aria-current"), it.evaluate(LINE) != canvas) for it in links]
    assert {(current == "true", seen) for current, seen in lines} == {(True, True), (False, False)}


@pytest.mark.parametrize("address", PAGES)
def test_each_stop_of_the_keyboard_is_seen_in_the_dark(dark: BrowserContext, address: str) -> None:
    page = dark.new_page()
    # So high that nothing has to be scrolled to, which takes its time.
    page.set_viewport_size({"width": 1280, "height": 9000})
    page.goto(f"/de/{address}")
    stops = min(page.evaluate(STOPS), 60)
    found = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        found.append(page.evaluate(RING))
    unseen = [it for it in found if it[0] != "BODY" and not (it[3] and it[4])]
    assert unseen == []
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert ground not in {it[2] for it in found}


@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_for_who_wants_no_motion(dark: BrowserContext, address: str) -> None:
    page = dark.new_page()
    page.goto(f"/de/{address}")
    assert page.evaluate(MOVING) == 0


def test_the_keyboard_goes_through_a_step_in_the_order_it_is_read(dark: BrowserContext) -> None:
    page = dark.new_page()
    page.goto("/de/start/ties/koeln/")
    onward(3)(page)
    expect(page.locator("#name")).to_be_visible()
    page.locator("#head-unsure").focus()
    order = []
    for _ in range(5):
        page.keyboard.press("Tab")
        order.append(
            page.evaluate("() => document.activeElement.id || document.activeElement.name")
        )
    assert order[:2] == ["name", "since"]
    assert order[3] == "back"
    assert order[4] == "on"
