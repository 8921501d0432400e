"""Lists of parties in the order of their names, with the spell of a day."""

from collections.abc import Iterable
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from koinon.register.models import Listing, Spell
from koinon.register.models.listing import EVERY, language_of_lists
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


def page_of(
    lines: QuerySet[Listing], language: str, columns: Iterable[str], *, after: str, most: int
) -> list[Row]:
    """Read a page of lines in a language's order; two queries, and one to find where to go on.

    ``after`` is the code of the bond to go on from; one that is not in the list leads to its
    beginning. Each row begins with ``order`` and the key of its bond.
    """
    languages = (EVERY, language_of_lists(language))
    if after:
        place = _place(after, languages)
        lines = lines if place is None else _beyond(lines, *place)
    found = (
        lines.filter(language=code).order_by(*PLACE).values_list(*PLACE, *columns)[:most]
        for code in languages
    )
    rows = [[(bytes(order), *rest) for order, *rest in part] for part in found]
    return list(islice(merge(*rows, key=lambda row: row[:2]), most))


def _place(bond: str, languages: tuple[str, ...]) -> tuple[bytes, int] | None:
    rows = Listing.objects.filter(bond__code=bond, language__in=languages)
    found = rows.values_list(*PLACE).first()
    return (bytes(found[0]), found[1]) if found else None


def _beyond(lines: QuerySet[Listing], order: bytes, bond: int) -> QuerySet[Listing]:
    return lines.filter(Q(order__gt=order) | Q(bond__gt=bond), order__gte=order)
