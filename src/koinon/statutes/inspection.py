"""Checking files: what stands in them, and what is wrong with each."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from koinon.statutes.checks.across import faults_across
from koinon.statutes.document import RULE_KINDS, Statute
from koinon.statutes.faults import Fault, StatuteError, fault
from koinon.statutes.library import SHIPPED, Library, document_in


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """A file with its code and its number of rules, or with what is wrong with it."""

    file: str
    code: str = ""
    rules: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults

    def sentences(self, language: str = "en") -> tuple[str, ...]:
        """Say each fault in one sentence, or that all is well."""
        from koinon.wording.say import say  # noqa: PLC0415 - checking needs no words

        if self.is_good:
            return (say("statute.check.good", language, file=self.file, n=self.rules),)
        return tuple(f"{self.file}: {item.sentence(language)}" for item in self.faults)


def check_files(paths: Iterable[Path], library: Library) -> tuple[Checked, ...]:
    """Check files, each also against the others and those of the library."""
    opened = [_open(path) for path in paths]
    known = _known(library) | {
        statute.code: statute for _, statute, _ in opened if statute is not None
    }
    return tuple(_checked(path, statute, faults, known) for path, statute, faults in opened)


def check_library(library: Library) -> tuple[Checked, ...]:
    """Check every document at hand, shipped or in the folder of one's own."""
    return tuple(
        _against_shipped(checked, library) for checked in check_files(library.paths(), library)
    )


def _open(path: Path) -> tuple[Path, Statute | None, tuple[Fault, ...]]:
    try:
        return path, document_in(path).statute, ()
    except StatuteError as error:
        return path, None, error.faults


def _known(library: Library) -> dict[str, Statute]:
    opened = (_open(path)[1] for path in library.paths())
    return {statute.code: statute for statute in opened if statute is not None}


def _checked(
    path: Path, statute: Statute | None, faults: tuple[Fault, ...], known: dict[str, Statute]
) -> Checked:
    if statute is None:
        return Checked(file=str(path), faults=faults)
    return Checked(
        file=str(path),
        code=statute.code,
        rules=sum(len(getattr(statute, kind)) for kind in RULE_KINDS),
        faults=faults_across(statute, known),
    )


def _against_shipped(checked: Checked, library: Library) -> Checked:
    path = Path(checked.file)
    if path.parent == library.folder and checked.code and (SHIPPED / path.name).is_file():
        again = fault("code", "code-shipped", code=checked.code)
        return msgspec.structs.replace(checked, faults=(*checked.faults, again))
    return checked
