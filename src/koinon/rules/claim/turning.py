"""Where a sentence turns to something that no register knows, denies something, or quotes."""

import re
from collections.abc import Sequence
from functools import cache

from koinon.rules.claim.passage import CLAUSE_ENDS, Passage
from koinon.rules.claim.token import folded, has, length_at

SHORTEST_ACRONYM = 3
SHORTEST_NAME = 2
"""So many capitalised words in a row, at the beginning of a clause, are somebody's name."""

DENIED_WITHIN = 6
LONGEST_NAME_QUOTED = 4
LONGEST_DOUBT = 6
FARTHEST_QUOTE = 600
_PAIRED = re.compile(r"«([^«»]{1,600})»|„([^„“”]{1,600})[“”]")
_QUOTED = re.compile(r"[„“\"«]\s?(?=\S)([^„“”\"«»\n]{1,600}?)[“”\"»]")


def turns_away(passage: Passage, first: int, last: int) -> bool:
    """Tell whether a clause that begins between two places is about a name nobody knows.

    "Eurocities has 200 members, while Energy Cities has 1,000": what stands before the second
    number is neither a known network nor a word such as "the network".
    """
    words = passage.words
    begins = first == 0
    at_start, run = begins, 0
    for place in range(first, last):
        token = passage.tokens[place]
        if token.text in CLAUSE_ENDS or length_at((token,), 0, words.turning):
            begins, at_start, run = True, True, 0
            continue
        is_own = passage.within_name(place) is not None or _is_day(passage, place)
        is_anaphor = length_at(passage.tokens, place, words.anaphors) > 0
        if is_anaphor and not is_own and _is_end_of_name(passage, place, first):
            return True
        if is_own or is_anaphor:
            begins = False
        if not begins:
            continue
        is_small = token.folded in _small((*words.lately, *words.we))
        if token.is_word and token.text[0].isupper() and not is_small:
            run += 1
            is_acronym = token.text.isupper() and len(token.text) >= SHORTEST_ACRONYM
            if at_start and (is_acronym or run >= SHORTEST_NAME):
                return True
        else:
            run = 0
            at_start = at_start and token.folded in _small(words.articles)
    return False


def _is_end_of_name(passage: Passage, place: int, first: int) -> bool:
    """Tell whether "network" ends or begins a name nobody knows: "the Global Network of …"."""
    tokens = passage.tokens
    if place < first + 2 or not tokens[place].text[0].isupper():
        return False
    before = tokens[place - 1]
    is_plain = passage.within_name(place - 1) is not None or before.text.isupper()
    return not is_plain and before.is_word and before.text[0].isupper()


@cache
def _small(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _is_day(passage: Passage, place: int) -> bool:
    return any(it.first <= place < it.last for it in passage.moments)


def is_denied(passage: Passage, place: int) -> bool:
    """Tell whether what stands at a place is said not to be so."""
    tokens = passage.tokens
    first = max(0, place - DENIED_WITHIN)
    breaks = [at for at in range(first, place) if tokens[at].text in CLAUSE_ENDS]
    ahead = tokens[max([first, *breaks]) : place]
    # "ne … que" says that it is no more, not that it is not so.
    return has(ahead, passage.words.negations) and not has(ahead, passage.words.only)


def is_doubted(found: Sequence[Passage], number: int) -> bool:
    """Tell whether a sentence asks, is asked about in the next, or repeats what others say."""
    passage = found[number]
    tokens, words = passage.tokens, passage.words
    if passage.says(words.reported) or tokens[-1].text == "?":
        return True
    behind = found[number + 1].tokens if number + 1 < len(found) else ()
    is_short = 0 < len(behind) <= LONGEST_DOUBT and behind[-1].text == "?"
    return is_short and has(behind, words.doubted)


def is_quoted(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a stretch of the text repeats somebody's words; a quoted name is none."""
    sentence, text = passage.sentence, passage.text
    first = max(0, sentence.start - FARTHEST_QUOTE)
    first = max(first, text.rfind("\n\n", first, sentence.start) + 1)
    last = min(len(text), sentence.end + FARTHEST_QUOTE)
    block = text.find("\n\n", sentence.end, last)
    last = block if block >= 0 else last
    spans = [
        *_QUOTED.finditer(text, sentence.start, sentence.end),
        *_PAIRED.finditer(text, first, last),
    ]
    return any(
        it.start() < start and end < it.end() and len(it.group().split()) > LONGEST_NAME_QUOTED
        for it in spans
    )
