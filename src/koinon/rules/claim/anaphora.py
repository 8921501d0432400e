"""Whether a sentence goes on speaking of what the sentences before were about."""

from koinon.rules.claim.passage import Passage
from koinon.rules.claim.token import has, length_at

PRONOUN_WITHIN = 4


def refers_back(passage: Passage) -> bool:
    """Tell whether the sentence speaks of what the sentences before were about."""
    tokens = passage.tokens
    pronouns = any(
        length_at(tokens, place, passage.words.pronouns)
        for place in range(min(PRONOUN_WITHIN, len(tokens)))
    )
    latter = has(tokens, passage.words.latter)
    if passage.answers or pronouns or latter or _goes_on_with_pronoun(passage):
        return True
    return any(
        length_at(tokens, place, passage.words.anaphors)
        and passage.within_name(place) is None
        and not _is_of_elsewhere(passage, place)
        for place in range(len(tokens))
    )


def _goes_on_with_pronoun(passage: Passage) -> bool:
    """Tell whether "it" follows an opening clause: "With its 170 members, it is …"."""
    comma = next((at for at, it in enumerate(passage.tokens) if it.text == ","), None)
    return comma is not None and bool(length_at(passage.tokens, comma + 1, passage.words.pronouns))


def _is_of_elsewhere(passage: Passage, place: int) -> bool:
    """Tell whether a word such as "coalition" is another one: "the African coalition"."""
    beside = (*passage.tokens[max(0, place - 1) : place], *passage.tokens[place + 1 : place + 2])
    return any(length_at((it,), 0, passage.words.nationalities) for it in beside)
