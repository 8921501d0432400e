"""Which pages the browser walks: an example, or several, for each address the site knows.

The names come from the site's own addresses: a page without an example here is a failed test.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import Page

TEXT = "Köln ist Mitglied bei Eurocities. Eurocities hat über 135 Mitglieder."
PASTED = "Netzwerk\nEurocites\nGlobal Covenant of Mayors\nHansebund der Neuzeit"
NEXT = ".onward button[type=submit]"

type Steps = Callable[[Page], None]


class Visit(NamedTuple):
    """An address below its language, what is done there, and the status of its answer."""

    address: str
    steps: Steps | None = None
    status: int = 200


def send(page: Page, button: str) -> None:
    """Press a button, and wait for the page that follows: on a slow machine the old one stays."""
    with page.expect_navigation():
        page.locator(button).first.click()


def check(text: str) -> Steps:
    """Paste a text and have it checked."""

    def steps(page: Page) -> None:
        page.fill("textarea[name=text]", text)
        send(page, "main form button.kern-btn--primary")

    return steps


def check_too_late(page: Page) -> None:
    """Have a text checked with a form that was left open too long."""
    page.context.clear_cookies()
    check(TEXT)(page)


def onward(times: int) -> Steps:
    """Answer what the start asks, as many pages far as is wanted."""

    def steps(page: Page) -> None:
        for _ in range(times):
            if page.locator("#text").count():
                page.fill("#text", PASTED)
            send(page, NEXT)

    return steps


def unreadable_head(page: Page) -> None:
    """Type a day that does not exist where the start asks since when somebody is in office."""
    onward(3)(page)
    page.fill("#since", "30.2.2015")
    send(page, NEXT)


VISITS: dict[str, tuple[Visit, ...]] = {
    "home": (Visit(""), Visit("?on=2015-06-01")),
    "cities": (Visit("cities/"), Visit("cities/?letter=k"), Visit("cities/?name=xyzzy")),
    "city": (
        Visit("cities/koeln/"),
        Visit("cities/koeln/?on=2015-10-21"),
        Visit("cities/mannheim/"),
        Visit("cities/kitzingen/"),
        Visit("cities/koeln/?on=1950-01-01"),
        Visit("cities/koeln/?on=2015-02-30", status=400),
        Visit("cities/koeln/?on=9999-12-31", status=400),
        Visit("cities/koeln/?on=0001-01-01", status=400),
        Visit("cities/nowhere/", status=404),
    ),
    "organisation": (Visit("organisations/deutscher-staedtetag/"),),
    "person": (Visit("people/juergen-roters/?on=2015-06-01"), Visit("people/juergen-roters/")),
    "networks": (Visit("networks/"), Visit("networks/?name=xyzzy")),
    "network": (
        Visit("networks/climate-alliance/?population=1087863"),
        Visit("networks/cemr/"),
        Visit("networks/rainbow-cities/?country=DE"),
        Visit("networks/mayors-for-peace/"),
        Visit("networks/committee-of-the-regions/"),
        Visit("networks/eccar/"),
        Visit("networks/rainbow-cities/?population=many", status=400),
    ),
    "members": (
        Visit("networks/eccar/members/"),
        Visit("networks/rainbow-cities/members/?country=DE"),
        Visit("networks/rainbow-cities/members/?name=xyzzy"),
    ),
    "body": (
        Visit("networks/rgre-ds/bodies/main-committee/"),
        Visit("networks/cemr/bodies/policy-committee/"),
        Visit("networks/uclg/bodies/world-council/?on=2015-06-01"),
        Visit("networks/cemr/bodies/executive-bureau/?on=2014-06-01&with=2024-06-01"),
    ),
    "changes": (Visit("changes/"), Visit("changes/?of=koeln&order=entered")),
    "check": (
        Visit("check/"),
        Visit("check/", check(TEXT)),
        Visit("check/", check("Der FC hat gestern drei zu eins gewonnen.")),
        Visit("check/", check(""), 400),
        Visit("check/", check_too_late, 403),
    ),
    "sources": (Visit("sources/"), Visit("sources/?q=xyzzy")),
    "source": (Visit("sources/koeln-page/"), Visit("sources/lau-2020/")),
    "search": (
        Visit("search/?q=koeln"),
        Visit("search/?q=xyzzy"),
        Visit("search/"),
        Visit("search/?q=" + "Ko" * 4000),
        Visit("search/?q=Kolm"),
        Visit("search/?q=ro"),
        Visit("search/?q=%D7%A7%D7%9C%D7%9F"),
    ),
    "search-hits": (Visit("search/hits/?q=ro"),),
    "imprint": (Visit("imprint/"), Visit("imprint/?on=2015-06-01")),
    "privacy": (Visit("privacy/"),),
    "accessibility": (Visit("accessibility/"),),
    "easy-language": (Visit("easy-language/"),),
    "report": (Visit("accessibility/report/?page=/de/cities/koeln/"),),
    "languages": (Visit("languages/"),),
    "embed": (Visit("embed/"), Visit("embed/?of=koeln"), Visit("embed/?of=xyzzy", status=404)),
    "embed-figure": (Visit("embed/figures/eurocities/members/stated.html"),),
    "embed-count": (Visit("embed/counts/koeln/membership.html"),),
    "embed-ties": (Visit("embed/ties/koeln.html"),),
    "desk": (Visit("desk/koeln/"), Visit("desk/rainbow-cities/")),
    "start": (Visit("start/"), Visit("start/?q=burg"), Visit("start/?q=" + "K" * 400, status=400)),
    "start-about": (
        Visit("start/about/?name=Musterstadt"),
        Visit("start/about/?name=Musterstadt", onward(2)),
        Visit("start/about/?name=Musterstadt", onward(3)),
        Visit("start/about/?name=Musterstadt", onward(4)),
    ),
    "start-known": (Visit("start/ties/koeln/"),),
    "start-missing": (Visit("start/ties/koeln/", onward(1)),),
    "start-networks": (Visit("start/ties/koeln/", onward(2)),),
    "start-head": (
        Visit("start/ties/koeln/", onward(3)),
        Visit("start/ties/koeln/", unreadable_head, 400),
    ),
    "start-result": (Visit("start/ties/koeln/", onward(4)),),
}
REFUSALS = (
    Visit("nowhere/at/all/", status=404),
    Visit("/xx/cities/?letter=k", status=404),
    Visit("?" + "&".join(["a=1"] * 1001), status=400),
    Visit("broken/", status=500),
    Visit("away/", status=503),
    Visit("hurried/", status=429),
)
"""What is answered where there is no page to show; an address that begins with / is whole."""

NO_PAGES = {
    "changes-feed",
    "start-ties",  # leads back to start-known
    "start-workbook",
    "start-letter",
    "start-calendar",
}
"""Addresses that answer with a file, or lead on."""

PARTS = {"search-hits", "embed-figure", "embed-count", "embed-ties"}
"""Parts of pages, and documents for the pages of others: without the site's header."""


def names(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[str]:
    """Give the name of each address that the site knows under a language."""
    for item in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(item, URLResolver):
            yield from names(item.url_patterns)
        elif item.name:
            yield item.name
