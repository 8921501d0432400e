"""Of which network a number tells: one named before or behind, or the one spoken of."""

from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.clause import clause_at
from koinon.rules.claim.counted import LONG_NOUN, Noun, is_line, is_listed
from koinon.rules.claim.grammar import is_agent, owned_by
from koinon.rules.claim.names import Mention, NameKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.sizing import is_whose
from koinon.rules.claim.token import has, only
from koinon.rules.claim.turning import turns_away
from koinon.rules.claim.vocabulary import COUNTRIES, counted_nouns

NEAR = 3


def network_counted(passage: Passage, number: Number, noun: Noun) -> str:
    """Tell of which network a number is: named before, linked behind, or spoken of."""
    before = passage.network_before(number.first)
    if passage.says(passage.words.sends):
        return ""
    if before is not None:
        is_other = (
            _is_of_part(passage, number, before)
            or turns_away(passage, before.last, number.first)
            or _is_of_body(passage, number, before)
            or _is_of_owned(passage, before, number)
            or (is_agent(passage, before) and is_inserted(passage, before, number))
        )
        is_own = not is_other and _is_of_before(passage, number, noun, before)
        return network_of(before) if is_own else ""
    if turns_away(passage, 0, number.first):
        return ""
    if has(passage.outside(0, number.first), passage.words.owners):
        return ""
    after = passage.network_after(noun.place)
    if after is not None:
        linked = _is_linked(passage, noun, after) or _belongs(passage, number)
        return network_of(after) if linked else ""
    return passage.topic if _is_of_topic(passage, number, noun) else ""


def _is_linked(passage: Passage, noun: Noun, network: Mention) -> bool:
    """Tell whether only "of", "in" and the like stand between what is counted and a network."""
    between = passage.plain(noun.place + 1, network.first)
    if len(between) >= NEAR or network.first - noun.place > NEAR:
        return False
    small = (*passage.words.articles, *passage.words.within, *passage.words.whose)
    small = (*small, *passage.words.hosted_by, *passage.words.belonging)
    return only([it for it in between if it.is_word], small)


def _is_of_owned(passage: Passage, network: Mention, number: Number) -> bool:
    """Tell whether a number is of something of the network's: "the bureau of … has 12 cities"."""
    nouns = (*passage.words.belonging, *passage.words.joined)
    owned = owned_by(passage, network)
    if not owned or is_inserted(passage, network, number):
        return False
    is_counted = owned[0].folded in counted_nouns(passage.words.language)
    return not is_counted and not has(owned, nouns)


def is_inserted(passage: Passage, network: Mention, number: Number) -> bool:
    """Tell whether a number stands in another clause than the network that did something."""
    return clause_at(passage, network.first, network.last)[1] <= number.first


def _is_of_part(passage: Passage, number: Number, network: Mention) -> bool:
    """Tell whether a number is that of a part: of a group, a section, a branch in a town."""
    tokens, words = passage.tokens, passage.words
    ahead = tokens[max(0, network.first - NEAR - 1) : network.first]
    following = [it for it in passage.mentions if it.first == network.last]
    joined = tokens[network.last : network.last + 2]
    if any(it.of(NameKind.CITY) for it in following) or (
        joined and joined[0].text == "-" and has(joined, words.parts)
    ):
        return True
    between = tokens[network.last : number.first]
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY) and is_whose(it, network)]
    is_of_part = has(ahead, words.parts) or any(it.last <= network.first for it in bodies)
    is_explained = bool(between) and between[0].text == "," and has(between[1:2], words.articles)
    return is_of_part and not is_explained


def _is_of_body(passage: Passage, number: Number, network: Mention) -> bool:
    """Tell whether a sentence turns from a network to one of its bodies before a number."""
    first = behind_insertion(passage, network, number)
    bodies = [it for it in passage.mentions if it.of(NameKind.BODY)]
    return any(first <= it.first < number.first for it in bodies)


def _is_of_before(passage: Passage, number: Number, noun: Noun, before: Mention) -> bool:
    if has(passage.outside(before.last, number.first), passage.words.owners):
        return False
    is_plain = noun.is_strong or noun.measures == (COUNTRIES,)
    return is_plain or is_listed(passage, before.last, noun) or _belongs(passage, number)


def _is_of_topic(passage: Passage, number: Number, noun: Noun) -> bool:
    if has(passage.outside(0, len(passage.tokens)), passage.words.owners):
        return False
    if is_line(passage, number, noun):
        return True
    if refers_back(passage):
        return noun.is_strong or _belongs(passage, number)
    return noun.is_strong and len(passage.tokens[noun.place].text) >= LONG_NOUN


def _belongs(passage: Passage, number: Number) -> bool:
    """Tell whether a sentence says that those counted belong to something."""
    rest = (*passage.tokens[: number.first], *passage.tokens[number.last :])
    return has(rest, passage.words.belonging)


def behind_insertion(passage: Passage, network: Mention, number: Number) -> int:
    """Give the end of what is told of a network between two commas, else that of its name."""
    behind = passage.tokens[network.last : network.last + 1]
    if not behind or behind[0].text != "," or network.last >= number.first:
        return network.last
    last = clause_at(passage, network.last + 1, network.last + 2)[1]
    return last if last <= number.first else network.last
