"""Checking a text: what it says of networks, held against register and statutes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import structs

from koinon.overview.checked.dues import fees_for
from koinon.overview.checked.known import Known, known_on
from koinon.overview.checked.names import lexicon
from koinon.overview.checked.reworded import edit_of, worded
from koinon.overview.checked.statement import CheckedText, Statement, Subject
from koinon.overview.checked.worded import claimed, said_of
from koinon.rules.bad_input import BadInput
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.finding import claims_in, mentioned, read
from koinon.rules.claim.judgement import Judgement, Verdict
from koinon.rules.claim.judging import judge
from koinon.rules.claim.language import language_of
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.passage import Passage
from koinon.rules.trace import SourceRef
from koinon.wording.say import say_reason

LONGEST = 500_000
"""As many letters as some two hundred pages have; nobody has to wait longer than a few seconds."""


def check(text: str, day: date, *, language: str = "", otherwise: str = "") -> CheckedText:
    """Find what a text says of networks and judge it as of a day; a fixed number of queries.

    The language is told by the text's words unless one is given; ``otherwise`` is that of a text
    too short to tell. Raises BadInput for a text that is empty, too long, or in a language Koinon
    does not read.
    """
    if not text.strip():
        raise BadInput(code="check.refused.empty")
    if len(text) > LONGEST:
        raise BadInput(code="check.refused.too-long", n=len(text), most=LONGEST)
    names = lexicon()
    told = language_of(text, names)
    spoken = language or told or language_of(text, names, otherwise=otherwise)
    if not spoken:
        raise BadInput(code="check.refused.language")
    passages = read(text, spoken, names)
    known = known_on(day, mentioned(passages), names.codes(NameKind.CITY))
    found = claims_in(passages, known.familiar)
    known.learn(fees_for(found, day))
    judged = _without_titles(_judged(found, known, day))
    statements = _statements(text, spoken, passages, judged, known)
    return CheckedText(
        text=text,
        language=spoken,
        seems=told if told != spoken else "",
        on=day,
        statements=tuple(statements),
    )


type _Judged = tuple[Claim, Judgement]


def _judged(claims: Iterable[Claim], known: Known, day: date) -> Iterator[_Judged]:
    for claim in claims:
        said = said_of(claim, known)
        judgement = judge(claim, known.facts_for(claim), day, said, known.beside(claim))
        if judgement is not None:
            yield claim, judgement


def _without_titles(found: Iterable[_Judged]) -> tuple[_Judged, ...]:
    """Leave out the title of somebody whose seat is told to be over in the same words."""
    every = tuple(found)
    over: dict[object, list[tuple[int, int]]] = {}
    for claim, of in every:
        if claim.kind is ClaimKind.SEAT and of.verdict is Verdict.PAST:
            over.setdefault(claim.value, []).append((claim.start, claim.end))
    return tuple(
        (claim, judgement)
        for claim, judgement in every
        if claim.kind is not ClaimKind.OFFICE or not _is_within(claim, over.get(claim.value, ()))
    )


def _is_within(claim: Claim, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a claim stands within the last of some spans that begin before it."""
    at = bisect_right(spans, claim.start, key=lambda it: it[0])
    return at > 0 and claim.end <= spans[at - 1][1]


def _statements(
    text: str,
    language: str,
    passages: Sequence[Passage],
    judged: Sequence[_Judged],
    known: Known,
) -> Iterator[Statement]:
    edits = [edit_of(text, language, *it, known.facts_for(it[0])) for it in judged]
    made = sorted((it for it in edits if it is not None), key=lambda it: it.start)
    ends = [it.sentence.end for it in passages]
    unmended = {
        bisect_left(ends, claim.end)
        for (claim, judgement), edit in zip(judged, edits, strict=True)
        if edit is None and judgement.verdict in REPORTED
    }
    for (claim, judgement), edit in zip(judged, edits, strict=True):
        plain = _statement(text, language, claim, judgement, known)
        if edit is None:
            yield plain
            continue
        at = bisect_left(ends, claim.end)
        wording = None if at in unmended else worded(text, passages[at], edit, made)
        if wording is None:
            yield plain
            continue
        yield structs.replace(
            plain,
            wording=wording,
            proposal=wording.text,
            told=(edit.start, edit.end) if edit.start < edit.end else None,
        )


def _statement(
    text: str, language: str, claim: Claim, judgement: Judgement, known: Known
) -> Statement:
    said = claimed(claim, known)
    proposal = judgement.proposal
    return Statement(
        start=claim.start,
        end=claim.end,
        quote=text[claim.start : claim.end],
        subject=Subject(claim.subject, said.params["subject"], known.kind(claim.subject)),
        kind=str(claim.kind),
        claim=said,
        verdict=judgement.verdict,
        reason=judgement.reason,
        sources=_sources(judgement),
        proposal=None if proposal is None else say_reason(proposal, language),
    )


def _sources(judgement: Judgement) -> tuple[SourceRef, ...]:
    return tuple(dict.fromkeys(it.source for it in judgement.facts if it.source is not None))


REPORTED = frozenset({Verdict.OUTDATED, Verdict.PAST, Verdict.DIFFERING})
"""The verdicts by which a text should be changed."""
