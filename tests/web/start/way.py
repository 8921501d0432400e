"""Walk the way from a city to its result, as a browser does: each form is filled in and sent."""

from typing import Any

from django.test import Client

from tests.web.markup import Element, page

type Fields = dict[str, str]


def ask(language: str, step: str, fields: Fields, status: int = 200) -> Element:
    """Send a form of the way, and read the page that comes."""
    response: Any = Client().post(f"/{language}/start/{step}/", fields)
    assert response.status_code == status, response.content.decode()[:2000]
    return page(response)


def carried(html: Element) -> str:
    """Give what a page carries along of the answers so far."""
    return {item["value"] for item in html.all("input", name="carried")}.pop()


def known(language: str, city: str) -> Element:
    """Open the page that asks of the ties of a city of the register."""
    response: Any = Client().get(f"/{language}/start/ties/{city}/")
    return page(response)


def to_missing(language: str, *, name: str = "", city: str = "", **fields: str) -> Element:
    """Go as far as the question what is missing."""
    if not city:
        return ask(language, "missing", {"name": name, **fields})
    marks = {name.replace("_", "-"): it for name, it in fields.items()}
    return ask(language, "missing", {"carried": carried(known(language, city)), **marks})


def to_head(html: Element, language: str, text: str = "", **guesses: str) -> Element:
    """Paste a text, answer what is open, and go as far as the question who heads the city."""
    found = ask(language, "networks", {"carried": carried(html), "text": text})
    if not text:
        return found
    answers = {name.replace("_", "-"): it for name, it in guesses.items()}
    return ask(language, "head", {"carried": carried(found), **answers})


def to_result(html: Element, language: str, **fields: str) -> Element:
    """Say who heads the city, and open the result."""
    return ask(language, "result", {"carried": carried(html), **fields})
