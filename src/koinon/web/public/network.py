"""The page of a network."""

from typing import NamedTuple, cast

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from koinon.overview.network import NetworkPage, fee_for, network_on
from koinon.rules.answer import Reason
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.rule import Text
from koinon.web.middleware import PageRequest
from koinon.web.public.addresses import moved

MOST_PEOPLE = 10_000_000_000


class Answered(NamedTuple):
    """A fee, and whom it is for where the rule says so."""

    fee: FeeAnswer
    names: Text


class Calculator(NamedTuple):
    """What was typed into the fee calculator, and what came of it."""

    text: str = ""
    error: Reason | None = None
    answers: tuple[Answered, ...] = ()


def network(request: HttpRequest, code: str) -> HttpResponse:
    """Show a network on the day asked for, with the fee for any number of inhabitants."""
    on = cast("PageRequest", request).on
    page = network_on(code, on, after=request.GET.get("after", ""))
    if page is None:
        raise Http404
    elsewhere = moved(request, page.organisation)
    if elsewhere is not None:
        return elsewhere
    calculator = _calculate(request.GET.get("population"), page)
    context = {"page": page, "calculator": calculator, "section": "networks"}
    status = 400 if calculator.error else 200
    return render(request, "web/pages/network.html", context, status=status)


def _calculate(text: str | None, page: NetworkPage) -> Calculator:
    if text is None:
        return Calculator()
    digits = "".join(text.split()).replace(".", "").replace(",", "").replace("’", "")
    if not (digits.isascii() and digits.isdigit()):
        return Calculator(text, Reason("network.population.not-a-number", {"text": text[:40]}))
    people = int(digits) if len(digits) < 20 else MOST_PEOPLE + 1
    if people > MOST_PEOPLE:
        return Calculator(text, Reason("network.population.too-large"))
    answer = fee_for(page.organisation.code, people, page.on)
    return Calculator(text, None, _answers(answer, page) if answer else ())


def _answers(answer: FeeAnswer, page: NetworkPage) -> tuple[Answered, ...]:
    """List the fee and those that other rules name, each with whom it is for."""
    rules = page.laid.fees if page.laid else ()
    names = {(item.ref.code, item.ref.valid_from): item.names for item in rules}
    found = (answer, *answer.alternatives)
    return tuple(Answered(item, names.get(_version(item), {})) for item in found)


def _version(item: FeeAnswer) -> tuple[str, str]:
    return (item.rule.code, item.rule.valid_from) if item.rule else ("", "")
