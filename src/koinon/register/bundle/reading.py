"""Reading a bundle: every cell is checked before anything is written."""

import csv
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from koinon.history.cells import BadCell
from koinon.history.drafts import Draft, Field
from koinon.history.tables import Table
from koinon.register.bundle.archive import files_in
from koinon.register.bundle.files import FILES, HEAD, headers_of, optional_of
from koinon.register.bundle.problem import BadFile, BadLine
from koinon.rules.answer import Reason
from koinon.rules.rule import Text

csv.field_size_limit(1_000_000)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Signs that nobody sees and no database wants; line ends and tabs may stand."""


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a bundle says of itself."""

    format: Literal[1]
    code: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
    names: Text
    about: Text = {}
    credits: tuple[str, ...] = ()


class Bundle(msgspec.Struct, frozen=True):
    """A bundle that was read: its head, and for each file the rows with their lines."""

    head: Head
    rows: dict[str, list[tuple[int, Draft]]]

    def drafts(self, file: str) -> list[Any]:
        """List the rows of a file."""
        return [draft for _, draft in self.rows.get(file, [])]

    def place_of(self, draft: object) -> tuple[str, int] | None:
        """Find the file and the line that a row was read from."""
        for file, rows in self.rows.items():
            for line, row in rows:
                if row is draft:
                    return file, line
        return None


def read_bundle(path: Path) -> Bundle:
    """Read a bundle from a folder or a zip.

    Raises BadBundle, BadFile, BadLine: each says in one sentence what is wrong, and where.
    """
    files = files_in(path)
    head = _head(_text(HEAD, files.pop(HEAD)))
    rows = {
        file: list(_rows(file, table, _text(file, files[file])))
        for file, table in FILES.items()
        if file in files
    }
    return Bundle(head, rows)


def _text(file: str, content: bytes) -> str:
    """Decode a file; a byte-order mark, as spreadsheets write it, is taken off."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadFile(file, "bundle.problem.not-utf-8", line=str(line)) from error


def _head(text: str) -> Head:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = found[1] if found else str(text.count("\n") + 1)
        raise BadFile(HEAD, "bundle.problem.toml", line=line) from error
    fields = {field.name: field for field in msgspec.structs.fields(Head)}
    for key in values:
        if key not in fields:
            raise BadFile(HEAD, "bundle.problem.head-key", key=key, keys=", ".join(fields))
    for key, field in fields.items():
        try:
            if key in values or field.required:
                msgspec.convert(values[key], field.type)
        except (KeyError, msgspec.ValidationError) as error:
            raise BadFile(HEAD, f"bundle.problem.head-{key}") from error
    return msgspec.convert(values, Head)


def _rows[D: Draft](file: str, table: Table[D], text: str) -> Iterator[tuple[int, D]]:
    lines = _lines(file, text)
    _, header = next(lines, (1, []))
    _check_header(file, header, headers_of(table), optional_of(table))
    is_empty = True
    for line, texts in lines:
        is_empty = False
        if len(texts) != len(header):
            counts = {"found": len(texts), "expected": len(header)}
            raise BadLine(file, line, Reason("bundle.problem.cells", counts))
        yield line, _draft(file, line, table, dict(zip(header, texts, strict=True)))
    if is_empty:
        raise BadFile(file, "bundle.problem.no-rows")


def _lines(file: str, text: str) -> Iterator[tuple[int, list[str]]]:
    """Give the rows that hold anything, each with the number of its first line."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for texts in reader:
            if any(texts):
                yield line, [unicodedata.normalize("NFC", it.strip()) for it in texts]
            line = reader.line_num + 1
    except csv.Error as error:
        raise BadLine(file, line, Reason("bundle.problem.csv")) from error


def _check_header(file: str, header: list[str], expected: list[str], optional: set[str]) -> None:
    columns = ", ".join(expected)
    if not header:
        raise BadFile(file, "bundle.problem.no-header", columns=columns)
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        raise BadFile(file, "bundle.problem.separator", columns=columns)
    for name in header:
        if name not in expected:
            raise BadFile(file, "bundle.problem.extra-column", column=name, columns=columns)
        if header.count(name) > 1:
            raise BadFile(file, "bundle.problem.column-twice", column=name)
    for name in expected:
        if name not in header and name not in optional:
            raise BadFile(file, "bundle.problem.missing-column", column=name, columns=columns)


def _draft[D: Draft](file: str, line: int, table: Table[D], texts: dict[str, str]) -> D:
    values = {}
    for field in table.fields:
        try:
            values[field.name] = _value(field, [texts.get(header, "") for header in field.headers])
        except BadCell as error:
            raise _bad_line(file, line, field.headers[0], error) from error
    draft = table.draft(**values)
    fault = table.fault(draft)
    if fault is not None:
        raise _bad_line(file, line, *fault)
    return draft


def _value(field: Field, texts: list[str]) -> Any:
    for text in texts:
        if CONTROL.search(text):
            raise BadCell("bundle.cell.control")
    if any(texts):
        return field.cell.read(texts)
    if field.required:
        raise BadCell("bundle.cell.empty")
    return field.empty


def _bad_line(file: str, line: int, column: str, error: BadCell) -> BadLine:
    problem = Reason(error.code, error.params)
    return BadLine(
        file, line, Reason("bundle.refused.value", {"column": column, "problem": problem})
    )
