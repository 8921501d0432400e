"""All claims that a text makes about networks."""

from collections.abc import Iterator

from koinon.rules.claim.claim import Claim
from koinon.rules.claim.counting import counts_in
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.names import Lexicon
from koinon.rules.claim.origins import origins_in
from koinon.rules.claim.passage import Passage, passages
from koinon.rules.claim.vocabulary import vocabulary


def claims_in(text: str, language: str, lexicon: Lexicon, familiar: Familiar) -> tuple[Claim, ...]:
    """Find the claims of a text, each once."""
    words = vocabulary(language)
    found: dict[tuple[object, ...], Claim] = {}
    for passage in passages(text, language, words, lexicon):
        for claim in _claims(passage, familiar):
            found.setdefault((claim.start, claim.end, claim.subject, claim.aspect), claim)
    return tuple(found.values())


def _claims(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    yield from counts_in(passage, familiar.measures, familiar.sections)
    yield from origins_in(passage)
