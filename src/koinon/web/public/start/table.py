"""The shapes of what files contain: tables of words, numbers and days."""

from datetime import date
from typing import NamedTuple

from koinon.wording.values import Money

type Cell = str | int | date | Money
type Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column; a ``brief`` one also stands where there is little room."""

    title: str
    brief: bool = True


class Table(NamedTuple):
    """A table with its title and what it is about; of no rows, these remain."""

    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


class Contents(NamedTuple):
    """A file: its title, who made it and when, facts about the city, then the tables."""

    title: str
    made: str
    facts: Table
    tables: tuple[Table, ...]
