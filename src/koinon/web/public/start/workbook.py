"""The result as an Excel file: one sheet for each table, numbers as numbers, days as days."""

from collections.abc import Iterable
from datetime import date, datetime
from io import BytesIO
from math import ceil
from typing import Any

from babel.numbers import get_currency_precision
from xlsxwriter import Workbook

from koinon.overview.visit.result import Result
from koinon.web.public.start.contents import contents
from koinon.web.public.start.table import Cell, Contents, Table
from koinon.wording.values import Money

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""Signs by which a program for tables may take a text for a formula."""

WIDEST = 60
NARROWEST = 12
SHEET = 150
"""So many signs stand beside each other on a sheet of paper that can still be read."""
LINE, HIGHEST = 15.0, 409.0
"""Points of a line, and of the highest row that Excel knows."""
_ANY_DAY = "yyyy-mm-dd"
_DAY = {"de": "d.m.yyyy", "en": "d mmmm yyyy", "fr": "d mmmm yyyy"}


def workbook(result: Result, language: str, moment: datetime) -> bytes:
    """Write the result as an Excel file, made at a moment."""
    found = contents(result, language)
    buffer = BytesIO()
    book = Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties(
        {
            "title": found.title,
            "author": "Koinon",
            "comments": found.made,
            "created": moment.replace(tzinfo=None),
        }
    )
    _Sheets(book, found, language).write()
    book.close()
    return buffer.getvalue()


def neutral(text: str) -> str:
    """Keep a text from being taken for a formula, also after the file is saved as CSV."""
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text


class _Sheets:
    """Writes the sheets of a workbook."""

    def __init__(self, book: Any, found: Contents, language: str) -> None:
        self.book = book
        self.found = found
        wrapped = {"text_wrap": True, "valign": "top"}
        self.text = book.add_format(wrapped)
        self.head = book.add_format({**wrapped, "bold": True, "bottom": 2})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.whole = book.add_format({**wrapped, "num_format": "#,##0", "align": "left"})
        self.day = book.add_format(
            {**wrapped, "num_format": _DAY.get(language, _ANY_DAY), "align": "left"}
        )
        self.money: dict[int, Any] = {}

    def write(self) -> None:
        for table in (self.found.facts, *self.found.tables):
            self._sheet(table)

    def _sheet(self, table: Table) -> None:
        """Write a sheet: title and note, then the head of the table, then its rows."""
        sheet = self.book.add_worksheet(table.title[:31])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L{self.found.made.replace('&', '&&')}&R&P / &N")
        is_first = table is self.found.facts
        sheet.write_string(0, 0, neutral(self.found.title if is_first else table.title), self.title)
        sheet.write_string(1, 0, neutral(table.note))
        top = 3
        widths = _widths(table)
        for column, (title, _) in enumerate(table.columns):
            sheet.write_string(top, column, title, self.head)
            sheet.set_column(column, column, widths[column])
        sheet.freeze_panes(top + 1, 1)
        sheet.repeat_rows(top)
        for number, row in enumerate(table.rows, start=top + 1):
            sheet.set_row(number, _height(row, widths))
            for column, cell in enumerate(row):
                self._cell(sheet, number, column, cell)

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell) -> None:
        match cell:
            case Money():
                sheet.write_number(row, column, cell.amount, self._amount(cell.currency))
            case int():
                sheet.write_number(row, column, cell, self.whole)
            case date():
                sheet.write_datetime(row, column, cell, self.day)
            case str():
                sheet.write_string(row, column, neutral(cell), self.text)

    def _amount(self, currency: str) -> Any:
        """Give the format of amounts: as many decimals as the currency has."""
        decimals = get_currency_precision(currency)
        if decimals not in self.money:
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
            placed = {"valign": "top", "align": "right", "indent": 1}
            self.money[decimals] = self.book.add_format({"num_format": shape, **placed})
        return self.money[decimals]


def _widths(table: Table) -> list[int]:
    """Make columns as wide as their longest lines need, within limits and within a sheet."""
    longest = [
        max(len(line) + 2 for text in (column.title, *texts) for line in _lines(text))
        for column, texts in zip(table.columns, _texts(table), strict=True)
    ]
    widest = WIDEST
    while widest > 2 * NARROWEST and sum(min(it, widest) for it in longest) > SHEET:
        widest -= 1
    return [min(max(it, NARROWEST), widest) for it in longest]


def _texts(table: Table) -> list[list[str]]:
    return [[str(row[number]) for row in table.rows] for number in range(len(table.columns))]


def _lines(text: str) -> list[str]:
    return text.splitlines() or [""]


def _height(row: Iterable[Cell], widths: list[int]) -> float:
    """Make a row high enough for its longest text: not every program does so by itself."""
    lines = [
        sum(ceil((len(line) + 1) / (width - 1)) for line in _lines(str(cell)))
        for cell, width in zip(row, widths, strict=True)
    ]
    return min(max(lines) * LINE, HIGHEST)
