"""Texts read without a register: languages, sentences, numbers, days, names."""

from decimal import Decimal

import pytest

from koinon.rules.bound import Bound
from koinon.rules.claim.language import language_of
from koinon.rules.claim.moment import moments_in
from koinon.rules.claim.names import Lexicon, Name, NameKind
from koinon.rules.claim.numeral import numbers_in, spelt_in
from koinon.rules.claim.sentence import sentences_of
from koinon.rules.claim.token import tokens_of
from koinon.rules.claim.vocabulary import LANGUAGES, vocabulary


def numbers(text: str, language: str) -> list[tuple[Decimal, str]]:
    words = vocabulary(language)
    found = numbers_in(text, tokens_of(text), words, spelt_in(language, words))
    return [(it.value, it.qualifier) for it in found]


@pytest.mark.parametrize(
    ("language", "text", "value", "qualifier"),
    [
        ("de", "mehr als 1.800 Städte", 1800, "over"),
        ("de", "rund 1 800 Städte", 1800, "about"),
        ("de", "ca. 25 Städte", 25, "about"),
        ("de", "fast dreißig Länder", 30, "up-to"),
        ("de", "fünfundzwanzig Städte", 25, "exactly"),
        ("de", "einhundertsechsundfünfzig Länder", 156, "exactly"),
        ("de", "hundertsiebzig Mitglieder", 170, "exactly"),
        ("de", "8000+ Städte", 8000, "over"),
        ("de", "über 20 (zwanzig) Millionen Euro", 20_000_000, "over"),
        ("de", "2,5 Mio. Euro", 2_500_000, "exactly"),
        ("en", "nearly 1,800 cities", 1800, "up-to"),
        ("en", "one hundred and fifty-six countries", 156, "exactly"),
        ("en", "two hundred cities", 200, "exactly"),
        ("fr", "plus de 1 800 villes", 1800, "over"),
        ("fr", "quatre-vingt-dix-sept villes", 97, "exactly"),
        ("fr", "cent soixante-six pays", 166, "exactly"),
        ("fr", "vingt et un pays", 21, "exactly"),
        ("fr", "près de deux cents villes", 200, "up-to"),
    ],
)
def test_a_number_in_any_dress(language: str, text: str, value: int, qualifier: str) -> None:
    assert numbers(text, language)[0] == (Decimal(value), qualifier)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "am 10. Dezember 2004", "2004-12-10"),
        ("de", "am 10.12.2004", "2004-12-10"),
        ("de", "im Frühjahr 2015", "2015-03..2015-05"),
        ("de", "Ende Okt. 2017", "2017-10"),
        ("en", "on December 10, 2004", "2004-12-10"),
        ("en", "on 1st of November 2025", "2025-11-01"),
        ("fr", "le 1er décembre 2009", "2009-12-01"),
        ("fr", "en 1990", "1990"),
        ("de", "seit 2004-12-10", "2004-12-10"),
    ],
)
def test_a_day_in_any_dress(language: str, text: str, day: str) -> None:
    (found,) = moments_in(text, tokens_of(text), vocabulary(language))
    assert found.day == Bound.parse(day)


@pytest.mark.parametrize(
    "text", ["am 30.2.2015", "am 31. April 2015", "2500 Städte", "am 1.13.2015"]
)
def test_a_day_that_does_not_exist_is_none(text: str) -> None:
    found = moments_in(text, tokens_of(text), vocabulary("de"))
    assert [it.day for it in found if it.day.is_exact] == []


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir sind Mitglied in einer Reihe von Netzwerken.", "de"),
        ("The city is a member of several networks.", "en"),
        ("La ville est membre de plusieurs réseaux.", "fr"),
        ("Miasto należy do kilku sieci europejskich i światowych.", ""),
        ("", ""),
        ("12345 !!!", ""),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [("135 | 35", "fr"), ("Miasto należy do sieci.", ""), ("Kota itu punya banyak anggota.", "")],
)
def test_only_another_language_is_refused(text: str, language: str) -> None:
    assert language_of(text, otherwise="fr") == language


def test_sentences_end_where_they_end() -> None:
    text = (
        "Am 10. Dezember 2004 kam z. B. Dr. Muster. Er blieb.\n\nÜberschrift\nEin Satz\nüber zwei."
    )
    found = [text[it.start : it.end] for it in sentences_of(text, vocabulary("de"))]
    assert found == [
        "Am 10. Dezember 2004 kam z. B. Dr. Muster.",
        "Er blieb.",
        "Überschrift",
        "Ein Satz\nüber zwei.",
    ]


NAMES = Lexicon(
    [
        Name(NameKind.NETWORK, "alliance", "Klima-Bündnis"),
        Name(NameKind.NETWORK, "council", "Rat der Gemeinden Europas"),
        Name(NameKind.NETWORK, "esn", "ESN"),
        Name(NameKind.CITY, "koeln", "Köln"),
    ]
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("des Klima-Bündnisses", ["alliance"]),
        ("im Klimabündnis", ["alliance"]),
        ("beim Rat der Gemeinden Europas (ESN)", ["council", "esn"]),
        ("Kölns Rat", ["koeln"]),
        ("Koeln", ["koeln"]),
        ("köln esn Bündnis", []),
    ],
)
def test_names_in_any_form(text: str, codes: list[str]) -> None:
    found = NAMES.mentions(tokens_of(text))
    assert [it.names[0].code for it in found] == codes


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_up_to_a_thousand_is_told_apart(language: str) -> None:
    spelt = spelt_in(language, vocabulary(language))
    assert set(range(2, 1000)) <= set(spelt.values())
