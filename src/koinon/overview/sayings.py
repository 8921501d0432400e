"""What each side says of a bond, with the source it was read in."""

from collections.abc import Iterable
from datetime import date

import msgspec

from koinon.register.models import Source
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.period import Truth
from koinon.rules.spell.spell import Saying, Spell
from koinon.rules.trace import SourceRef


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What one voice says; ``ends`` is None where it names no end."""

    voice: str
    speaker: str
    grade: str | None
    holds: Truth
    begins: Bound
    ends: Bound | None
    stated_on: date
    source: SourceRef | None


def sources_of(spells: Iterable[Spell]) -> dict[str, SourceRef]:
    """Find the sources that spells name, by code; one query."""
    codes = {saying.source for spell in spells for saying in spell.sayings if saying.source}
    return {row.code: row.ref for row in Source.objects.filter(code__in=codes)}


def said(saying: Saying | None, sources: dict[str, SourceRef]) -> Said | None:
    """Show what a voice says, None where it says nothing."""
    if saying is None:
        return None
    return Said(
        voice=saying.voice,
        speaker=saying.speaker,
        grade=saying.grade,
        holds=saying.holds,
        begins=saying.begins,
        ends=None if saying.ends == OPEN_BOUND else saying.ends,
        stated_on=saying.stated_on,
        source=sources.get(saying.source),
    )
