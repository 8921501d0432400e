"""A step on the way, as its page needs it: what is known, what was typed, what is wrong with it."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.visit.answers import Visit
from koinon.rules.answer import Reason
from koinon.web.public.start.carried import sealed
from koinon.web.public.start.reading import Wrong
from koinon.web.translated import in_languages

STEPS = ("city", "ties", "missing", "head", "result")
"""The steps that a visitor counts; each page belongs to one of them."""

WRONG = 400


class Typed:
    """The fields of a form: each as it was typed, with what is wrong with it."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = fields
        self.errors: dict[str, Reason] = {}

    def read[T](self, name: str, reading: Callable[[str], T], instead: T) -> T:
        """Read a field; what is wrong with it is kept beside it."""
        try:
            return reading(self.fields.get(name, ""))
        except Wrong as wrong:
            self.errors[name] = wrong.reason
            return instead


class Place(NamedTuple):
    """Where a visitor is on the way."""

    step: str
    number: int
    steps: tuple[str, ...]


def show(
    request: HttpRequest,
    page: str,
    visit: Visit,
    typed: Typed | None = None,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """Show a page of the way, with what was typed where something is wrong with it."""
    errors = typed.errors if typed else {}
    shown = {
        **context,
        "place": _place(page),
        "visit": visit,
        "carried": sealed(visit),
        "typed": typed.fields if typed else {},
        "errors": errors,
        "section": "start",
        "enter_shows_again": page == "result",
        "form_languages": () if page == "city" else in_languages(f"start-{page}", request),
    }
    code = WRONG if errors and status == 200 else status
    return render(request, f"web/start/{page}.html", shown, status=code)


_STEP_OF = {"about": "city", "networks": "missing"}


def _place(page: str) -> Place:
    step = _STEP_OF.get(page, page)
    return Place(step, STEPS.index(step) + 1, STEPS)


def anew(request: HttpRequest, reason: Reason, *, status: int = WRONG) -> HttpResponse:
    """Begin again with the city, and say in one sentence why."""
    typed = Typed({})
    typed.errors["q"] = reason
    return show(request, "city", Visit(), typed, status=status)
