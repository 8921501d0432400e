"""The day for which a sentence gives a number."""

from koinon.rules.bound import Bound
from koinon.rules.claim.clause import clause_at
from koinon.rules.claim.moment import Moment
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import has, length_at, length_before

NEAR = 3
WHEN_WITHIN = 8
"""So many words at most stand between "when" and its day: "when the city joined in 2004"."""


def said_in(passage: Passage, place: int) -> Bound | None:
    """Give the day for which a sentence gives the number at a place, None where it gives none."""
    tokens, words = passage.tokens, passage.words
    had = passage.says(words.had)
    if passage.moments and passage.says(words.then):
        return passage.moments[-1].day
    in_brackets = [it for it in passage.moments if _is_bracketed(passage, it)]
    if in_brackets:
        behind = [it for it in in_brackets if it.first > place]
        return (behind or in_brackets[-1:])[0].day
    for moment in passage.moments:
        if has(tokens[max(0, moment.first - WHEN_WITHIN) : moment.first], words.when):
            return moment.day
        ahead = tokens[max(0, moment.first - NEAR) : moment.first]
        if has(ahead, words.founded) or has(tokens[moment.last : moment.last + 1], words.founded):
            continue
        if _is_of_other(passage, place, moment):
            continue
        dated = any(length_at(ahead, at, words.as_of) for at in range(len(ahead)))
        if dated and (had or has(ahead, words.as_of[:1])):
            return moment.day
        if had and has(ahead, words.had):
            return moment.day
    return _told_of(passage, place)


def _is_of_other(passage: Passage, place: int, moment: Moment) -> bool:
    """Tell whether a day is that of another number: "has 135 members, in 2019 it had 140"."""
    first, last = _clause(passage, moment)
    own = range(moment.first, moment.last)
    return not first <= place < last and any(
        first <= it.first < last and it.number not in own for it in passage.numbers
    )


def _told_of(passage: Passage, place: int) -> Bound | None:
    """Give the day of a clause, wherever it stands: "it has had 140 in 2019", "in 2019 it has"."""
    tokens, words = passage.tokens, passage.words
    for moment in passage.moments:
        first, last = _clause(passage, moment)
        is_event = has(tokens[first:last], (*words.founded, *words.joining))
        if is_event or passage.since_before(moment.first) or not first <= place < last:
            continue
        is_ahead = moment.first == 0 or length_before(tokens, moment.first, words.as_of) > 0
        if is_ahead or has(passage.plain(first, last), words.had):
            return moment.day
    return None


def _clause(passage: Passage, moment: Moment) -> tuple[int, int]:
    """Give the stretch between two signs that a day stands in; "In 2019, " opens one."""
    first, last = clause_at(passage, moment.first, moment.last)
    is_alone = last == moment.last and moment.first - first <= NEAR
    if is_alone and len(passage.moments) == 1:
        return 0, clause_at(passage, moment.first, last + 1)[1]
    return first, last


def _is_bracketed(passage: Passage, moment: Moment) -> bool:
    tokens = passage.tokens
    opened = moment.first > 0 and tokens[moment.first - 1].text == "("
    return opened and moment.last < len(tokens) and tokens[moment.last].text == ")"
