"""Writing the register as a bundle that loads again."""

import csv
import json
import os
import secrets
import shutil
import zipfile
from io import StringIO
from pathlib import Path
from typing import Any

from django.db import transaction

from koinon.history.tables import Table
from koinon.register.bundle.files import FILES, HEAD, headers_of
from koinon.register.bundle.problem import BadBundle
from koinon.register.models import Collection
from koinon.wording.language import Language
from koinon.wording.say import say

LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The time that files in a zip bear, so that the same content gives the same bytes."""


def export_bundle(path: Path) -> None:
    """Write a bundle of all that counts into a folder, or into a zip where the name ends so.

    Raises BadBundle where something is there already, or nothing can be written.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise BadBundle("bundle.problem.in-the-way", path=str(path))
    files = bundle_files()
    draft = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        (_write_zip if path.suffix == ".zip" else _write_folder)(draft, files)
        draft.replace(path)
    except OSError as error:
        raise BadBundle(
            "bundle.problem.not-writable", path=str(path), why=os.strerror(error.errno or 0)
        ) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if draft.is_file():
            draft.unlink()


def bundle_files() -> dict[str, str]:
    """Write the files of a bundle as texts by name; all of them from one moment."""
    with transaction.atomic():
        files = {HEAD: _head()}
        for name, table in FILES.items():
            text = _csv(table)
            if text:
                files[name] = text
    return files


def _write_folder(path: Path, files: dict[str, str]) -> None:
    path.mkdir()
    for name, text in files.items():
        (path / name).write_bytes(text.encode())


def _write_zip(path: Path, files: dict[str, str]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, LONG_AGO), text, zipfile.ZIP_DEFLATED)


def _csv(table: Table[Any]) -> str:
    lines = sorted(
        [text for field in table.fields for text in _texts(field, draft)]
        for draft in table.drafts(table.rows())
    )
    if not lines:
        return ""
    headers = headers_of(table)
    keys = [
        headers.index(header)
        for field in table.fields
        if field.name in table.key
        for header in field.headers
    ]
    lines.sort(key=lambda line: [_order(line[key]) for key in keys])
    stream = StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows([headers, *lines])
    return stream.getvalue()


def _order(text: str) -> tuple[int, str]:
    """Order numbers by size."""
    return (len(text), text) if text.isdigit() else (0, text)


def _texts(field: Any, draft: Any) -> list[str]:
    value = getattr(draft, field.name)
    if value is None or value in ("", {}):
        return ["" for _ in field.headers]
    texts: list[str] = field.cell.write(value)
    return texts


def _head() -> str:
    """Write the head: that of the one bundle there is, or one for all of them together."""
    stored = list(Collection.objects.order_by("code"))
    if len(stored) == 1:
        (only,) = stored
        return _toml(only.code, only.names, only.about, only.credits)
    names = {language.value: say("bundle.export.name", language) for language in Language}
    owed = sorted({text for collection in stored for text in collection.credits})
    return _toml("export", names, {}, owed)


def _toml(code: str, names: dict[str, str], about: dict[str, str], owed: list[str]) -> str:
    """Write a head; strings of JSON are strings of TOML."""
    lines = ["format = 1", f"code = {_quoted(code)}"]
    if owed:
        lines += ["credits = [", *(f"  {_quoted(text)}," for text in owed), "]"]
    for title, texts in (("names", names), ("about", about)):
        if texts:
            lines += ["", f"[{title}]"]
            lines += [f"{_quoted(key)} = {_quoted(text)}" for key, text in sorted(texts.items())]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
