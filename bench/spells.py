"""Statements to spells in batch, beside the least that any reader does: making the statements."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from bench.measure import Measurement, seconds
from koinon.rules.bound import Bound
from koinon.rules.spell.said import Said, Side, Voice
from koinon.rules.spell.sweep import spells_of_many

BONDS, MANY_BONDS = 12_000, 100_000
LIMIT, GROWTH = 9.0, 1.5

type Row = tuple[Side, Voice, str, tuple[date, date], date, int]


def measurements() -> Iterator[Measurement]:
    """Time what one network's bonds take, and whether many networks' take more for each bond."""
    rows = _rows(BONDS)
    bonds = _statements(rows)
    many = _statements(_rows(MANY_BONDS))
    making, few, all_of_them = seconds(
        lambda: _statements(rows), lambda: _spells(bonds), lambda: _spells(many)
    )
    yield Measurement(f"spells-{BONDS}-beside-statements", few / making, LIMIT)
    growth = (all_of_them / MANY_BONDS) / (few / BONDS)
    yield Measurement(f"spells-{MANY_BONDS}-beside-{BONDS}-each", growth, GROWTH)


def _spells(bonds: list[tuple[int, list[Said]]]) -> int:
    return sum(len(found) for _, found in spells_of_many(bonds))


def _statements(rows: list[list[Row]]) -> list[tuple[int, list[Said]]]:
    return [
        (
            bond,
            [
                Said(side, voice, speaker, "member", Bound(*start), stated_on, number)
                for side, voice, speaker, start, stated_on, number in statements
            ],
        )
        for bond, statements in enumerate(rows)
    ]


def _rows(bonds: int) -> list[list[Row]]:
    """Make bonds as a register has them.

    One side alone; both; both and a source that gives only the year; and one confirmed again.
    """
    random = Random(1951)
    found = []
    for bond in range(bonds):
        day = date(2000, 1, 1) + timedelta(days=random.randrange(9000))
        exact = (day, day)
        year = (date(day.year, 1, 1), date(day.year, 12, 31))
        statements: list[Row] = [
            (Side.PARTY, Voice.IN_KOINON, "city", exact, date(2025, 1, 1), 1),
            (Side.NETWORK, Voice.IN_KOINON, "network", exact, date(2025, 2, 1), 2),
            (Side.THIRD, Voice.THIRD_PARTY, "press", year, date(2025, 3, 1), 3),
            (Side.PARTY, Voice.IN_KOINON, "city", exact, date(2026, 1, 1), 4),
        ]
        found.append(statements[: bond % 4 + 1])
    return found
