"""The pages of the way, each asking one thing; the answers travel in the forms."""

from collections.abc import Mapping
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from msgspec.structs import replace

from koinon.overview.visit.answers import Added, Mark, Visit
from koinon.overview.visit.cities import cities_named, countries_known
from koinon.overview.visit.known import KnownCity, city_named, known_city
from koinon.overview.visit.networks import names_known
from koinon.overview.visit.result import result_of
from koinon.overview.visit.review import answered, review_of
from koinon.web.links import keeping_day
from koinon.web.middleware import PageRequest
from koinon.web.public.city_fees import fee_rows
from koinon.web.public.start import reading
from koinon.web.public.start.carried import opened
from koinon.web.public.start.countries import choice
from koinon.web.public.start.parts import parts_in, questions
from koinon.web.public.start.step import Typed, show
from koinon.web.templatetags.koinon import language
from koinon.web.translated import is_translated

BACK = "back"
MARK = "mark-"
GUESS = "guess-"
MOST_MARKS = 500


def city(request: HttpRequest) -> HttpResponse:
    """Ask for the city: by its name first, then which one is meant."""
    typed = Typed(request.GET.dict())
    if "q" not in typed.fields:
        return show(request, "city", Visit())
    name = typed.read("q", reading.city_in, "")
    if typed.errors:
        return show(request, "city", Visit(), typed)
    found = cities_named(name)
    exact = [item for item in found if item.is_exact]
    if len(found) == len(exact) == 1:
        known = reverse("start-known", args=[exact[0].city.code])
        return HttpResponseRedirect(keeping_day(known, request))
    if not found:
        return _about(request, Visit(name=name), Typed({"name": name}))
    return show(request, "city", Visit(), typed, name=name, found=found, is_near=not exact)


def about(request: HttpRequest) -> HttpResponse:
    """Ask about a city that the register does not know."""
    if is_translated(request):
        named = Typed(request.POST.dict())
        return _about(request, Visit(name=reading.plain(named.fields.get("name", ""))), named)
    if request.method == "POST":
        visit = opened(request.POST.get("carried", ""))
        people = "" if visit.population is None else str(visit.population)
        fields = {"name": visit.name, "country": visit.country, "population": people}
        return _about(request, visit, Typed(fields))
    typed = Typed(request.GET.dict())
    name = typed.read("name", reading.city_in, "")
    if typed.errors:
        query = Typed({"q": typed.fields.get("name", "")})
        query.errors["q"] = typed.errors["name"]
        return show(request, "city", Visit(), query)
    return _about(request, Visit(name=name), Typed({"name": name}))


def _about(request: HttpRequest, visit: Visit, typed: Typed) -> HttpResponse:
    return show(request, "about", visit, typed, countries=choice(language(), countries_known()))


def known(request: HttpRequest, code: str) -> HttpResponse:
    """Begin with a city of the register."""
    return _ties(request, Visit(city=code))


def ties(request: HttpRequest) -> HttpResponse:
    """Come back to what sources say of the city; one that the register does not know has none."""
    visit = opened(request.POST.get("carried", ""))
    if not visit.city:
        return HttpResponseRedirect(keeping_day(reverse("start"), request))
    if is_translated(request):
        visit = replace(visit, marks=_marks(Typed(request.POST.dict())))
    return _ties(request, visit)


