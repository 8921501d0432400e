"""A stretch of a text with what became of it, in the reader's words and the text's."""

from datetime import date

import msgspec

from koinon.overview.checked.reworded import Wording
from koinon.rules.answer import Reason
from koinon.rules.claim.judgement import Verdict
from koinon.rules.rule import Text
from koinon.rules.trace import SourceRef


class Subject(msgspec.Struct, frozen=True):
    """What a statement is about: an organisation by code and names."""

    code: str
    names: Text
    kind: str


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """A claim found in a text, from ``start`` up to ``end``, and its verdict.

    ``quote`` is exactly that stretch. ``claim`` and ``reason`` are for the reader; ``proposal``
    is worded in the text's language, and is None where nothing need be said otherwise. ``wording``
    is the sentence with today's value, where it can be put in; ``told`` is the place of the old.
    """

    start: int
    end: int
    quote: str
    subject: Subject
    kind: str
    claim: Reason
    verdict: Verdict
    reason: Reason
    sources: tuple[SourceRef, ...]
    proposal: str | None
    wording: Wording | None = None
    told: tuple[int, int] | None = None

    @property
    def source(self) -> SourceRef | None:
        return self.sources[0] if self.sources else None


class CheckedText(msgspec.Struct, frozen=True, kw_only=True):
    """A text with the statements found in it, in the order of the text.

    ``seems`` is the language that its words tell where it was to be read in another.
    """

    text: str
    language: str
    seems: str = ""
    on: date
    statements: tuple[Statement, ...]
