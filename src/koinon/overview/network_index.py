"""All networks on a day: what each is about, and how many belong, stated and counted."""

from collections.abc import Callable, Iterable
from datetime import date

import msgspec
from django.db.models import Count, Exists, OuterRef

from koinon.overview.figure_lines import COUNTED_AS
from koinon.overview.members import Counted
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.totals import total
from koinon.register.models import Bond, Organisation, Spell
from koinon.register.queries.bonds import NO_BELONGING
from koinon.register.queries.figures import FigureOn, latest_figures
from koinon.register.queries.statutes import statute_codes, statute_of
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text
from koinon.wording.collation import sort_key
from koinon.wording.language import pick

PAGE_SIZE = 50


class NetworkRow(msgspec.Struct, frozen=True, kw_only=True):
    """A network in the list; ``figure`` is the stated number of those who belong."""

    organisation: Named
    about: Text
    figure: FigureOn | None
    counted: tuple[Counted, ...]


class NetworkIndex(msgspec.Struct, frozen=True):
    """A page of networks, how many there are that match, and the code to go on from."""

    rows: tuple[NetworkRow, ...]
    number: int
    after: str


def networks_on(day: date, language: str, *, text: str = "", after: str = "") -> NetworkIndex:
    """List networks by name in a language: those of the register, and those with only a statute.

    A text keeps those in whose names or description it occurs. Five queries.
    """
    found = [it for it in _all(language) if _matches(it, sort_key(text, language)[0], language)]
    codes = [organisation.code for _, organisation, _ in found]
    first = codes.index(after) + 1 if after in codes else 0
    shown = found[first : first + PAGE_SIZE]
    figures = latest_figures([pk for pk, _, _ in shown if pk], day)
    counts: dict[int, tuple[Counted, ...]] = total("networks", day=day, count=_counting(day))
    rows = tuple(
        NetworkRow(
            organisation=organisation,
            about=about,
            figure=_members(figures.get(pk, ())),
            counted=counts.get(pk, ()),
        )
        for pk, organisation, about in shown
    )
    return NetworkIndex(
        rows, len(found), codes[first + PAGE_SIZE - 1] if len(found) > first + PAGE_SIZE else ""
    )


type Known = tuple[int, Named, Text]
"""A network with its key, 0 where only its statute is known, and what it is about."""


def _all(language: str) -> list[Known]:
    rows = list(
        Organisation.objects.filter(kind=OrganisationKind.NETWORK)
        .order_by("code")
        .values_list("pk", "code", "kind")
    )
    names = names_of_organisations(row[0] for row in rows)
    known = {row[1]: (row[0], named(*row, names)) for row in rows}
    found: list[Known] = [(pk, who, _about(code)) for code, (pk, who) in known.items()]
    for code in statute_codes():
        statute = statute_of(code) if code not in known else None
        if statute is not None:
            who = Named(code, OrganisationKind.NETWORK, statute.names, statute.names)
            found.append((0, who, statute.about))
    return sorted(
        found, key=lambda it: (sort_key(pick(it[1].names, language), language), it[1].code)
    )


def _about(code: str) -> Text:
    statute = statute_of(code)
    return statute.about if statute else {}


def _matches(network: Known, text: str, language: str) -> bool:
    _, who, about = network
    said = (*who.names.values(), *who.short.values(), pick(about, language), who.code)
    return all(any(word in sort_key(it, language)[0] for it in said) for word in text.split())


def _members(figures: Iterable[FigureOn]) -> FigureOn | None:
    """Choose the figure of those who belong, else the first there is."""
    found = list(figures)
    return next((it for it in found if it.measure in COUNTED_AS), found[0] if found else None)


def _counting(day: date) -> Callable[[], dict[int, tuple[Counted, ...]]]:
    return lambda: _count(day)


def _count(day: date) -> dict[int, tuple[Counted, ...]]:
    """Count who surely belongs to each network, by kind and strand; one query."""
    told = Spell.objects.filter(bond=OuterRef("pk"), valid_from__lte=day, valid_until__gt=day)
    rows = (
        Bond.objects.exclude(kind__in=NO_BELONGING)
        .filter(Exists(told.filter(holds=True)))
        .order_by("kind", "strand")
        .values_list("counterpart", "kind", "strand")
        .annotate(number=Count("pk"))
    )
    found: dict[int, tuple[Counted, ...]] = {}
    for network, kind, strand, number in rows:
        found[network] = (*found.get(network, ()), Counted(kind, strand, number))
    return found
