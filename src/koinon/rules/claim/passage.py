"""Sentences with what is mentioned in them and what they go on speaking of."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from koinon.rules.claim.moment import Moment, moments_in
from koinon.rules.claim.names import Lexicon, Mention, Name, NameKind
from koinon.rules.claim.numeral import Number, numbers_in, spelt_in
from koinon.rules.claim.sentence import Sentence, sentences_of
from koinon.rules.claim.token import Token, has, length_at, length_before, tokens_of
from koinon.rules.claim.vocabulary import Vocabulary

MOST_SENTENCES_BACK = 3
PRONOUN_WITHIN = 4
MOST_BETWEEN = 3


class Passage(NamedTuple):
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

    @property
    def networks(self) -> tuple[Mention, ...]:
        return tuple(it for it in self.mentions if it.of(NameKind.NETWORK))

    def within_name(self, place: int) -> Mention | None:
        """Give the mention that a token is a part of."""
        return next((it for it in self.mentions if it.first <= place < it.last), None)

    def plain(self, first: int = 0, last: int | None = None) -> tuple[Token, ...]:
        """Give the tokens of a stretch that are no part of a name."""
        stop = len(self.tokens) if last is None else min(last, len(self.tokens))
        return tuple(self.tokens[at] for at in range(first, stop) if self.within_name(at) is None)

    def outside(self, first: int, last: int) -> tuple[Token, ...]:
        """Give the tokens of a stretch that are no part of a network's name."""
        names = self.networks
        return tuple(
            self.tokens[at]
            for at in range(first, min(last, len(self.tokens)))
            if not any(it.first <= at < it.last for it in names)
        )

    def network_before(self, place: int) -> Mention | None:
        before = [it for it in self.networks if it.last <= place]
        return before[-1] if before else None

    def network_after(self, place: int) -> Mention | None:
        return next((it for it in self.networks if it.first >= place), None)

    def refers_back(self) -> bool:
        """Tell whether the sentence speaks of what the sentences before were about."""
        tokens = self.tokens
        pronouns = any(
            length_at(tokens, place, self.words.pronouns)
            for place in range(min(PRONOUN_WITHIN, len(tokens)))
        )
        latter = has(tokens, self.words.latter)
        if self.answers or pronouns or latter or self._goes_on_with_pronoun():
            return True
        return any(
            length_at(tokens, place, self.words.anaphors)
            and self.within_name(place) is None
            and not self._is_of_elsewhere(place)
            for place in range(len(tokens))
        )

    def _goes_on_with_pronoun(self) -> bool:
        """Tell whether "it" follows an opening clause: "With its 170 members, it is …"."""
        comma = next((at for at, it in enumerate(self.tokens) if it.text == ","), None)
        return comma is not None and bool(length_at(self.tokens, comma + 1, self.words.pronouns))

    def _is_of_elsewhere(self, place: int) -> bool:
        """Tell whether a word such as "coalition" is another one: "the African coalition"."""
        beside = (*self.tokens[max(0, place - 1) : place], *self.tokens[place + 1 : place + 2])
        return any(length_at((it,), 0, self.words.nationalities) for it in beside)

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
    return tuple(it._replace(city=city) for it in found)


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
