"""Checking a text: what it says of networks, held against register and statutes."""

from collections.abc import Iterable, Iterator
from datetime import date

from koinon.overview.checked.known import Known, known_on
from koinon.overview.checked.names import lexicon
from koinon.overview.checked.statement import CheckedText, Statement, Subject
from koinon.overview.checked.worded import claimed, said_of
from koinon.rules.bad_input import BadInput
from koinon.rules.claim.claim import Claim
from koinon.rules.claim.finding import claims_in, mentioned, read
from koinon.rules.claim.judgement import Judgement, Verdict
from koinon.rules.claim.judging import judge
from koinon.rules.claim.language import language_of
from koinon.rules.trace import SourceRef
from koinon.wording.say import say_reason

LONGEST = 500_000
"""As many letters as some two hundred pages have; nobody has to wait longer than a few seconds."""


def check(text: str, day: date, *, language: str = "") -> CheckedText:
    """Find what a text says of networks and judge it as of a day; a fixed number of queries.

    The language is told by the text's small words unless one is given. Raises BadInput for a
    text that is empty, too long, or in a language Koinon does not read.
    """
    if not text.strip():
        raise BadInput(code="check.refused.empty")
    if len(text) > LONGEST:
        raise BadInput(code="check.refused.too-long", n=len(text), most=LONGEST)
    spoken = language or language_of(text)
    if not spoken:
        raise BadInput(code="check.refused.language")
    passages = read(text, spoken, lexicon())
    known = known_on(day, mentioned(passages))
    found = claims_in(passages, known.familiar)
    statements = _statements(text, spoken, found, known, day)
    return CheckedText(text=text, language=spoken, on=day, statements=tuple(statements))


def _statements(
    text: str, language: str, claims: Iterable[Claim], known: Known, day: date
) -> Iterator[Statement]:
    for claim in claims:
        said = said_of(claim, known)
        judgement = judge(claim, known.facts_for(claim), day, said, known.texts_of(claim))
        if judgement is not None:
            yield _statement(text, language, claim, judgement, known)


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
