"""What only a network's page says: turns of a procedure, countries, links that keep the day."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import template

from koinon.overview.body_stated import Figure
from koinon.overview.figure_lines import COUNTED_AS, FigureTable
from koinon.overview.member_filter import EVERYBODY, CountryCount
from koinon.overview.members import Counted
from koinon.overview.names import Named
from koinon.overview.network import NetworkPage
from koinon.overview.network_index import NetworkRow
from koinon.overview.statutes import strand_names
from koinon.register.models import BondKind
from koinon.register.queries.figures import FigureOn
from koinon.rules.procedure.forms import Step
from koinon.web.templatetags.koinon import figure_words, language
from koinon.wording.collation import sort_key
from koinon.wording.language import pick, write_country
from koinon.wording.say import say
from koinon.wording.values import write, write_sum

register = template.Library()

MOST_FIGURES = 2
"""How many measures the first sentences name."""

DISCS = {"party": ("solid", "dotted"), "network": ("dotted", "solid")}


class Turn(NamedTuple):
    """Steps that one side takes one after another, numbered through the whole procedure."""

    side: str
    left: str
    right: str
    first: int
    steps: tuple[Step, ...]


class Country(NamedTuple):
    """A country in a list, with its name and how many belong."""

    code: str
    name: str
    number: int


@register.filter
def turns(steps: tuple[Step, ...]) -> list[Turn]:
    """Group steps by whose turn it is."""
    found: list[Turn] = []
    first = 1
    for side, group in groupby(steps, key=lambda step: step.side):
        taken = tuple(group)
        found.append(Turn(side, *DISCS.get(side, ("dotted", "dotted")), first, taken))
        first += len(taken)
    return found


@register.filter
def country(code: str) -> str:
    """Name a country as the page's language does; without a code it is unknown."""
    return (write_country(code, language()) or code) if code else say("value.unknown", language())


@register.filter
def countries_by_number(counts: tuple[CountryCount, ...]) -> list[Country]:
    """Name countries, those with the most first, then by name."""
    return sorted(_named(counts), key=lambda it: (-it.number, sort_key(it.name, language())))


@register.filter
def countries_by_name(counts: tuple[CountryCount, ...]) -> list[Country]:
    """Name countries in the order of their names."""
    return sorted(_named(counts), key=lambda it: sort_key(it.name, language()))


def _named(counts: tuple[CountryCount, ...]) -> list[Country]:
    return [Country(it.country, country(it.country), it.number) for it in counts]


@register.filter
def bare_address(url: str) -> str:
    """Write the address of a page as people write it: without what every address begins with."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url


@register.simple_tag
def network_lead(page: NetworkPage) -> str:
    """Say in sentences since when a network exists, how large it is said to be, who is known."""
    return " ".join(_sentences(page))


def _sentences(page: NetworkPage) -> Iterator[str]:
    if page.founded is not None:
        yield say("network.lead.founded", language(), day=page.founded)
    figures = tuple(_latest_figures(page))
    if figures:
        yield say("network.lead.stated", language(), what=figures)
    kinds = [it for it in page.numbers.counted(EVERYBODY) if it.kind != BondKind.SECTION]
    countries = sum(1 for it in page.totals.countries if it.country)
    if kinds and countries:
        what = tuple(_counted_kinds(kinds, page.organisation.code))
        yield say("network.lead.counted", language(), what=what, n=countries)


def _latest_figures(page: NetworkPage) -> Iterator[str]:
    for measure in page.history.measures[:MOST_FIGURES]:
        line = next((it for it in measure.lines if it.figure.dated.earliest <= page.on), None)
        if line is not None:
            yield _dated_words(line.figure)


def _dated_words(figure: FigureOn) -> str:
    return f"{figure_words(figure)} ({write(figure.dated, language())})"


@register.simple_tag
def stated_size(figures: FigureTable | Iterable[FigureOn], day: date | None = None) -> str:
    """Say how many belong to a network by the latest source, as of a day; else nothing."""
    if isinstance(figures, FigureTable):
        figures = (it.figure for measure in figures.measures for it in measure.lines)
    told = (it for it in figures if it.measure in COUNTED_AS)
    latest = next((it for it in told if day is None or it.dated.earliest <= day), None)
    return "" if latest is None else _dated_words(latest)


@register.simple_tag
def counted_words(counted: tuple[int, int]) -> str:
    """Say how many are counted on the days a source means: one number, or the least and most."""
    least, most = (write(number, language()) for number in counted)
    return least if least == most else f"{least}–{most}"


@register.simple_tag
def counted_kind(count: Counted) -> str:
    """Say how many are counted by a kind of belonging."""
    return say(f"counted.{count.kind}", language(), n=count.number)


@register.filter
def counted_kinds(row: NetworkRow) -> list[str]:
    """Say how many belong to a network kind by kind; of several acts of a kind, by which act."""
    return _counted_kinds(row.counted, row.organisation.code)


def _counted_kinds(counted: Sequence[Counted], network: str) -> list[str]:
    kinds = [count.kind for count in counted]
    return [
        _with_strand(count, network) if kinds.count(count.kind) > 1 else it
        for count in counted
        for it in (counted_kind(count),)
    ]


def _with_strand(count: Counted, network: str) -> str:
    strand = pick(strand_names(network, count.strand), language()) or count.strand
    return f"{counted_kind(count)} ({strand})"


@register.simple_tag(takes_context=True)
def query(context: template.Context, **params: Any) -> str:
    """Make the query of a link on this page: what is given and not empty, and the day asked for."""
    request = context["request"]
    if request.on != request.today:
        params["on"] = request.on.isoformat()
    return f"?{urlencode({name: it for name, it in params.items() if it})}"


@register.simple_tag
def short_words(organisation: Named) -> str:
    """Say the short name of a network where it is another than its name."""
    own = language()
    short = pick(organisation.short, own)
    if not short or short == pick(organisation.names, own):
        return ""
    return say("network.short", own, short=short)


@register.simple_tag
def stated_value(figure: Figure) -> str:
    """Write a stated figure with its unit, as its source qualifies it."""
    value: Any = figure.value
    match figure.unit:
        case "%":
            value = figure.share
        case "year":
            value = str(value)
        case unit if len(unit) == 3 and unit.isupper():
            value = write_sum(figure.value, unit, language())
    return say(f"qualifier.{figure.qualifier}", language(), value=value)
