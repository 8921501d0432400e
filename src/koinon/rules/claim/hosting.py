"""Claims about where a network has its office, and who runs it."""

from collections.abc import Iterator

from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.familiar import Familiar
from koinon.rules.claim.names import NameKind
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_before

NEAR = 4


def hosts_in(passage: Passage, familiar: Familiar) -> Iterator[Claim]:
    """Find who is said to house or to run the office of a network."""
    words = passage.words
    plain = passage.plain()
    network = _network_of(passage, familiar)
    if not network or not has(plain, (*words.office, *words.hosting)):
        return
    for mention in passage.mentions:
        hosts = mention.of(NameKind.ORGANISATION, NameKind.CITY)
        if not hosts:
            continue
        ahead = range(max(0, mention.first - NEAR), mention.first + 1)
        if not any(length_before(passage.tokens, at, words.hosted_by) for at in ahead):
            continue
        start, end = passage.cut(mention.first, mention.last)
        yield Claim(
            kind=ClaimKind.HOST,
            subject=network,
            aspect=str(ClaimKind.HOST),
            value=hosts[0].code,
            start=start,
            end=end,
            is_past=has(plain, words.former),
        )
        return


def _network_of(passage: Passage, familiar: Familiar) -> str:
    for mention in passage.networks:
        if network_of(mention) in familiar.hosts:
            return network_of(mention)
    if passage.networks or passage.topic not in familiar.hosts:
        return ""
    return passage.topic
