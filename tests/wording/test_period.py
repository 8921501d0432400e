"""Since when and until when, in sentences that stay right however rough the day is."""

import pytest

from koinon.rules.beginning import Disputed
from koinon.rules.bound import Bound
from koinon.wording.derivation import write_dated
from koinon.wording.period import say_period, say_since, say_until
from koinon.wording.values import write

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("day", "german", "english", "french"),
    [
        (
            "2015-10-22",
            "seit 22.10.2015",
            f"since 22{NBSP}October{NBSP}2015",
            f"depuis le 22{NBSP}octobre{NBSP}2015",
        ),
        ("2015", "seit 2015", "since 2015", "depuis 2015"),
        ("by 2015", "seit spätestens 2015", "since 2015 or earlier", "depuis 2015 au plus tard"),
        (
            "after 2015",
            "seit einem Tag nach 2015",
            "since some day after 2015",
            "depuis un jour après 2015",
        ),
        (
            "2006-09-07..2013",
            "seit einem Tag zwischen 7.9.2006 und 2013",
            f"since some day between 7{NBSP}September{NBSP}2006 and 2013",
            f"depuis un jour entre le 7{NBSP}septembre{NBSP}2006 et 2013",
        ),
    ],
)
def test_since(day: str, german: str, english: str, french: str) -> None:
    start = Bound.parse(day)
    assert [say_since(start, code) for code in ("de", "en", "fr")] == [german, english, french]


@pytest.mark.parametrize(
    ("day", "german", "english", "french"),
    [
        (
            "2015-10-20",
            "bis 20.10.2015",
            f"until 20{NBSP}October{NBSP}2015",
            f"jusqu’au 20{NBSP}octobre{NBSP}2015",
        ),
        ("2018-06", f"bis Juni{NBSP}2018", f"until June{NBSP}2018", f"jusqu’en juin{NBSP}2018"),
        ("2027", "bis 2027", "until 2027", "jusqu’en 2027"),
        (
            "by 2020",
            "bis spätestens 2020",
            "until 2020 at the latest",
            "fin\u00a0: 2020 au plus tard",
        ),
        ("after 2024", "bis nach 2024", "until after 2024", "jusqu’après 2024"),
        (
            "2016..2018",
            "bis zu einem Tag zwischen 2016 und 2018",
            "until some day between 2016 and 2018",
            "jusqu’à un jour entre 2016 et 2018",
        ),
    ],
)
def test_until(day: str, german: str, english: str, french: str) -> None:
    last = Bound.parse(day)
    assert [say_until(last, code) for code in ("de", "en", "fr")] == [german, english, french]


@pytest.mark.parametrize(
    ("language", "written"),
    [("de", "2015–2020"), ("en", "2015 to 2020"), ("fr", "2015–2020")],
)
def test_the_time_that_a_source_speaks_for_is_a_range(language: str, written: str) -> None:
    assert write_dated("2015..2020", language) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "ohne Datum, 22.11.2026 oder früher"),
        ("en", "undated, 22\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026 or earlier"),
        ("fr", "sans date, le 22\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026 ou avant"),
    ],
)
def test_a_source_without_a_date_is_said_to_have_none(language: str, written: str) -> None:
    assert write_dated("by 2026-11-22", language) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("de", "ohne Datum, zwischen 2022 und 22.11.2026"),
        ("en", "undated, between 2022 and 22\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026"),
    ],
)
def test_of_one_written_after_a_year_the_day_of_reading_is_no_date(
    language: str, written: str
) -> None:
    assert write_dated("2022..2026-11-22", language) == written


@pytest.mark.parametrize(
    ("first", "last", "german", "english", "french"),
    [
        (
            "2009-10-21",
            "2015-10-20",
            "vom 21.10.2009 bis 20.10.2015",
            f"from 21{NBSP}October{NBSP}2009 until 20{NBSP}October{NBSP}2015",
            f"du 21{NBSP}octobre{NBSP}2009 jusqu’au 20{NBSP}octobre{NBSP}2015",
        ),
        (
            "by 2014",
            "2017",
            "spätestens von 2014 bis 2017",
            "from 2014 or earlier until 2017",
            "depuis 2014 au plus tard jusqu’en 2017",
        ),
        ("2014", None, "seit 2014", "since 2014", "depuis 2014"),
    ],
)
def test_period(first: str, last: str | None, german: str, english: str, french: str) -> None:
    bounds = Bound.parse(first), Bound.parse(last) if last else None
    assert [say_period(*bounds, code) for code in ("de", "en", "fr")] == [german, english, french]


@pytest.mark.parametrize(
    ("language", "since", "written"),
    [
        (
            "de",
            "seit 2011–2012 oder 17.5.2015 (abweichende Angaben)",
            "2011–2012 oder 17.5.2015 (abweichende Angaben)",
        ),
        (
            "en",
            "since 2011 to 2012 or 17 May 2015 (differing statements)",
            "2011 to 2012 or 17 May 2015 (differing statements)",
        ),
        (
            "fr",
            "depuis 2011–2012 ou le 17 mai 2015 (indications divergentes)",
            "2011–2012 ou le 17 mai 2015 (indications divergentes)",
        ),
    ],
)
def test_a_beginning_about_which_voices_differ_names_each(
    language: str, since: str, written: str
) -> None:
    day = Disputed([Bound.parse("2015-05-17"), Bound.parse("2011..2012")])
    assert say_since(day, language).replace("\N{NO-BREAK SPACE}", " ") == since
    assert write(day, language).replace("\N{NO-BREAK SPACE}", " ") == written
