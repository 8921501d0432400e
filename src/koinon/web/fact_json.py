"""Facts as JSON, in the shape that docs/embedding.md tells."""

import json
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from koinon.overview import embedding
from koinon.overview.directory import page_kind
from koinon.overview.names import Named
from koinon.overview.ties import Tie
from koinon.rules.beginning import each_told
from koinon.rules.bound import Bound
from koinon.rules.trace import SourceRef
from koinon.web.language import language
from koinon.wording.language import pick
from koinon.wording.say import say, say_reason


def as_json(
    fact: embedding.FigureFact | embedding.CountFact | embedding.TiesFact, request: HttpRequest
) -> str:
    """Write a fact."""
    body: dict[str, Any] = {
        "organisation": _organisation(fact.organisation, request),
        "on": str(fact.on),
        "language": language(),
    }
    match fact:
        case embedding.FigureFact():
            body |= _figure(fact)
        case embedding.CountFact():
            counts = [_number(it) for it in fact.numbers]
            body |= {"kind": fact.kind, "note": say("embed.counted", language()), "counts": counts}
        case _:
            body |= {"ties": [_tie(it, request) for it in fact.ties]}
    return json.dumps(body, ensure_ascii=False)


def _organisation(organisation: Named, request: HttpRequest) -> dict[str, str]:
    page = reverse(page_kind(organisation.kind), args=[organisation.code])
    return {
        "code": organisation.code,
        "name": pick(organisation.names, language()),
        "page": request.build_absolute_uri(page),
    }


def _figure(fact: embedding.FigureFact) -> dict[str, Any]:
    figure = fact.figure
    value = figure and say(f"qualifier.{figure.qualifier}", language(), value=figure.value)
    return {
        "measure": fact.measure,
        "basis": fact.basis,
        "value": figure.value if figure else None,
        "qualifier": figure.qualifier if figure else None,
        "text": value or say("value.unknown", language()),
        "as_of": _days(figure.dated) if figure else None,
        "read_on": str(fact.read_on) if fact.read_on else None,
        "source": _source(figure.source) if figure else None,
    }


def _number(number: embedding.Number) -> dict[str, Any]:
    return {
        "strand": number.strand,
        "strand_name": pick(number.strand_names, language()) or None,
        "value": number.sure,
        "perhaps": number.perhaps,
        "text": say(f"count.{number.kind}", language(), n=number.sure),
    }


def _tie(tie: Tie, request: HttpRequest) -> dict[str, Any]:
    return {
        "kind": tie.kind,
        "strand": tie.strand,
        "counterpart": _organisation(tie.counterpart, request),
        "since": _since(tie.valid_from) if tie.valid_from else None,
        "holds": tie.holds,
        "state": tie.state,
        "text": say_reason(tie.words, language()),
        "sources": [_source(source) for source in tie.sources],
    }


def _since(bound: Bound) -> dict[str, Any]:
    """Give the days on which a tie may have begun, and each beginning that is told."""
    return {**_days(bound), "told": [str(it) for it in each_told(bound)]}


def _days(bound: Bound) -> dict[str, str]:
    return {"text": str(bound), "earliest": str(bound.earliest), "latest": str(bound.latest)}


def _source(source: SourceRef) -> dict[str, str]:
    return {
        "code": source.code,
        "title": source.title,
        "dated": source.dated,
        "url": source.url,
    }
