"""The sources that statements were read in."""

from collections.abc import Iterable

from koinon.register.models import Source, Statement
from koinon.rules.rule import Text
from koinon.rules.spell.spell import Spell
from koinon.rules.trace import SourceRef


def refs_in(spells: Iterable[Spell]) -> dict[str, SourceRef]:
    """Find the sources that spells name, by code; one query."""
    codes = {saying.source for spell in spells for saying in spell.sayings if saying.source}
    return {row.code: row.ref for row in Source.objects.filter(code__in=codes)}


def notes_in(spells: Iterable[Spell]) -> dict[int, Text]:
    """Find the notes on the statements that spells show, by the statements' keys; one query."""
    keys = {saying.number for spell in spells for saying in spell.sayings}
    rows = Statement.objects.filter(pk__in=keys).exclude(note={})
    return dict(rows.values_list("pk", "note"))
