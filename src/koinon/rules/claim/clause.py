"""The part of a sentence that something stands in."""

from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import has, length_at


def clause_at(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Give the stretch between two signs that tokens stand in; one within a number is none."""
    ends = passage.clause_ends
    before = [at + 1 for at in ends if at < first]
    behind = [at for at in ends if at >= last]
    return (before or [0])[-1], (behind or [len(passage.tokens)])[0]


def part_at(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Give the part of a clause that tokens stand in, where it goes on with "and was"."""
    words, tokens = passage.words, passage.tokens
    begins, ends = clause_at(passage, first, last)
    verbs = (*words.is_, *words.has_, *words.had)
    turns = [
        at
        for at in range(begins + 1, ends)
        if length_at(tokens, at - 1, words.and_) and length_at(tokens, at, verbs)
    ]
    before = [at for at in turns if at <= first]
    behind = [at for at in turns if at >= last]
    return (before or [begins])[-1], (behind or [ends])[0]


def is_told(passage: Passage, first: int = 0, last: int | None = None) -> bool:
    """Tell whether a verb of the past stands in a stretch; "led by" and "is required" are none."""
    words, tokens = passage.words, passage.tokens
    stop = len(tokens) if last is None else last
    return any(
        token.is_word
        and token.text[0].islower()
        and passage.within_name(at) is None
        and length_at(tokens, at, words.told)
        and not length_at(tokens, at + 1, words.after_told)
        and not has(tokens[max(first, at - 2) : at], words.before_participle)
        for at, token in enumerate(tokens[first:stop], start=first)
    )
