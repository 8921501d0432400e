"""From the bytes of a file to plain tables."""

import codecs
import re
import tomllib
from decimal import Decimal
from typing import Any

from koinon.statutes.faults import Fault, StatuteError, fault

type Table = dict[str, Any]

_LINE = re.compile(r"\(at line (\d+), column (\d+)\)\Z")


def tables_of(data: bytes, file: str) -> Table:
    """Read the tables of a document, numbers with a point as exact decimals.

    Raises StatuteError for a byte-order mark, for bytes that are no UTF-8, for broken TOML.
    """
    text = _text(data, file)
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise StatuteError(file, (_broken(str(error)),)) from error
    except (ValueError, RecursionError) as error:
        # Numbers of thousands of digits, lists in lists in lists: the parser gives up otherwise.
        raise StatuteError(file, (fault("", "too-much"),)) from error


def _text(data: bytes, file: str) -> str:
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        if data.startswith(mark):
            raise StatuteError(file, (fault("", "byte-order-mark"),))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise StatuteError(file, (fault("", "no-utf8", line=line),)) from error


def _broken(message: str) -> Fault:
    words = message.rpartition(" (at ")[0]
    place = _LINE.search(message)
    if place is None:
        return fault("", "broken-at-end", parser=words)
    return fault("", "broken", line=int(place[1]), column=int(place[2]), parser=words)
