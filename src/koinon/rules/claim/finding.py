"""All claims that a text makes about networks."""

from collections.abc import Iterator, Sequence

from koinon.rules.claim.belonging import belongings_in
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.counting import counts_in
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.funding import funding_in
from koinon.rules.claim.goals import goals_in, texts_in
from koinon.rules.claim.holding import holders_in, taken_over_in
from koinon.rules.claim.hosting import hosts_in
from koinon.rules.claim.joining import joins_in
from koinon.rules.claim.names import Lexicon, NameKind
from koinon.rules.claim.origins import origins_in
from koinon.rules.claim.passage import MOST_SENTENCES_BACK, Passage, passages
from koinon.rules.claim.paying import fees_in
from koinon.rules.claim.tabled import tabled_in
from koinon.rules.claim.turning import is_doubted, is_quoted
from koinon.rules.claim.vocabulary import vocabulary


def read(text: str, language: str, lexicon: Lexicon) -> tuple[Passage, ...]:
    """Read a text into sentences with the names in them."""
    return passages(text, language, vocabulary(language), lexicon)


def mentioned(found: Sequence[Passage]) -> frozenset[str]:
    """List the codes of the organisations and people that a text names, or may name."""
    return frozenset(
        code
        for passage in found
        for mention in passage.mentions
        for name in mention.names
        for code in (name.code, name.owner)
        if code
    )


def claims_in(found: Sequence[Passage], familiar: Familiar) -> tuple[Claim, ...]:
    """Find the claims of a text, each once, in the order of the text."""
    full_names = frozenset(
        name.code
        for passage in found
        for mention in passage.mentions
        for name in mention.of(NameKind.PERSON)
    )
    claims: dict[tuple[object, ...], Claim] = {
        (it.start, it.end, it.subject, it.aspect): it for it in tabled_in(found, familiar)
    }
    seat, seat_at = None, 0
    for number, passage in enumerate(found):
        if not passage.mentions and not passage.topic:
            continue
        made = list(_claims(passage, familiar, full_names))
        if seat is not None and number - seat_at <= MOST_SENTENCES_BACK:
            made += taken_over_in(passage, seat, familiar, full_names)
        for claim in made:
            if claim.kind is ClaimKind.SEAT:
                seat, seat_at = claim, number
            if is_quoted(passage, claim.start, claim.end) or is_doubted(found, number):
                continue
            claims.setdefault((claim.start, claim.end, claim.subject, claim.aspect), claim)
    return tuple(sorted(claims.values(), key=lambda it: (it.start, it.end)))


def _claims(passage: Passage, familiar: Familiar, full_names: frozenset[str]) -> Iterator[Claim]:
    yield from counts_in(passage, familiar.measures, familiar.sections)
    yield from origins_in(passage)
    yield from joins_in(passage)
    yield from belongings_in(passage)
    yield from holders_in(passage, familiar, full_names)
    yield from goals_in(passage, familiar)
    yield from texts_in(passage, familiar)
    yield from hosts_in(passage, familiar)
    yield from funding_in(passage, familiar)
    yield from fees_in(passage)
