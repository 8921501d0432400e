"""Words that pages and files share: how a city belongs, a derivation line by line, sources."""

from collections.abc import Iterable

from koinon.overview.sourcing import each_once
from koinon.overview.ties import Tie
from koinon.overview.visit.admission import NotOpen
from koinon.overview.visit.choices import Chance, Choice
from koinon.rules.trace import SourceRef, Trace
from koinon.wording.derivation import explain, write_dated
from koinon.wording.language import pick
from koinon.wording.say import say, say_reason
from koinon.wording.values import Money, write


def kind_of(tie: Tie, language: str) -> str:
    """Say in which way a city belongs: the kind, and the act of belonging unless that says it."""
    kind, strand = say(f"tie.{tie.group}", language), pick(tie.strand_names, language)
    if strand.casefold().startswith(kind.casefold()):
        return strand
    return ", ".join(filter(None, (kind, strand)))


def chosen_kind(tie: Tie, language: str) -> str:
    """Say in which way a city belongs by what its visitor chose."""
    return pick(tie.strand_names or tie.grade_names, language)


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


def fee_of(chance: Chance, language: str) -> str:
    """Say what a way of belonging costs, or why that is not known."""
    fee = chance.fee
    if fee is None or fee.amount is None:
        reason = fee.reason if fee else None
        return say_reason(reason, language) if reason else say("value.unknown", language)
    if not fee.amount:
        return say("fees.free", language)
    return write(Money(fee.amount, fee.currency), language)


def duties_of(chance: Chance, language: str) -> str:
    """Name what a way of belonging makes due, or say that nothing is."""
    named = tuple(dict.fromkeys(pick(what, language) for what in chance.duties.values()))
    return write(named, language) if named else say("start.part.no-duty", language)


def fees_by_way(choice: Choice, language: str) -> str:
    """Give on one line what each way of belonging costs."""
    return "; ".join(_way(it, fee_of(it, language), language) for it in choice.chances)


def duties_by_way(choice: Choice, language: str) -> str:
    """Give line by line what each way of belonging makes due."""
    return "\n".join(_way(it, duties_of(it, language), language) for it in choice.chances)


def _way(chance: Chance, words: str, language: str) -> str:
    return f"{pick(chance.option.names, language)}{say('mark.colon', language)}{words}"


def not_open_words(item: NotOpen, language: str) -> str:
    """Say that a city cannot belong by the rules, what is not met, and what leads there."""
    code = "start.belongings.not-met" if item.lacking else "start.belongings.not-open"
    needed = (
        say("start.belongings.needed", language, grade=it.grade, needed=it.needed)
        for it in item.lacking
    )
    through = "start.belongings.through" if item.through else ""
    return "\n".join(
        (
            say(code, language, network=item.network.short),
            *needed,
            *((say(through, language, through=item.through),) if through else ()),
        )
    )
