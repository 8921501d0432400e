"""Words that pages and files share: how a city belongs, a derivation line by line, sources."""

from collections.abc import Iterable

from koinon.overview.sourcing import each_once
from koinon.overview.ties import Tie
from koinon.rules.trace import SourceRef, Trace
from koinon.wording.derivation import explain, write_dated
from koinon.wording.language import pick
from koinon.wording.say import say


def kind_of(tie: Tie, language: str) -> str:
    """Say in which way a city belongs: the kind, and the act of belonging unless that says it."""
    kind, strand = say(f"tie.{tie.group}", language), pick(tie.strand_names, language)
    if strand.casefold().startswith(kind.casefold()):
        return strand
    return ", ".join(filter(None, (kind, strand)))


def derivation_lines(trace: Trace, language: str) -> list[str]:
    """Give a derivation line by line: sign, what it is, value, where from; then remarks."""
    found, colon = explain(trace, language), say("mark.colon", language)
    lines = []
    for row in found.rows:
        origin = f" ({row.origin})" if row.origin else ""
        lines.append(f"{row.sign} {row.label}{colon}{row.value}{origin}".strip())
    return [*lines, *found.remarks]


def cited(source: SourceRef, language: str) -> str:
    """Name a source with the time it speaks for."""
    dated = write_dated(source.dated, language)
    return f"{source.title}, {dated}" if dated else source.title


def all_cited(sources: Iterable[SourceRef], language: str) -> str:
    """Name sources, each once and on a line of its own."""
    return "\n".join(cited(source, language) for source in each_once(sources))
