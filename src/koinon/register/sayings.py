"""Statements of the database as the rule of spells takes them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from django.db.models import QuerySet

from koinon.register.models import Statement
from koinon.rules.bound import Bound
from koinon.rules.spell.said import Said, Side, Voice

COLUMNS = (
    "bond_id",
    "pk",
    "bond__party_id",
    "bond__counterpart_id",
    "said_by_id",
    "said_by__code",
    "source__publisher_id",
    "source__publisher__code",
    "source__publisher_name",
    "source__code",
    "grade",
    "stated_on",
    "from_earliest",
    "from_latest",
    "until_earliest",
    "until_latest",
)


def said(statements: QuerySet[Statement]) -> Iterator[tuple[int, Said]]:
    """Give each statement with the key of its bond, bond by bond.

    A statement's number is its key: keys grow in the order in which statements were added.
    """
    return values_said(columns_of(statements))


def columns_of(statements: QuerySet[Statement]) -> QuerySet[Statement, tuple[Any, ...]]:
    """Ask for what the rule takes of statements, bond by bond."""
    return statements.order_by("bond_id", "pk").values_list(*COLUMNS)


def values_said(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, Said]]:
    """Make of the columns of statements what the rule takes."""
    for bond, key, party, counterpart, by, code, publisher, *rest in rows:
        publisher_code, publisher_name, source, grade, stated_on, *days = rest
        speaker = by if by is not None else publisher
        yield (
            bond,
            Said(
                side=_side(speaker, party, counterpart),
                voice=_voice(by, publisher, party, counterpart),
                speaker=code or publisher_code or publisher_name or source,
                grade=grade,
                start=_bound(days[0], days[1]),
                end=_bound(days[2], days[3]),
                stated_on=stated_on,
                number=key,
                source=source or "",
            ),
        )


def _side(speaker: int | None, party: int, counterpart: int) -> Side:
    if speaker == party:
        return Side.PARTY
    return Side.NETWORK if speaker == counterpart else Side.THIRD


def _voice(by: int | None, publisher: int | None, party: int, counterpart: int) -> Voice:
    if by is not None:
        return Voice.IN_KOINON
    return Voice.OWN_SOURCE if publisher in (party, counterpart) else Voice.THIRD_PARTY


def _bound(earliest: date, latest: date) -> Bound:
    return Bound(earliest, latest)
