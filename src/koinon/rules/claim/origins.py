"""Claims about when something was founded or came into force."""

from collections.abc import Iterator, Sequence

from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.clause import clause_at
from koinon.rules.claim.grammar import founds, is_agent, is_of_named, owned_by
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.token import Token, has, length_at, length_before
from koinon.rules.claim.turning import turns_away

FARTHEST = 14
BESIDE = 3
OPENING = 3
_STOPS = frozenset(";:•|")


def origins_in(passage: Passage) -> Iterator[Claim]:
    """Find the years of foundation, and of the coming into force of texts."""
    taken: set[Moment] = set()
    for kind, phrases in (
        (ClaimKind.IN_FORCE, passage.words.in_force),
        (ClaimKind.FOUNDED, passage.words.founded),
    ):
        read = 0
        for place in range(len(passage.tokens)):
            length = length_at(passage.tokens, place, phrases)
            if place < read or not length or passage.within_name(place) is not None:
                continue
            read = place + length
            moment = _moment_of(passage, place, place + length, taken)
            subject = _text_of(passage) if kind is ClaimKind.IN_FORCE else None
            if kind is ClaimKind.FOUNDED:
                subject = _founded(passage, place, place + length, moment)
            if moment is None or subject is None:
                continue
            taken.add(moment)
            yield _claim(passage, kind, subject, moment, _quoted(passage, moment, place, length))
            if kind is ClaimKind.FOUNDED:
                yield from _others_founded(passage, moment, taken)


def _quoted(passage: Passage, moment: Moment, place: int, length: int) -> tuple[int, int]:
    """Give what is judged: a day with its verb, without it where somebody is named between."""
    first, last = min(place, moment.first), max(place + length, moment.last)
    words, between = passage.words, (it for it in passage.mentions if first < it.first < last)
    is_by_somebody = any(
        it.of(NameKind.CITY, NameKind.PERSON)
        and length_before(passage.tokens, it.first, (*words.done_by, *words.whose))
        for it in between
    )
    return (first, last) if not is_by_somebody else (moment.first, moment.last)


def _claim(
    passage: Passage,
    kind: ClaimKind,
    subject: tuple[str, str],
    moment: Moment,
    place: tuple[int, int],
) -> Claim:
    owner, code = subject
    start, end = passage.cut(*place)
    return Claim(
        kind=kind,
        subject=owner,
        aspect=f"{kind}:{code}" if code else str(kind),
        value=moment.day,
        day_exists=moment.exists,
        start=start,
        end=end,
        told=passage.cut(moment.first, moment.last),
    )


def _others_founded(passage: Passage, read: Moment, taken: set[Moment]) -> Iterator[Claim]:
    """Read on where the word is left out: "one was founded in 1986, the other 1982"."""
    for moment in passage.moments:
        behind = passage.tokens[moment.last : moment.last + 1]
        at = moment.first
        while length_at(passage.tokens, at - 1, (*passage.words.lately, "(", "in", "im", "en")):
            at -= 1
        named = next((it for it in passage.networks if it.last == at), None)
        is_end = not behind or behind[0].text in ",;.)"
        if moment in taken or moment.first < read.last or named is None or not is_end:
            continue
        taken.add(moment)
        subject = (network_of(named), "")
        yield _claim(passage, ClaimKind.FOUNDED, subject, moment, (moment.first, moment.last))


def _moment_of(passage: Passage, first: int, last: int, taken: set[Moment]) -> Moment | None:
    """Find the day that belongs to a trigger: the nearest in the same part of the sentence."""
    free = [it for it in passage.moments if it not in taken]
    after = [it for it in free if 0 <= it.first - last <= FARTHEST]
    before = [it for it in free if 0 <= first - it.last <= FARTHEST]
    # Of two that are equally near, the one behind: "signed in 2007 and in force in 2009".
    ranked = sorted(
        [*((it.first - last, it) for it in after), *((first - it.last, it) for it in before)],
        key=lambda it: it[0],
    )
    for _, moment in ranked:
        between = passage.tokens[min(last, moment.last) : max(first, moment.first)]
        if moment.first == last + 1 and between[-1].text == ":":
            return moment
        if any(it.text in _STOPS for it in between) or _has_other(passage, between):
            continue
        is_done_by = moment.first < first and has(between, passage.words.done_by)
        if not is_done_by and (moment.first < first or not _is_apart(passage, between)):
            return moment
    return None


