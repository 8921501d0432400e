"""Files of the way as their readers see them: sheets as rows, documents as headings and tables."""

import zipfile
from decimal import Decimal
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

from django.test import Client
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

type Value = str | Decimal


def download(language: str, file: str, carried: str, *, status: int = 200) -> Any:
    """Ask for a file; give the response."""
    response: Any = Client().post(f"/{language}/start/{file}/", {"carried": carried})
    assert response.status_code == status, response.content[:500]
    return response


def _parsed(part: bytes) -> ET.Element:
    return ET.fromstring(part)  # noqa: S314 - a part of a file that was just written


class Workbook:
    """An Excel file: the rows of each sheet, texts as texts and numbers as numbers."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        shared = _parsed(self.parts["xl/sharedStrings.xml"])
        self.strings = ["".join(it.itertext()) for it in shared]
        book = _parsed(self.parts["xl/workbook.xml"])
        self.titles = [sheet.attrib["name"] for sheet in book.iter(f"{MAIN}sheet")]

    def rows(self, title: str) -> list[list[Value]]:
        """Give the rows of a sheet that are not empty."""
        number = self.titles.index(title) + 1
        sheet = _parsed(self.parts[f"xl/worksheets/sheet{number}.xml"])
        return [[self._value(cell) for cell in row] for row in sheet.iter(f"{MAIN}row")]

    def heights(self, title: str) -> list[float]:
        """Give the heights of the rows that have one, in points."""
        number = self.titles.index(title) + 1
        sheet = _parsed(self.parts[f"xl/worksheets/sheet{number}.xml"])
        return [float(it.attrib["ht"]) for it in sheet.iter(f"{MAIN}row") if "ht" in it.attrib]

    def formats(self, title: str, column: str) -> set[str]:
        """Give the formats of the numbers in a column."""
        number = self.titles.index(title) + 1
        sheet = _parsed(self.parts[f"xl/worksheets/sheet{number}.xml"])
        styles = _parsed(self.parts["xl/styles.xml"])
        own = {
            it.attrib["numFmtId"]: it.attrib["formatCode"] for it in styles.iter(f"{MAIN}numFmt")
        }
        kinds = [it.attrib["numFmtId"] for it in next(styles.iter(f"{MAIN}cellXfs"))]
        return {
            own.get(kinds[int(cell.attrib["s"])], kinds[int(cell.attrib["s"])])
            for cell in sheet.iter(f"{MAIN}c")
            if cell.attrib["r"].rstrip("0123456789") == column and cell.attrib.get("t") != "s"
        }

    def _value(self, cell: ET.Element) -> Value:
        assert cell.find(f"{MAIN}f") is None, "a formula"
        text = cell.findtext(f"{MAIN}v", "")
        return self.strings[int(text)] if cell.attrib.get("t") == "s" else Decimal(text)


class Letter:
    """A Word document: its headings, paragraphs and tables in their order."""

    def __init__(self, content: bytes) -> None:
        self.document = Document(BytesIO(content))

    def outline(self) -> list[tuple[str, str]]:
        """List the headings with their level."""
        return [
            (it.style.name, it.text)
            for it in self.document.paragraphs
            if it.style is not None and str(it.style.name).startswith("Heading")
        ]

    def section(self, title: str) -> list[str | list[list[str]]]:
        """Give what stands below a heading: paragraphs as texts, tables as rows."""
        found: list[str | list[list[str]]] = []
        inside = False
        for item in self.document.iter_inner_content():
            if isinstance(item, Paragraph):
                if item.style is not None and str(item.style.name).startswith("Heading"):
                    inside = item.text == title
                elif inside and item.text:
                    found.append(item.text)
            elif inside:
                found.append(_rows(item))
        return found


def _rows(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]
