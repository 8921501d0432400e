"""What every public page needs to know: today, the day asked for, where it leads."""

from collections.abc import Callable
from datetime import date
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.web.day import ImpossibleDay, day_asked, today

type Handler = Callable[[HttpRequest], HttpResponse]


class PageRequest(HttpRequest):
    """A request that knows the day it is and the day it asks for."""

    today: date
    on: date


class DayMiddleware:
    """Take "today" once for each request, and refuse a day that does not exist with 400."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        present = today()
        page = cast("PageRequest", request)
        page.today = page.on = present
        try:
            page.on = day_asked(request.GET, present)
        except ImpossibleDay as error:
            return render(request, "web/pages/bad_day.html", {"text": error.text}, status=400)
        return self.get_response(request)