def _ties(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show what sources say of the city, and ask of each tie whether it is so."""
    return show(request, "ties", visit, known=_known(request, visit), marks=tuple(Mark))


def missing(request: HttpRequest) -> HttpResponse:
    """Take the answers to the ties, or what was typed of an unknown city; ask what is missing."""
    typed = Typed(request.POST.dict())
    if "carried" not in typed.fields:
        visit = _typed_city(typed)
        if typed.errors:
            return _about(request, visit, typed)
    else:
        visit = opened(typed.fields["carried"])
        if is_translated(request):
            return _missing(request, visit, typed)
        if BACK not in typed.fields:
            visit = replace(visit, marks=_marks(typed))
    text = "\n".join(item.typed for item in visit.added)
    return _missing(request, visit, Typed({"text": text}))


def _typed_city(typed: Typed) -> Visit:
    return Visit(
        name=typed.read("name", reading.city_in, ""),
        country=typed.read("country", reading.country_in, ""),
        population=typed.read("population", reading.people_in, None),
    )


def _marks(typed: Typed) -> dict[str, Mark]:
    answers = {name.removeprefix(MARK): it for name, it in typed.fields.items() if MARK in name}
    marks = {code: Mark(it) for code, it in answers.items() if it in set(Mark)}
    return dict(list(marks.items())[:MOST_MARKS])


def _missing(request: HttpRequest, visit: Visit, typed: Typed) -> HttpResponse:
    names = city_named(visit)
    if names is None:
        raise Http404
    return show(request, "missing", visit, typed, city=names)


def networks(request: HttpRequest) -> HttpResponse:
    """Read what was pasted, and show what was recognised, with a question where it is open."""
    typed = Typed(request.POST.dict())
    visit = opened(typed.fields.get("carried", ""))
    if is_translated(request):
        return _networks(request, answered(visit, _guesses(typed.fields)), typed)
    if BACK not in typed.fields:
        names = names_known()
        nothing: tuple[Added, ...] = ()
        added = typed.read("text", lambda text: reading.networks_in(text, names), nothing)
        if typed.errors:
            return _missing(request, visit, typed)
        visit = replace(visit, added=added)
    return _networks(request, visit, Typed({}))


def _networks(request: HttpRequest, visit: Visit, typed: Typed) -> HttpResponse:
    known = _known(request, visit)
    if not visit.added:
        return _head(request, visit, known, Typed({}))
    review = review_of(visit, known, cast("PageRequest", request).on)
    asked = questions(review.choices, typed)
    return show(request, "networks", visit, typed, review=review, asked=asked)


def head(request: HttpRequest) -> HttpResponse:
    """Take the answers to what was open, and ask who heads the city."""
    answers = Typed(request.POST.dict())
    visit = opened(answers.fields.get("carried", ""))
    if is_translated(request):
        return _head(request, visit, _known(request, visit), answers)
    if BACK not in answers.fields:
        parts = parts_in(answers, visit, cast("PageRequest", request).on)
        if answers.errors:
            return _networks(request, visit, answers)
        visit = answered(replace(visit, parts=parts), _guesses(answers.fields))
    said = visit.head
    people = "" if visit.population is None else str(visit.population)
    typed = {"head": str(said.mark), "name": said.name, "since": said.since, "population": people}
    return _head(request, visit, _known(request, visit), Typed(typed))


def _guesses(fields: Mapping[str, str]) -> dict[int, str]:
    numbers = {name.removeprefix(GUESS): it for name, it in fields.items() if GUESS in name}
    return {int(it): answer for it, answer in numbers.items() if it.isascii() and it.isdigit()}


def _head(request: HttpRequest, visit: Visit, known: KnownCity, typed: Typed) -> HttpResponse:
    return show(request, "head", visit, typed, known=known)


def result(request: HttpRequest) -> HttpResponse:
    """Take who heads the city, and show what follows from everything."""
    typed = Typed(request.POST.dict())
    visit = opened(typed.fields.get("carried", ""))
    if BACK not in typed.fields and not is_translated(request):
        visit = _with_head(visit, typed, cast("PageRequest", request))
        if typed.errors:
            return _head(request, visit, _known(request, visit), typed)
    found = result_of(visit, cast("PageRequest", request).on)
    if found is None:
        raise Http404
    rows = fee_rows(found.fees, found.ties)
    return show(request, "result", visit, result=found, fees=rows)


def _with_head(visit: Visit, typed: Typed, request: PageRequest) -> Visit:
    name = typed.read("name", reading.name_in, "")
    since = typed.read("since", lambda text: reading.since_in(text, request.on), "")
    mark = typed.fields.get("head", "")
    people = typed.read("population", reading.people_in, None)
    said = visit.head
    if not typed.errors:
        said = typed.read("name", lambda _: reading.head_in(mark, name, since), said)
    return replace(visit, head=said, population=people or visit.population)


def _known(request: HttpRequest, visit: Visit) -> KnownCity:
    known = known_city(visit, cast("PageRequest", request).on)
    if known is None:
        raise Http404
    return known
