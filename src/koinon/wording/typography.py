"""Spaces that French puts before signs, made such that no line begins with a sign."""

import re

_COLON = re.compile("[ \u00a0\u202f](?=:)")
_CLOSE = re.compile("[ \u00a0\u202f](?=[;?!])")
_OPENED = re.compile("(?<=«)[ \u00a0\u202f]")
_CLOSED = re.compile("[ \u00a0\u202f](?=»)")


def bound(text: str, language: str) -> str:
    """Bind signs to their words as French printers do; other languages need no such space.

    A space that does not break stands before the colon and within quotation marks, a narrow one
    before the semicolon, the question mark and the exclamation mark.
    """
    if language != "fr":
        return text
    text = _CLOSED.sub("\u00a0", _OPENED.sub("\u00a0", text))
    return _CLOSE.sub("\u202f", _COLON.sub("\u00a0", text))
