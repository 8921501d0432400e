"""The result as an Excel file: one sheet for each table, numbers as numbers, days as days."""

from datetime import date, datetime
from io import BytesIO
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
        for column, (title, _) in enumerate(table.columns):
            sheet.write_string(top, column, title, self.head)
            sheet.set_column(column, column, _width(table, column))
        sheet.freeze_panes(top + 1, 1)
        sheet.repeat_rows(top)
        for number, row in enumerate(table.rows, start=top + 1):
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
            self.money[decimals] = self.book.add_format({"num_format": shape, "valign": "top"})
        return self.money[decimals]


def _width(table: Table, column: int) -> int:
    """Make a column as wide as its longest line needs, within limits."""
    texts = [table.columns[column].title, *(str(row[column]) for row in table.rows)]
    longest = max(len(line) for text in texts for line in (text.splitlines() or [""]))
    return min(max(longest + 2, NARROWEST), WIDEST)
