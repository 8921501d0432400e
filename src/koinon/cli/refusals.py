"""Errors as one sentence, in the language that was asked for."""

import errno

from koinon.cli.arguments import language
from koinon.cli.words import said
from koinon.rules.bad_input import BadInput

_OF_THE_SYSTEM = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-trouble",
    errno.EIO: "disk-trouble",
    errno.EADDRINUSE: "port-taken",
    errno.ENOENT: "not-found",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.EISDIR: "folder",
}
_OF_THE_DATABASE = {
    "disk is full": "disk-full",
    "No space": "disk-full",
    "disk I/O error": "disk-trouble",
    "readonly database": "cannot-open",
    "no such table": "no-tables",
    "relation ": "no-tables",
    "locked": "locked",
    "unable to open": "cannot-open",
}


def sentence_of(error: Exception) -> str | None:
    """Say what was typed wrong, refused, or wrong with the machine; None for a fault of ours."""
    if hasattr(error, "sentences"):
        return str(error.sentences(language())[0])
    if hasattr(error, "sentence"):
        return str(error.sentence(language()))
    if isinstance(error, BadInput):
        return _of_input(error)
    return _of_machine(error)


def _of_input(error: BadInput) -> str:
    from koinon.wording.say import say

    return say(error.code, language(), **error.params) if error.code else str(error)


def _of_machine(error: Exception) -> str | None:
    """Say what went wrong with a file, a disk or a port."""
    if isinstance(error, OSError):
        place = f" ({error.filename})" if error.filename else ""
        code = _OF_THE_SYSTEM.get(error.errno or 0, "other")
        return said(f"machine.{code}", place=place, why=error.strerror or str(error))
    if type(error).__module__.partition(".")[0] in ("django", "sqlite3", "psycopg"):
        for words, code in _OF_THE_DATABASE.items():
            if words in str(error):
                return said(f"machine.{code}", place="")
    return None
