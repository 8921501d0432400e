"""Facts for other people's pages: small documents, JSON, and what to copy."""

from collections.abc import Callable
from typing import Any, NamedTuple, cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.csp import CSP
from django.utils.safestring import SafeString
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.csp import csp_override
from django.views.decorators.http import conditional_page

from koinon.overview import embedding
from koinon.web.fact_json import as_json
from koinon.web.language import language
from koinon.web.middleware import PageRequest
from koinon.wording.say import say

LONGEST_NAME = 200
FRESH = "public, max-age=300, stale-if-error=604800"
"""For how long others may show a fact unasked: five minutes, a week while Koinon is not there."""

type Fact = embedding.FigureFact | embedding.CountFact | embedding.TiesFact
type View = Callable[..., HttpResponse]

_TEMPLATES: dict[type, str] = {
    embedding.FigureFact: "web/embed/figure.html",
    embedding.CountFact: "web/embed/count.html",
    embedding.TiesFact: "web/embed/ties.html",
}


class Piece(NamedTuple):
    """A fact to copy: what it looks like, its markup, and where its document and JSON are."""

    title: str
    markup: SafeString
    address: str
    json: str


def figure(request: HttpRequest, code: str, measure: str, basis: str, form: str) -> HttpResponse:
    """Show a figure."""
    return _answer(request, embedding.figure_fact(code, measure, basis, _day(request)), form)


def count(request: HttpRequest, code: str, kind: str, form: str) -> HttpResponse:
    """Show how many ties of a kind there are."""
    return _answer(request, embedding.count_fact(code, kind, _day(request)), form)


def ties(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """Show the ties of a city."""
    return _answer(request, embedding.ties_fact(code, _day(request)), form)


def pieces(request: HttpRequest) -> HttpResponse:
    """Show what to copy for each fact of an organisation."""
    asked = request.GET.get("of", "").replace("\x00", "").strip()[:LONGEST_NAME]
    offered = embedding.facts_of(asked, _day(request)) if asked else None
    context = {
        "asked": asked,
        "offered": offered,
        "pieces": _pieces(request, offered) if offered else (),
        "frames": bool(settings.KOINON_EMBED_ORIGINS),
        "nobody": bool(asked) and offered is None,
    }
    return render(
        request, "web/pages/embed.html", context, status=404 if context["nobody"] else 200
    )


def _pieces(request: HttpRequest, offered: embedding.Offered) -> tuple[Piece, ...]:
    facts: list[Fact] = [*offered.figures, *offered.counts]
    if offered.has_ties:
        shown = embedding.ties_fact(offered.organisation.code, _day(request))
        facts += [shown] if shown else []
    return tuple(
        Piece(
            title=_title(fact),
            markup=_markup(request, fact),
            address=request.build_absolute_uri(_address(fact, "html")),
            json=request.build_absolute_uri(_address(fact, "json")),
        )
        for fact in facts
    )


def _title(fact: Fact) -> str:
    """Name a fact: what it counts, or that it lists the ties."""
    match fact:
        case embedding.FigureFact():
            n = fact.figure.value if fact.figure else 2
            name = say(f"measure.{fact.measure}", language(), value="", n=n).strip()
            return name[:1].upper() + name[1:]
        case embedding.CountFact():
            return say("embed.count", language(), kind=say(f"tie.{fact.kind}", language()))
    return say("ties.title", language())


def _address(fact: Fact, form: str) -> str:
    code = fact.organisation.code
    match fact:
        case embedding.FigureFact():
            return reverse("embed-figure", args=[code, fact.measure, fact.basis, form])
        case embedding.CountFact():
            return reverse("embed-count", args=[code, fact.kind, form])
    return reverse("embed-ties", args=[code, form])


def _day(request: HttpRequest) -> Any:
    return cast("PageRequest", request).on


def _markup(request: HttpRequest, fact: Fact) -> SafeString:
    context = {"fact": fact, "site": request.build_absolute_uri("/").rstrip("/")}
    text = render_to_string(_TEMPLATES[type(fact)], context, request)
    lines = (line.rstrip() for line in text.splitlines())
    return SafeString("\n".join(line for line in lines if line))


def _answer(request: HttpRequest, fact: Fact | None, form: str) -> HttpResponse:
    if fact is None:
        raise Http404
    if form == "json":
        response = HttpResponse(as_json(fact, request), content_type="application/json")
        response["Access-Control-Allow-Origin"] = "*"
    else:
        context = {"fact": fact, "markup": _markup(request, fact)}
        response = render(request, "web/embed/document.html", context)
    response["Cache-Control"] = FRESH
    return response


def embeddable(view: View) -> View:
    """Let the pages that the site's settings name show a view inside them."""

    @conditional_page
    @xframe_options_exempt
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy: dict[str, list[str]] = {
            "default-src": [CSP.NONE],
            "style-src": [CSP.SELF],
            "base-uri": [CSP.NONE],
            "form-action": [CSP.NONE],
            "frame-ancestors": list(settings.KOINON_EMBED_ORIGINS) or [CSP.NONE],
        }
        answer: HttpResponse = csp_override(policy)(view)(request, *args, **kwargs)
        return answer

    return wrapped
