"""The page of a network."""

import re
from datetime import date
from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.network import NetworkPage, fee_for, network_on
from koinon.rules.answer import Reason
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.rule import Text
from koinon.web.day import FIRST, LAST
from koinon.web.language import language
from koinon.web.middleware import PageRequest
from koinon.web.public.addresses import moved

MOST_PEOPLE = 10_000_000_000
NUMBER = re.compile(r"[0-9]+|[0-9]{1,3}(?:[.,'’\s][0-9]{3})+")
"""Digits, in groups of three where anything stands between them: 1.5 is no number of people."""


class Answered(NamedTuple):
    """A fee, and whom it is for where the rule says so."""

    fee: FeeAnswer
    names: Text


class Calculator(NamedTuple):
    """What was typed into the fee calculator, and what came of it; ``wrong`` names the field."""

    text: str = ""
    year: str = ""
    wrong: str = ""
    error: Reason | None = None
    answers: tuple[Answered, ...] = ()
    day: date | None = None


def network(request: HttpRequest, code: str) -> HttpResponse:
    """Show a network on the day asked for, with the fee for any number of inhabitants."""
    page_request = cast("PageRequest", request)
    page = network_on(
        code,
        page_request.on,
        language=language(),
        today=page_request.today,
    )
    if page is None:
        raise Http404
    elsewhere = moved(request, page.organisation)
    if elsewhere is not None:
        return elsewhere
    year = request.GET.get("year", "").strip() or str(page.on.year)
    calculator = _calculate(request.GET.get("population"), year, page)
    context = {"page": page, "calculator": calculator, "section": "networks"}
    status = 400 if calculator.error else 200
    return render(request, "web/pages/network.html", context, status=status)


def _calculate(text: str | None, year: str, page: NetworkPage) -> Calculator:
    if text is None:
        return Calculator(year=year)
    day = _in_year(page.on, year)
    if day is None:
        return Calculator(text, year, "year", Reason("network.year.none", {"text": year[:40]}))
    people = _people(text)
    if isinstance(people, Reason):
        return Calculator(text, year, "population", people)
    answer = fee_for(page.organisation.code, people, day)
    return Calculator(text, year, answers=_answers(answer, page) if answer else (), day=day)


def _people(text: str) -> int | Reason:
    """Read a number of inhabitants as people write it, or tell what is wrong with it."""
    if not text.strip("\x00 "):
        return Reason("network.population.empty")
    if not NUMBER.fullmatch(text.strip()):
        return Reason("network.population.not-a-number", {"text": text[:40]})
    digits = "".join(filter(str.isdigit, text))
    people = int(digits) if len(digits) < 20 else MOST_PEOPLE + 1
    if people > MOST_PEOPLE:
        return Reason("network.population.too-large")
    return people or Reason("network.population.nobody")


def _in_year(day: date, year: str) -> date | None:
    """Give the same day of another year, None where no register reaches it."""
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return None
    if not FIRST.year <= int(year) <= LAST.year:
        return None
    last_of_february = (day.month, day.day) == (2, 29)
    return day.replace(year=int(year), day=28 if last_of_february else day.day)


def _answers(answer: FeeAnswer, page: NetworkPage) -> tuple[Answered, ...]:
    """List the fee and those that other rules name, each with whom it is for."""
    rules = page.laid.fees if page.laid else ()
    names = {(item.ref.code, item.ref.valid_from): item.names for item in rules}
    found = (answer, *answer.alternatives)
    return tuple(Answered(item, names.get(_version(item), {})) for item in found)


def _version(item: FeeAnswer) -> tuple[str, str]:
    return (item.rule.code, item.rule.valid_from) if item.rule else ("", "")
