"""Lists of parties in the order of their names, with the spell of a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from koinon.register.models import Listing, Spell
from koinon.register.models.listing import EVERY, language_of_lists
from koinon.register.prepared import Question, planned_apart
from koinon.rules.bound import OPEN_END

PLACE = ("order", "bond_id")
"""What lists are in the order of."""

type Row = tuple[Any, ...]


def listed(counterpart: int) -> QuerySet[Listing]:
    """Ask for the lines of all languages."""
    return Listing.objects.filter(counterpart=counterpart)


def each_once(lines: QuerySet[Listing]) -> QuerySet[Listing]:
    """Keep one line of each bond, whatever its language: to be counted."""
    return lines.filter(language__in=(EVERY, language_of_lists("")))


def of_day(day: date) -> Q:
    """Tell what holds, or may hold, on a day; ``bond__spells`` is the spell of the day.

    Further conditions on the spell go into the same ``filter``, or they speak of another one.
    """
    told = Q(bond__spells__valid_from__lte=day, bond__spells__valid_until__gt=day)
    return told & (Q(bond__spells__holds=True) | Q(bond__spells__holds=None))


def ending() -> Q:
    """Tell what has a last day that is known or likely; goes with ``of_day``."""
    stays = _spells().filter(valid_until=OPEN_END).exclude(holds=False)
    return Q(~Exists(stays), bond__spells__valid_until__lt=OPEN_END)


def before_day(lines: QuerySet[Listing], day: date) -> QuerySet[Listing]:
    """Keep what held before a day and does not now; ``bond__spells`` is its last such spell."""
    held = _spells().filter(valid_until__lte=day, holds=True).order_by("-valid_until")
    return _elsewhen(lines, day, held)


def after_day(lines: QuerySet[Listing], day: date) -> QuerySet[Listing]:
    """Keep what holds only after a day; ``bond__spells`` is its first such spell."""
    holds = _spells().filter(valid_from__gt=day, holds=True).order_by("valid_from")
    never_before = _spells().filter(valid_from__lte=day, holds=True)
    return _elsewhen(lines, day, holds).filter(~Exists(never_before))


def _spells() -> QuerySet[Spell]:
    return Spell.objects.filter(bond=OuterRef("bond"))


def _elsewhen(lines: QuerySet[Listing], day: date, spells: QuerySet[Spell]) -> QuerySet[Listing]:
    now = _spells().filter(valid_from__lte=day, valid_until__gt=day).exclude(holds=False)
    chosen = lines.annotate(chosen=Subquery(spells.values("pk")[:1])).filter(~Exists(now))
    return chosen.filter(bond__spells__pk=F("chosen"))


def languages_of(lines: QuerySet[Listing], language: str) -> tuple[str, ...]:
    """Tell which lines a page in a language reads: its own only where there are any."""
    own = language_of_lists(language)
    return (EVERY, own) if lines.filter(language=own).exists() else (EVERY,)


def page_of(
    lines: QuerySet[Listing],
    languages: Sequence[str],
    columns: Sequence[str],
    *,
    after: str,
    most: int,
) -> list[Row]:
    """Read a page of the lines of ``languages`` in their order; a query for each.

    ``after`` is the code of the bond to go on from; one that is not in the list leads to its
    beginning, for as many more. Each row begins with ``order`` and the key of its bond.
    """
    beyond = _beyond(lines, languages[-1], after) if after else lines
    found = merged((_page(beyond, it, most, columns) for it in languages), most)
    return found or (page_of(lines, languages, columns, after="", most=most) if after else [])


def present_page(
    counterpart: int,
    day: date,
    languages: Sequence[str],
    columns: Sequence[str],
    *,
    after: str,
    most: int,
) -> list[Row]:
    """Read a page of all who belong, or may belong, on a day, as ``page_of`` does: the same SQL."""
    further = (languages[-1], after) if after else ()
    ask = _further(tuple(columns), most) if after else _present(tuple(columns), most)
    found = merged((ask(counterpart, day, it, *further) for it in languages), most)
    if found or not after:
        return found
    return present_page(counterpart, day, languages, columns, after="", most=most)


@cache
def _present(columns: tuple[str, ...], most: int) -> Question[..., Any, Row]:
    def rows(counterpart: int, day: date, language: str) -> QuerySet[Listing, Row]:
        lines = with_detail(listed(counterpart).filter(of_day(day)))
        return _page(lines, language, most, columns)

    return planned_apart(rows)


@cache
def _further(columns: tuple[str, ...], most: int) -> Question[..., Any, Row]:
    def rows(
        counterpart: int, day: date, language: str, own: str, after: str
    ) -> QuerySet[Listing, Row]:
        lines = with_detail(listed(counterpart).filter(of_day(day)))
        return _page(_beyond(lines, own, after), language, most, columns)

    return planned_apart(rows)


def with_detail(lines: QuerySet[Listing]) -> QuerySet[Listing]:
    """Add the text of the spell's whole answer."""
    return lines.annotate(detail=Cast("bond__spells__detail", TextField()))


def _page(
    lines: QuerySet[Listing], language: str, most: int, columns: Sequence[str]
) -> QuerySet[Listing, Row]:
    ordered = lines.filter(language=language).order_by(*PLACE)
    return ordered.values_list(*PLACE, *columns)[:most]


def _beyond(lines: QuerySet[Listing], own: str, after: str) -> QuerySet[Listing]:
    """Keep what comes after a bond in a language's order; nothing, where it stands in no list."""
    place = Listing.objects.filter(bond__code=after, language__in=(EVERY, own))
    order, bond = (Subquery(place.values(it)[:1]) for it in PLACE)
    return lines.filter(Q(order__gt=order) | Q(bond__gt=bond), order__gte=order)


def merged(parts: Iterable[Iterable[Row]], most: int) -> list[Row]:
    """Put lines that are the same in every language and those of one language in one order."""
    rows = [[(bytes(order), *rest) for order, *rest in part] for part in parts]
    return list(islice(merge(*rows, key=lambda row: row[:2]), most))
