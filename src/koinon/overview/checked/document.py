"""The text of a file: HTML as it is read on screen, PDF as far as it holds text, or plain."""

import re
from html.parser import HTMLParser
from typing import NoReturn

from koinon.overview.checked.pdf import text_of_pdf
from koinon.rules.bad_input import BadInput

LARGEST = 5_000_000
MOST_TAGS = 300_000
"""Pages have a hundredth of these; more take longer to read than anybody waits."""
_HIDDEN = {"script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select"}
_ALONE = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "button",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    }
)
_TABLES = frozenset({"table", "thead", "tbody", "tfoot", "tr"})
_CELLS = frozenset({"td", "th"})
LONGEST_CELL = 160
"""A longer cell is a paragraph of a page that is laid out as a table."""

MOST_COLUMNS = 20
EMPTY = "–"
"""Stands for an empty cell, so that those behind it keep their column."""

_LOOKS_LIKE_HTML = re.compile(
    rb"^\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|div|p|h[1-6]|main|article|section|table|ul|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)


def text_of(content: bytes, name: str = "") -> str:
    """Read the text of a file, told apart by what is in it; its name only helps.

    Raises BadInput for one that is too large, encrypted, damaged, or holds no text.
    """
    if len(content) > LARGEST:
        _refuse("file-too-large", most=LARGEST // 1_000_000)
    if content.lstrip()[:5] == b"%PDF-":
        return _of_pdf(content)
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse("not-a-text")
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _LOOKS_LIKE_HTML.match(content):
        return _of_html(_decoded(content))
    return _tidy(_decoded(content))


def _refuse(code: str, **params: object) -> NoReturn:
    raise BadInput(code=f"check.refused.{code}", **params)


def _decoded(content: bytes) -> str:
    """Decode by the mark at the beginning, as declared, as UTF-8, else as Windows wrote it."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if content.startswith(mark):
            return _strictly(content, encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(content[:4096])
        encoding = declared[1].decode("ascii", "ignore") if declared else "cp1252"
        return _strictly(content, "cp1252" if encoding.lower().startswith("utf") else encoding)


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        _refuse("encoding")


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")


class _Text(HTMLParser):
    """Takes the visible text of a page, each block on lines of its own, each row on one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []
        self.row: list[list[str]] | None = None
        self.cell = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        if self.hidden:
            if tag not in _ALONE:
                self.hidden.append(tag)
            return
        if (tag in _HIDDEN or "hidden" in names) and tag not in _ALONE:
            self.hidden.append(tag)
        elif tag in _TABLES:
            self._end_row()
            self.row = [] if tag == "tr" else None
            self._write("\n\n")
        elif tag in _CELLS:
            self._begin_cell(names.get("colspan"))
        elif tag == "br":
            self._write("\n")
        elif tag == "li":
            self._write("\n\n• ")
        elif tag not in _INLINE:
            self._write("\n\n")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            while self.hidden and tag in self.hidden:
                if self.hidden.pop() == tag:
                    break
        elif tag in _TABLES:
            self._end_row()
        elif tag not in _INLINE and tag not in _CELLS:
            self._write("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._write(re.sub(r"[ \t\r\n\f]+", " ", data))

    def _write(self, text: str) -> None:
        if self.row:
            self.row[self.cell].append(text)
        elif self.row is None or text.strip():
            self.parts.append(text)

    def _begin_cell(self, columns: str | None) -> None:
        if self.row is None:
            self.parts.append(" ")
            return
        wide = columns is not None and columns.isdecimal() and len(columns) < 4
        width = max(int(columns or 1) if wide else 1, 1)
        self.cell = min(len(self.row), MOST_COLUMNS - 1)
        self.row += [[] for _ in range(min(width, MOST_COLUMNS - len(self.row)))]

    def _end_row(self) -> None:
        """Put the cells of a row beside one another, unless they hold whole paragraphs."""
        cells = ["".join(it) for it in self.row or ()]
        plain = [" ".join(it.split()) for it in cells]
        is_short = all(len(it) <= LONGEST_CELL for it in plain)
        is_table = len(plain) > 1 and any(plain) and is_short
        row = " | ".join(it or EMPTY for it in plain)
        self.parts.append(row if is_table else "\n\n".join(cells))
        self.parts.append("\n" if is_table else "\n\n")
        self.row = None

    def close(self) -> None:
        super().close()
        self._end_row()


def _of_html(source: str) -> str:
    if source.count("<") > MOST_TAGS:
        _refuse("markup")
    reader = _Text()
    reader.feed(source)
    reader.close()
    # Rows of spaces first: looking for a line end behind each of them would take for ever.
    joined = re.sub(r"[ \t]+", " ", "".join(reader.parts))
    text = re.sub(r"\n{3,}", "\n\n", re.sub(r" ?\n ?", "\n", joined)).strip()
    if not text:
        _refuse("no-text")
    return _tidy(text)


def _of_pdf(content: bytes) -> str:
    """Read the text of a PDF; words that a line end divides are put together."""
    return re.sub(r"(\w)[-\u00ad]\n(?=[a-zäöüß])", r"\1", _tidy(text_of_pdf(content)))
