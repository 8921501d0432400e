"""The words by which a language makes claims about networks: data, one file for each language."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from koinon.rules.claim.token import Phrases, folded

LANGUAGES = ("de", "en", "fr")

type Words = Phrases


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that are counted. ``weak`` ones count members only beside a word of belonging."""

    strong: dict[str, Words]
    weak: dict[str, Words]
    seats: Words
    countries: Words


class Numerals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What numbers are built from, and what stands before or after them."""

    units: Words
    tens: dict[str, int]
    hundred: Words
    thousand: Words
    million: Words
    billion: Words
    joint: Words
    over: Words
    about: Words
    up_to: Words
    ordinal: Words


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All words of one language. A star at the end of a word stands for any ending."""

    language: str
    common: Words
    months: Words
    seasons: dict[str, Words]
    numerals: Numerals
    counted: Counted
    belonging: Words
    elsewhere: Words
    of_these: Words
    out_of: Words
    own: Words
    further: Words
    owners: Words
    as_of: Words
    had: Words
    made_of: Words
    nationalities: Words
    anaphors: Words
    pronouns: Words
    body_anaphors: Words
    abbreviations: Words
    founded: Words
    founding: Words
    agent: Words
    done_by: Words
    founds: Words
    itself: Words
    whose: Words
    together_with: Words
    in_force: Words
    adopted: Words
    belongs: Words
    adverbs: Words
    are: Words
    to: Words
    conditions: Words
    joined: Words
    signed: Words
    papers: Words
    since: Words
    until: Words
    chosen: Words
    range_to: Words
    between: Words
    over_now: Words
    former: Words
    told: Words
    after_told: Words
    before_participle: Words
    at_first: Words
    then: Words
    compared: Words
    by_year: Words
    own_goal: Words
    when: Words
    lately: Words
    articles: Words
    turning: Words
    negations: Words
    reported: Words
    doubted: Words
    only: Words
    we: Words
    is_: Words = msgspec.field(name="is")
    and_: Words = msgspec.field(name="and")
    roles: dict[str, Words]
    salutations: Words
    body_classes: dict[str, Words]
    generic: Words
    office: Words
    hosting: Words
    hosted_by: Words
    emissions: Words
    per_cent: Words
    joining: Words
    reduce: Words
    ministry: Words
    federal: Words
    state: Words
    funds: dict[str, Words]
    money: Words
    name_particles: Words
    not_a_name: Words
    parts: Words
    beside_a_name: Words
    in_role: Words
    within: Words
    whole: Words
    sends: Words
    located: Words
    located_in: Words
    fields: Words
    a_seat: Words
    town_of: Words
    after_town: Words
    beside: Words
    columns: Words
    feminine: Words
    gendered: Words
    gendered_ahead: Words
    latter: Words
    already: Words
    yearly: Words
    this_seat: Words
    has_: Words = msgspec.field(name="has")
    fee: Words
    no_fee: Words
    by_the_head: Words
    currencies: dict[str, Words]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Read the words of a language."""
    text = (files("koinon.rules.claim") / "words" / f"{language}.toml").read_bytes()
    return msgspec.toml.decode(text, type=Vocabulary, dec_hook=_phrases)


def _phrases(_: type, found: list[str]) -> Phrases:
    return Phrases(found)


COUNTRIES = "countries"
SEATS = "seats"
SEAT = "seat"
"""A role that is known by its body, not by a word such as member."""


@cache
def counted_nouns(language: str) -> Mapping[str, tuple[tuple[str, ...], bool]]:
    """Tell of each noun that is counted what it may stand for, and whether it is a strong one."""
    counted = vocabulary(language).counted
    found: dict[str, tuple[tuple[str, ...], bool]] = {}
    for is_strong, groups in ((False, counted.weak), (True, counted.strong)):
        for measure, nouns in groups.items():
            for noun in nouns:
                before = found.get(folded(noun), ((), False))[0]
                found[folded(noun)] = ((*before, measure), is_strong)
    found |= {folded(noun): ((COUNTRIES,), False) for noun in counted.countries}
    found |= {folded(noun): ((SEATS,), True) for noun in counted.seats}
    return found
