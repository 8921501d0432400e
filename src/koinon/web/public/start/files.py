"""The files to take along: each made anew from the answers that come with the request."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from koinon.gazetteer.slug import slug
from koinon.overview.visit.result import Result, result_of
from koinon.web.middleware import PageRequest
from koinon.web.public.city_fees import fee_rows
from koinon.web.public.start import calendar as calendars
from koinon.web.public.start import letter as letters
from koinon.web.public.start import workbook as workbooks
from koinon.web.public.start.carried import opened
from koinon.web.public.start.step import WRONG, show
from koinon.web.templatetags.koinon import language
from koinon.wording.language import pick


def workbook(request: HttpRequest) -> HttpResponse:
    """Give the result as an Excel file."""
    media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return _file(_result(request), workbooks.workbook, media, "xlsx")


def letter(request: HttpRequest) -> HttpResponse:
    """Give the result as a Word document."""
    media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _file(_result(request), letters.letter, media, "docx")


def calendar(request: HttpRequest) -> HttpResponse:
    """Give the dates as a calendar; one without any date would be none, and the page says so."""
    found = _result(request)
    if not found.days_known:
        rows = fee_rows(found.fees, found.ties)
        return show(request, "result", found.visit, status=WRONG, result=found, fees=rows)
    return _file(found, calendars.calendar, "text/calendar; charset=utf-8", "ics")


def _result(request: HttpRequest) -> Result:
    visit = opened(request.POST.get("carried", ""))
    found = result_of(visit, cast("PageRequest", request).on)
    if found is None:
        raise Http404
    return found


def _file(
    found: Result, written: Callable[[Result, str, datetime], bytes], media: str, ending: str
) -> HttpResponse:
    content = written(found, language(), timezone.now())
    response = HttpResponse(content, content_type=media)
    response["Content-Disposition"] = f'attachment; filename="{_name(found)}.{ending}"'
    return response


def _name(found: Result) -> str:
    city = slug(pick(found.known.city.names, language()))[:60].strip("-")
    return "-".join(filter(None, ("koinon", city, found.on.isoformat())))
