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
from docx.table import _Row as WordRow
from docx.text.paragraph import Paragraph

from koinon.overview.visit.result import Result
from koinon.web.public.start.contents import contents
from koinon.web.public.start.table import Table
from koinon.web.public.start.widths import shares
from koinon.wording.language import locale_of
from koinon.wording.say import say
from koinon.wording.values import write

FONT, SMALL = "Calibri", Pt(9)
WIDTH = Cm(17)
"""What is left of the sheet between its margins."""
LINE, INK = "BFC3CC", "4A4F5C"


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
    document.add_paragraph(table.note).paragraph_format.keep_with_next = True
    if not table.rows:
        document.add_paragraph(say("start.file.nothing", language))
        return
    shown = [number for number, column in enumerate(table.columns) if column.brief]
    rows = [tuple(table.columns[number].title for number in shown)]
    rows += [tuple(write(row[number], language) for number in shown) for row in table.rows]
    drawn = document.add_table(rows=len(rows), cols=len(shown))
    _describe(drawn, table)
    _rule(drawn)
    widths = [int(share * WIDTH) for share in shares(list(zip(*rows, strict=True)))]
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    for number, (line, row) in enumerate(zip(drawn.rows, rows, strict=True)):
        _keep_whole(line)
        for cell, text, width in zip(line.cells, row, widths, strict=True):
            cell.width = width
            _write(cell.paragraphs[0], text, is_head=not number)
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


def _rule(drawn: WordTable) -> None:
    """Rule thin lines between the rows, and a darker one below the head."""
    drawn.autofit = False
    lines = _element("w:tblBorders")
    for place in ("top", "bottom", "insideH"):
        lines.append(_element(f"w:{place}", val="single", sz="4", space="0", color=LINE))
    drawn._tbl.tblPr.append(lines)  # noqa: SLF001 - the library has no word for lines
    for cell in drawn.rows[0].cells:
        below = _element("w:tcBorders")
        below.append(_element("w:bottom", val="single", sz="8", space="0", color=INK))
        cell._tc.get_or_add_tcPr().append(below)  # noqa: SLF001


def _keep_whole(line: WordRow) -> None:
    """Break no row at the end of a sheet."""
    line._tr.get_or_add_trPr().append(_element("w:cantSplit", val="true"))  # noqa: SLF001


def _write(paragraph: Paragraph, text: str, *, is_head: bool) -> None:
    run = paragraph.add_run(text)
    run.font.size, run.bold = SMALL, is_head
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(2)
    shape.keep_with_next = is_head or None
