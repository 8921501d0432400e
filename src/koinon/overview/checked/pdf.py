"""The text of a PDF, read in a process of its own, which may take neither long nor much memory.

A small file can be made so that reading it never ends: the site must not wait for it.
"""

import resource
import subprocess
import sys
from io import BytesIO

from koinon.rules.bad_input import BadInput

SECONDS = 5
MEMORY = 1_000_000_000
LONGEST = 5_000_000
"""Of a file with more text the rest is left: what reads the text refuses it as too long."""

_READ = 0
_REFUSED = 3


def text_of_pdf(content: bytes) -> str:
    """Read the text of a PDF; raises BadInput for one that cannot be read in reasonable time."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", __spec__.name],
            input=content,
            capture_output=True,
            timeout=2 * SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise BadInput(code="check.refused.pdf-slow") from error
    if done.returncode == _READ:
        return done.stdout.decode("utf-8")
    if done.returncode == _REFUSED:
        raise BadInput(code=f"check.refused.{done.stdout.decode('ascii')}")
    raise BadInput(code="check.refused.pdf-slow")


class _UnreadableError(Exception):
    """The file has no text to give; the reason is a code."""


def _text(content: bytes) -> str:
    from pypdf import PdfReader  # noqa: PLC0415 - only the other process needs it

    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _UnreadableError("encrypted")
    pages: list[str] = []
    letters = 0
    for page in reader.pages:
        pages.append(page.extract_text() or "")
        letters += len(pages[-1])
        if letters > LONGEST:
            break
    text = "\n\n".join(pages)
    if not text.strip():
        raise _UnreadableError("scanned")
    return text


def _main() -> int:
    """Read a PDF from standard input within the limits; write its text, or why there is none."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    try:
        sys.stdout.buffer.write(_text(sys.stdin.buffer.read()).encode("utf-8", "ignore"))
    except MemoryError:
        raise
    except _UnreadableError as reason:
        sys.stdout.write(str(reason))
        return _REFUSED
    except Exception:  # noqa: BLE001 - a damaged file makes the reader stumble in any way
        sys.stdout.write("damaged")
        return _REFUSED
    return _READ


if __name__ == "__main__":
    sys.exit(_main())
