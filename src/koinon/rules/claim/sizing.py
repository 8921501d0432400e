"""Claims about how many members a body has, and how many seats somebody has in it."""

from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.clause import clause_at
from koinon.rules.claim.counted import Noun
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import has, length_before
from koinon.rules.claim.vocabulary import SEATS

NEAR = 3


def size_claim(passage: Passage, number: Number, noun: Noun) -> Claim | None:
    """Read a number of members or delegates of a body."""
    if noun.measures[0] not in ("members", SEATS) and not _is_made_of(passage, number):
        return None
    if has(passage.outside(0, len(passage.tokens)), passage.words.elsewhere):
        return None
    body = _body_of(passage, number, noun)
    if body is None:
        return None
    of_all = noun.measures != (SEATS,) or _is_said_of_body(passage, number)
    kind = ClaimKind.SIZE if of_all else ClaimKind.DELEGATES
    start, end = passage.cut(noun.first, noun.place + 1)
    network, code = body
    return Claim(
        kind=kind,
        subject=network,
        aspect=f"{kind}:{code}",
        value=number.whole,
        qualifier=number.qualifier,
        start=start,
        end=end,
        told=passage.cut(number.first, number.last),
    )


def _is_made_of(passage: Passage, number: Number) -> bool:
    """Tell whether a body is said to be made of what is counted: "a committee of twelve cities"."""
    words = passage.words
    at = number.first - length_before(passage.tokens, number.first, words.made_of)
    return any(it.last == at < number.first and it.of(NameKind.BODY) for it in passage.mentions)


def _is_said_of_body(passage: Passage, number: Number) -> bool:
    """Tell whether seats are those of a whole body, not those that somebody has in it."""
    before = [it for it in passage.mentions if it.of(NameKind.BODY) and it.last <= number.first]
    if not before or any(it.of(NameKind.COUNTRY, NameKind.CITY) for it in passage.mentions):
        return False
    words = passage.words
    if has(passage.tokens, (*words.we, *words.sends)):
        return False
    ahead = passage.tokens[max(0, before[-1].first - NEAR) : before[-1].first]
    return not has(ahead, words.within)


def _body_of(passage: Passage, number: Number, noun: Noun) -> tuple[str, str] | None:
    """Tell of which body a number of members is: one named near, or the one spoken of."""
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY)]
    before = [it for it in bodies if it.last <= number.first]
    after = [it for it in bodies if 0 <= it.first - noun.place <= NEAR + 1]
    network = passage.network_before(number.first)
    near: Mention | None = None
    if before and (
        network is None or before[-1].first > network.first or is_whose(before[-1], network)
    ):
        near = before[-1]
    elif after and passage.tokens[noun.place + 1].text != ",":
        near = after[0]
    if near is not None:
        return _resolved(passage, near, after)
    is_about = passage.networks == () and passage.body is not None and not bodies
    first = passage.tokens[: NEAR + 1]
    if is_about and passage.body and has(first, passage.words.body_anaphors):
        return passage.body.owner, passage.body.code
    return None


def is_whose(body: Mention, network: Mention) -> bool:
    """Tell whether a network only says whose body it is: "Policy Committee of CEMR"."""
    return 0 <= network.first - body.last <= NEAR


def _resolved(passage: Passage, near: Mention, others: list[Mention]) -> tuple[str, str] | None:
    """Find the network of a body by what is said around it."""
    names = near.of(NameKind.BODY)
    for other in others:
        owners = {(it.owner, it.code) for it in other.of(NameKind.BODY)}
        both = tuple(it for it in names if (it.owner, it.code) in owners)
        names = both or names
    end = clause_at(passage, near.first, near.last)[1]
    around = [network_of(it) for it in passage.networks if it.first < end]
    around = around or ([] if passage.networks else [passage.topic])
    for code in around:
        found = next((it for it in names if it.owner == code), None)
        if found is not None:
            return found.owner, found.code
    return None
