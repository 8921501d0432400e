"""The result as a Word document: headings, tables with a head that repeats, the language set."""

from datetime import datetime
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph

from koinon.overview.visit.result import Result
from koinon.web.public.start.contents import contents
from koinon.web.public.start.table import Cell, Table
from koinon.wording.language import locale_of
from koinon.wording.say import say
from koinon.wording.values import write

FONT = "Calibri"


def letter(result: Result, language: str, moment: datetime) -> bytes:
    """Write the result as a Word document, made at a moment."""
    found = contents(result, language)
    document = Document()
    _set_up(document, language)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = found.title, "Koinon", found.made
    properties.language = _tag(language)
    properties.created = properties.modified = moment.replace(tzinfo=None)
    document.add_heading(found.title, level=1)
    document.add_paragraph(say("start.result.lead", language, day=result.on))
    facts = found.facts._replace(rows=found.facts.rows[: -len(found.tables)])
    for table in (facts, *found.tables):
        _section(document, table, language)
    document.sections[0].footer.paragraphs[0].text = found.made
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _tag(language: str) -> str:
    return str(locale_of(language)).replace("_", "-")


def _set_up(document: DocumentType, language: str) -> None:
    """Set paper, font and language; a screen reader reads in the language that is set."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(10.5)
    normal.element.rPr.append(_element("w:lang", val=_tag(language), eastAsia=_tag(language)))
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), _tag(language))


def _section(document: DocumentType, table: Table, language: str) -> None:
    document.add_heading(table.title, level=2)
    document.add_paragraph(table.note)
    if not table.rows:
        document.add_paragraph(say("start.file.nothing", language))
        return
    shown = [number for number, column in enumerate(table.columns) if column.brief]
    drawn = document.add_table(rows=1, cols=len(shown), style="Table Grid")
    _describe(drawn, table)
    for cell, number in zip(drawn.rows[0].cells, shown, strict=True):
        cell.paragraphs[0].add_run(table.columns[number].title).bold = True
    for row in table.rows:
        cells = drawn.add_row().cells
        for cell, number in zip(cells, shown, strict=True):
            _write(cell.paragraphs[0], row[number], language)
    document.add_paragraph()


def _describe(drawn: WordTable, table: Table) -> None:
    """Name the table for readers who do not see it; its head repeats on each page."""
    properties = drawn._tbl.tblPr  # noqa: SLF001 - the library has no word for either
    properties.append(_element("w:tblCaption", val=table.title))
    properties.append(_element("w:tblDescription", val=table.note))
    head = drawn.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
    head.append(_element("w:tblHeader", val="true"))


def _element(name: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for attribute, value in attributes.items():
        element.set(qn(f"w:{attribute}"), value)
    return element


def _write(paragraph: Paragraph, cell: Cell, language: str) -> None:
    paragraph.add_run(write(cell, language))
