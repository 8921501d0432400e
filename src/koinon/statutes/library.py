"""The statutes at hand: those that come with Koinon, and those in a folder of one's own."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from koinon.statutes.checks.across import faults_across
from koinon.statutes.decoding import tables_of
from koinon.statutes.document import Statute
from koinon.statutes.faults import StatuteError, UnknownCode, fault
from koinon.statutes.reader import bytes_of, digest_of, statute_of

SHIPPED = Path(str(files("koinon.statutes"))) / "networks"
"""The folder of the documents that come with Koinon."""

_SUFFIX = ".toml"


class Document(NamedTuple):
    """A statute with the text it was read from."""

    path: Path
    text: bytes
    digest: str
    statute: Statute


class _Kept(NamedTuple):
    mtime: int
    size: int
    document: Document


_kept: dict[Path, _Kept] = {}


class NoSuchNetwork(UnknownCode):
    """No document of that code is at hand."""


class Library:
    """Statutes by the code of their network; each is read when it is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def codes(self) -> tuple[str, ...]:
        """List the codes at hand, without reading a document."""
        return tuple(sorted({path.stem for path in self.paths()}))

    def paths(self) -> Iterator[Path]:
        """Give the files at hand: the shipped ones first.

        Raises StatuteError where the folder of further statutes is none.
        """
        for folder in self._folders():
            yield from _documents_in(folder)

    def has(self, code: str) -> bool:
        """Tell whether a document of a code is at hand; raises as ``paths`` does.

        Pages ask often: this looks for one file instead of listing the folders, and for none
        in the folder that comes with this build.
        """
        name = f"{code}{_SUFFIX}"
        is_own = [_is_file(it / name) for it in self._folders() if it != SHIPPED]
        return (any(is_own) and Path(name).name == name) or code in _shipped()

    def state(self) -> str:
        """Name the state of the folder of further statutes, empty where there is none.

        A document that nobody loaded counts as it stands: this changes whenever one does.
        """
        if self.folder is None:
            return ""
        found = ((path, path.stat()) for path in sorted(self.folder.glob(f"*{_SUFFIX}")))
        state = [(path.name, it.st_mtime_ns, it.st_size) for path, it in found]
        return sha256(repr(state).encode()).hexdigest()[:16]

    def document(self, code: str) -> Document:
        """Read the document of a network.

        Raises NoSuchNetwork, and StatuteError for a document that cannot be used.
        """
        shipped = SHIPPED / f"{code}{_SUFFIX}"
        own = self.folder / f"{code}{_SUFFIX}" if self.folder else None
        is_shipped = _is_file(shipped)
        if own is not None and _is_file(own):
            if is_shipped:
                raise StatuteError(str(own), (fault("code", "code-shipped", code=code),))
            return document_in(own)
        if is_shipped:
            return document_in(shipped)
        raise self._no_such(code)

    def statute(self, code: str) -> Statute:
        """Read the statute of a network; raises as ``document`` does."""
        return self.document(code).statute

    def documents(self) -> tuple[Document, ...]:
        """Read every document at hand, each also checked against the others.

        Raises StatuteError at the first that cannot be used.
        """
        found = tuple(self.document(code) for code in self.codes())
        known = {document.statute.code: document.statute for document in found}
        for document in found:
            faults = faults_across(document.statute, known)
            if faults:
                raise StatuteError(str(document.path), faults)
        return found

    def _folders(self) -> Iterator[Path]:
        yield SHIPPED
        if self.folder is None:
            return
        if not self.folder.is_dir():
            raise StatuteError(str(self.folder), (fault("", "no-such-folder"),))
        yield self.folder

    def _no_such(self, code: str) -> NoSuchNetwork:
        known = self.codes()
        near = get_close_matches(code, known, 1)
        if near:
            return NoSuchNetwork("no-such-network-near", code=code, hint=near[0])
        return NoSuchNetwork("no-such-network", code=code, known=known)


def document_in(path: Path) -> Document:
    """Read the document in a file, once for as long as the file stays as it is.

    Raises StatuteError, also where the file is not named after its network.
    """
    try:
        state = path.stat()
    except OSError:
        bytes_of(path)
        raise
    kept = _kept.get(path)
    if kept is not None and (kept.mtime, kept.size) == (state.st_mtime_ns, state.st_size):
        return kept.document
    text = bytes_of(path)
    digest = digest_of(text)
    if kept is not None and kept.document.digest == digest:
        document = kept.document
    else:
        document = Document(path, text, digest, _read_named(text, path))
    _kept[path] = _Kept(state.st_mtime_ns, state.st_size, document)
    return document


def _read_named(text: bytes, path: Path) -> Statute:
    statute = statute_of(tables_of(text, str(path)), str(path))
    if path.name != f"{statute.code}{_SUFFIX}":
        wrong = fault("code", "wrong-name", name=path.name, code=statute.code)
        raise StatuteError(str(path), (wrong,))
    return statute


def _documents_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob(f"*{_SUFFIX}") if path.is_file())


@cache
def _shipped() -> frozenset[str]:
    return frozenset(path.stem for path in _documents_in(SHIPPED))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
