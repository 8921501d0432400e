"""Values are written as each language writes them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from koinon.rules.answer import OneOf
from koinon.rules.bound import Bound
from koinon.rules.duration import Duration
from koinon.wording.say import say
from koinon.wording.values import Money, write

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "german", "english", "french"),
    [
        (1084831, "1.084.831", "1,084,831", f"1{NARROW}084{NARROW}831"),
        (Decimal("0.0085"), "0,0085", "0.0085", "0,0085"),
        (
            Money(Decimal("9221.06"), "EUR"),
            f"9.221,06{NBSP}€",
            "€9,221.06",
            f"9{NARROW}221,06{NBSP}€",
        ),
        (
            Money(Decimal("0.0085"), "EUR"),
            f"0,0085{NBSP}€",
            "€0.0085",
            f"0,0085{NBSP}€",
        ),
        (date(2015, 5, 1), "1.5.2015", f"1{NBSP}May{NBSP}2015", f"1er{NBSP}mai{NBSP}2015"),
        (
            Bound.parse("2011..2012"),
            "zwischen 2011 und 2012",
            "between 2011 and 2012",
            "entre 2011 et 2012",
        ),
        (
            Bound.parse("2006-09-07..2013"),
            "zwischen 7.9.2006 und 2013",
            f"between 7{NBSP}September{NBSP}2006 and 2013",
            f"entre le 7{NBSP}septembre{NBSP}2006 et 2013",
        ),
        (
            Bound.parse("2025-01-01..2025-10-09"),
            f"zwischen Januar{NBSP}2025 und 9.10.2025",
            f"between January{NBSP}2025 and 9{NBSP}October{NBSP}2025",
            f"entre janvier{NBSP}2025 et le 9{NBSP}octobre{NBSP}2025",
        ),
        (
            Bound.parse("2015-10-20..2015-10-31"),
            "zwischen 20.10.2015 und 31.10.2015",
            f"between 20{NBSP}October{NBSP}2015 and 31{NBSP}October{NBSP}2015",
            f"entre le 20{NBSP}octobre{NBSP}2015 et le 31{NBSP}octobre{NBSP}2015",
        ),
        (
            Bound.parse("after 2025-03-28"),
            "nach 28.3.2025",
            f"after 28{NBSP}March{NBSP}2025",
            f"après le 28{NBSP}mars{NBSP}2025",
        ),
        (Bound.parse("by 2021"), "spätestens 2021", "by 2021", "au plus tard 2021"),
        (Bound.parse("after 2021"), "nach 2021", "after 2021", "après 2021"),
        (Bound.parse("2015-05"), f"Mai{NBSP}2015", f"May{NBSP}2015", f"mai{NBSP}2015"),
        (Duration.parse("3 weeks"), f"3{NBSP}Wochen", f"3{NBSP}weeks", f"3{NBSP}semaines"),
        (Fraction(2, 5), f"40{NBSP}%", "40%", f"40{NBSP}%"),
        (Fraction(1, 3), "1/3", "1/3", "1/3"),
        (True, "ja", "yes", "oui"),
        (None, "unbekannt", "unknown", "inconnu"),
        (
            ("Bonn", "Köln", "Trier"),
            "Bonn, Köln und Trier",
            "Bonn, Köln and Trier",
            "Bonn, Köln et Trier",
        ),
    ],
)
def test_a_value_in_three_languages(value: object, german: str, english: str, french: str) -> None:
    assert [write(value, code) for code in ("de", "en", "fr")] == [
        german,
        english,
        french,
    ]


def test_yen_have_no_cents() -> None:
    assert write(Money(Decimal(2000), "JPY"), "de") == f"2.000{NBSP}¥"


def test_one_of_several_is_said_with_or() -> None:
    choice = OneOf(("Bonn", "Köln", "Trier"))
    assert [say("body.may.any-of", code, what=choice) for code in ("de", "en", "fr")] == [
        "Verlangt ist eines davon: Bonn, Köln oder Trier.",
        "One of these is required: Bonn, Köln or Trier.",
        "Exigé, au choix\u00a0: Bonn, Köln ou Trier.",
    ]
