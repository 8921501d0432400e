"""The sources that statements were read in."""

from collections.abc import Iterable

from koinon.register.models import Source
from koinon.rules.spell.spell import Spell
from koinon.rules.trace import SourceRef


def refs_in(spells: Iterable[Spell]) -> dict[str, SourceRef]:
    """Find the sources that spells name, by code; one query."""
    codes = {saying.source for spell in spells for saying in spell.sayings if saying.source}
    return {row.code: row.ref for row in Source.objects.filter(code__in=codes)}
