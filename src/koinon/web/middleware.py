"""What every public page needs to know: today, the day asked for, where it leads."""

from collections.abc import Callable
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import Truncator

from koinon.web.day import ImpossibleDay, day_asked, today

type Handler = Callable[[HttpRequest], HttpResponse]


LONGEST_QUOTE = 40
"""How much of what cannot be read is repeated."""


class PageRequest(HttpRequest):
    """A request that knows the day it is and the day it asks for.

    ``is_listed`` tells whether search engines should list the page; ``day_refused`` is what a form
    gave as its day and is none.
    """

    today: date
    on: date
    is_listed: bool
    day_refused: str


class DayMiddleware:
    """Take "today" once for each request, and refuse a day that does not exist with 400."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        present = today()
        page = cast("PageRequest", request)
        page.today = page.on = present
        page.is_listed = True
        page.day_refused = ""
        try:
            page.on = day_asked(request.GET, present)
        except ImpossibleDay as error:
            page.is_listed = False
            text = Truncator(error.text).chars(LONGEST_QUOTE)
            return render(request, "web/pages/bad_day.html", {"text": text}, status=400)
        return self.get_response(request)
