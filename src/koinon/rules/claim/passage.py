"""Sentences with what is mentioned in them and what they go on speaking of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from koinon.rules.claim.moment import Moment, moments_in
from koinon.rules.claim.names import Lexicon, Mention, Name, NameKind
from koinon.rules.claim.numeral import Number, numbers_in, spelt_in
from koinon.rules.claim.sentence import Sentence, sentences_of
from koinon.rules.claim.token import Token, has, length_at, length_before, tokens_of
from koinon.rules.claim.vocabulary import Vocabulary

MOST_SENTENCES_BACK = 3
MOST_BETWEEN = 3
CLAUSE_ENDS = frozenset(",;:()–—")


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence as the finders of claims read it.

    ``topic`` is the network, ``body`` the body that the sentences before speak of; ``answers``
    tells that the one before asked something about it.
    """

    text: str
    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    numbers: tuple[Number, ...]
    moments: tuple[Moment, ...]
    topic: str
    body: Name | None
    city: str
    words: Vocabulary
    answers: bool = False

    @cached_property
    def networks(self) -> tuple[Mention, ...]:
        return tuple(it for it in self.mentions if it.of(NameKind.NETWORK))

    @cached_property
    def organisations(self) -> tuple[tuple[int, str], ...]:
        """List the networks, cities and other organisations: where each stands, and its code."""
        kinds = (NameKind.NETWORK, NameKind.CITY, NameKind.ORGANISATION)
        return tuple((it.first, name.code) for it in self.mentions for name in it.of(*kinds))

    @cached_property
    def clause_ends(self) -> tuple[int, ...]:
        """List the signs that end a clause; one within a number or a day is none."""
        spans = [(it.first, it.last) for it in self.numbers]
        spans += [(it.first, it.last) for it in self.moments]
        inside = {at for span in spans for at in range(*span)}
        return tuple(
            at for at, it in enumerate(self.tokens) if it.text in CLAUSE_ENDS and at not in inside
        )

    @cached_property
    def _named(self) -> dict[int, Mention]:
        """Give the mention that each token of a name is a part of, the first one of several."""
        return {at: it for it in reversed(self.mentions) for at in range(it.first, it.last)}

    @cached_property
    def _plain(self) -> tuple[Token, ...]:
        return tuple(it for at, it in enumerate(self.tokens) if at not in self._named)

    @cached_property
    def _said(self) -> dict[Sequence[str], bool]:
        return {}

    def says(self, phrases: Sequence[str]) -> bool:
        """Tell whether one of some phrases of a vocabulary stands in it, outside of names."""
        found = self._said.get(phrases)
        if found is None:
            found = self._said[phrases] = has(self._plain, phrases)
        return found

    @cached_property
    def _of_networks(self) -> frozenset[int]:
        return frozenset(at for it in self.networks for at in range(it.first, it.last))

    def within_name(self, place: int) -> Mention | None:
        """Give the mention that a token is a part of."""
        return self._named.get(place)

    def plain(self, first: int = 0, last: int | None = None) -> tuple[Token, ...]:
        """Give the tokens of a stretch that are no part of a name."""
        if first == 0 and last is None:
            return self._plain
        stop = len(self.tokens) if last is None else min(last, len(self.tokens))
        return tuple(self.tokens[at] for at in range(first, stop) if at not in self._named)

    def outside(self, first: int, last: int) -> tuple[Token, ...]:
        """Give the tokens of a stretch that are no part of a network's name."""
        stop = min(last, len(self.tokens))
        return tuple(self.tokens[at] for at in range(first, stop) if at not in self._of_networks)

    def network_before(self, place: int) -> Mention | None:
        before = [it for it in self.networks if it.last <= place]
        return before[-1] if before else None

    def network_after(self, place: int) -> Mention | None:
        return next((it for it in self.networks if it.first >= place), None)

    def cut(self, first: int, last: int) -> tuple[int, int]:
        """Give the place in the text of tokens from ``first`` up to ``last``."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def since_before(self, place: int) -> int:
        """Tell how many tokens "since" takes before a day, with an article between; 0 for none."""
        for back in range(MOST_BETWEEN + 1):
            if back and not length_at(self.tokens, place - back, self.words.lately):
                return 0
            taken = length_before(self.tokens, place - back, self.words.since)
            if taken:
                return taken + back
        return 0


def network_of(mention: Mention) -> str:
    """Give the code of the network that a mention names."""
    return mention.of(NameKind.NETWORK)[0].code


class _Scope:
    """What the text was about last."""

    def __init__(self) -> None:
        self.heading = ""
        self.recent = ""
        self.recent_at = -MOST_SENTENCES_BACK
        self.body: Name | None = None
        self.asked = -MOST_SENTENCES_BACK
        self.latter = ""

    def turn_to_latter(self, number: int) -> None:
        """Go on with the last network of the sentence before, not with the first."""
        if self.latter and number == self.recent_at + 1:
            self.recent = self.latter

    def topic(self, number: int) -> str:
        if self.recent and number - self.recent_at <= MOST_SENTENCES_BACK:
            return self.recent
        return self.heading

    def goes_on(
        self, number: int, sentence: Sentence, mentions: Sequence[Mention], *, asks: bool
    ) -> None:
        """Remember what a sentence was about, and whether it asked something."""
        networks = [network_of(it) for it in mentions if it.of(NameKind.NETWORK)]
        bodies = [it for it in mentions if it.of(NameKind.BODY)]
        if sentence.is_heading and (networks or not bodies):
            self.heading = networks[0] if networks else ""
            self.recent = self.heading
            self.recent_at = number
            self.body = None
        elif networks:
            self.recent, self.recent_at = networks[0], number
            self.latter = networks[-1]
            self.body = None
        if networks and asks:
            self.asked = number
        if bodies:
            self.body = _owned(bodies[0].of(NameKind.BODY), self.topic(number))


def _owned(bodies: Iterable[Name], network: str) -> Name | None:
    return next((it for it in bodies if it.owner == network), None)


def passages(text: str, language: str, words: Vocabulary, lexicon: Lexicon) -> tuple[Passage, ...]:
    """Read a text into passages."""
    spelt = spelt_in(language, words)
    scope = _Scope()
    found: list[Passage] = []
    for number, sentence in enumerate(sentences_of(text, words)):
        tokens = tokens_of(text, sentence.start, sentence.end)
        mentions = _apart(lexicon.mentions(tokens), tokens)
        if has(tokens, words.latter):
            scope.turn_to_latter(number)
        topic = scope.topic(number)
        may_claim = bool(mentions or topic or sentence.is_row)
        found.append(
            Passage(
                text=text,
                sentence=sentence,
                tokens=tokens,
                mentions=mentions,
                numbers=tuple(numbers_in(text, tokens, words, spelt)) if may_claim else (),
                moments=tuple(moments_in(text, tokens, words)) if may_claim else (),
                topic=topic,
                body=scope.body,
                city="",
                words=words,
                answers=bool(topic) and scope.asked == number - 1 and not sentence.is_heading,
            )
        )
        asks = bool(tokens) and tokens[-1].text == "?"
        scope.goes_on(number, sentence, mentions, asks=asks)
    city = _city_of(found)
    return tuple(replace(it, city=city) for it in found)


def _apart(mentions: Iterable[Mention], tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Leave out a name that only repeats the one before: "RGRE" in "CEMR/RGRE"."""
    kept: list[Mention] = []
    for mention in mentions:
        before = kept[-1] if kept else None
        joined = (
            before is not None
            and mention.first - before.last == 1
            and tokens[before.last].text == "/"
            and mention.of(NameKind.NETWORK)
            and before.of(NameKind.NETWORK)
        )
        if not joined:
            kept.append(mention)
    return tuple(kept)


def _city_of(found: Sequence[Passage]) -> str:
    """Give the city that a text names most often: whose page it is."""
    counts: dict[str, int] = {}
    for passage in found:
        for mention in passage.mentions:
            for name in mention.of(NameKind.CITY)[:1]:
                counts[name.code] = counts.get(name.code, 0) + 1
    ranked = sorted(counts, key=lambda code: -counts[code])
    if len(ranked) > 1 and counts[ranked[0]] == counts[ranked[1]]:
        return ""
    return ranked[0] if ranked else ""
