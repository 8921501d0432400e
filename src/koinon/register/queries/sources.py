"""The sources that statements were read in."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from koinon.register.models import Source, Statement
from koinon.register.prepared import prepared
from koinon.register.shared import shared
from koinon.rules.rule import Text
from koinon.rules.spell.spell import Spell
from koinon.rules.trace import SourceRef


@prepared
def _sources(codes: Sequence[str]) -> QuerySet[Source]:
    return Source.objects.filter(code__in=codes)


@prepared
def _notes(keys: Sequence[int]) -> QuerySet[Statement, tuple[int, Text]]:
    return Statement.objects.filter(pk__in=keys).exclude(note={}).values_list("pk", "note")


def refs_in(spells: Iterable[Spell]) -> dict[str, SourceRef]:
    """Find the sources that spells name, by code; one query at most."""
    codes = {saying.source for spell in spells for saying in spell.sayings if saying.source}
    return _refs(sorted(codes))


@shared
def _refs(codes: list[str]) -> dict[str, SourceRef]:
    return {row.code: row.ref for row in _sources(codes)}


def notes_in(spells: Iterable[Spell]) -> dict[int, Text]:
    """Find the notes on the statements that spells show, by the statements' keys; one query."""
    keys = {saying.number for spell in spells for saying in spell.sayings}
    return dict(_notes(sorted(keys)))
