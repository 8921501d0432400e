"""Whatever a page's own forms and links ask for, the address of a kept page reads."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.web.markup import Element
from tests.web.places import PAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FIELDS = ("input", "select", "textarea")


def unread(address: str, names: set[str]) -> set[str]:
    """Name the parameters that a kept page would not see."""
    try:
        view = resolve(urlsplit(address).path).func
    except Resolver404:
        return set()
    asks = getattr(view, "asks", None)
    return set() if asks is None else names - {*asks, "on"}


def asked_by_forms(page: Element, own: str) -> dict[str, set[str]]:
    forms = [form for form in page.all("form") if form.attributes.get("method", "get") == "get"]
    found: dict[str, set[str]] = {}
    for form in forms:
        fields = [field for tag in FIELDS for field in form.all(tag, name=None)]
        address = form.attributes.get("action") or own
        found.setdefault(address, set()).update(field["name"] for field in fields)
    return found


def asked_by_links(page: Element, own: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for link in page.all("a", href=None):
        parts = urlsplit(link["href"])
        if parts.query and not parts.scheme:
            names = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
            found.setdefault(parts.path or own, set()).update(names)
    return found


@pytest.mark.parametrize("address", PAGES.values())
def test_forms_and_links_ask_only_for_what_is_read(address: str) -> None:
    own = urlsplit(f"/de/{address}").path
    page = seen("de", address)
    for asked in (asked_by_forms(page, own), asked_by_links(page, own)):
        assert {it: unread(it, names) for it, names in asked.items() if unread(it, names)} == {}