def _is_apart(passage: Passage, between: Sequence[Token]) -> bool:
    """Tell whether another clause begins between, with more than the words before a day."""
    commas = [at for at, it in enumerate(between) if it.text == ","]
    if not commas:
        return False
    rest = between[commas[-1] + 1 :]
    return len(rest) > BESIDE and has(rest, (*passage.words.is_, *passage.words.told))


def _has_other(passage: Passage, between: Sequence[object]) -> bool:
    return has(between, (*passage.words.joined, *passage.words.adopted[:2]))  # type: ignore[arg-type]


def _founded(
    passage: Passage, first: int, last: int, moment: Moment | None
) -> tuple[str, str] | None:
    """Tell what was founded: what is named behind the word, before it, or was spoken of."""
    if moment is None:
        return None
    behind = passage.network_after(last)
    if behind is not None and behind.first - last <= BESIDE and _only_small(passage, last, behind):
        return None if is_agent(passage, behind) else (network_of(behind), "")
    before = passage.network_before(first)
    if before is not None and not _is_other(passage, before, min(first, moment.first)):
        is_own = not is_agent(passage, before) and not founds(passage, before, first)
        return (
            (network_of(before), "") if is_own and not _is_of_part(passage, before, first) else None
        )
    if (
        before is None
        and behind is not None
        and first <= OPENING
        and behind.first - last <= FARTHEST
        and not _goes_on_with_pronoun(passage, last, behind)
    ):
        return network_of(behind), ""
    is_opening = behind is not None and _goes_on_with_pronoun(passage, last, behind)
    is_alone = before is None and (behind is None or is_opening) and not passage.sentence.is_item
    is_label = first == 0 and last < len(passage.tokens) and passage.tokens[last].text == ":"
    is_own = not turns_away(passage, 0, first) and not _tells_of_body(passage, 0, first)
    refers = is_label or (refers_back(passage) and is_own)
    return (passage.topic, "") if is_alone and refers and passage.topic else None


def _is_of_part(passage: Passage, network: Mention, place: int) -> bool:
    """Tell whether what was founded is a part: "the forum of the network exists since"."""
    first, _ = clause_at(passage, place, place + 1)
    if first >= network.last and _tells_of_body(passage, first, place):
        return True
    return (network.first >= first or is_of_named(passage, network)) and bool(
        owned_by(passage, network)
    )


def _tells_of_body(passage: Passage, first: int, place: int) -> bool:
    """Tell whether a body or a part stands in a stretch: "its committee has existed since"."""
    words = passage.words
    bodies = tuple(it for phrases in words.body_classes.values() for it in phrases)
    named = any(it.of(NameKind.BODY) and first <= it.first < place for it in passage.mentions)
    return named or has(passage.tokens[first:place], (*bodies, *words.parts))


def _goes_on_with_pronoun(passage: Passage, last: int, behind: Mention) -> bool:
    """Tell whether "it" takes up what was founded: "Founded in 1951, it is a part of …"."""
    ahead = range(last, behind.first)
    return any(
        passage.tokens[at].text == "," and length_at(passage.tokens, at + 1, passage.words.pronouns)
        for at in ahead
    )


def _only_small(passage: Passage, last: int, behind: Mention) -> bool:
    return not any(
        it.text[0].isupper() or it.text in ",.;:(" for it in passage.tokens[last : behind.first]
    )


def _is_other(passage: Passage, network: Mention, until: int) -> bool:
    """Tell whether something else, which no register knows, is named between."""
    first = network.last + (network.first <= OPENING and _is_colon(passage, network.last))
    between = passage.tokens[first:until]
    return any(it.text in ":;" for it in between) or turns_away(passage, first, until)


def _is_colon(passage: Passage, place: int) -> bool:
    return place < len(passage.tokens) and passage.tokens[place].text == ":"


def _text_of(passage: Passage) -> tuple[str, str] | None:
    for mention in passage.mentions:
        for name in mention.of(NameKind.TEXT):
            return name.owner, name.code
    return None
