"""The sentences that stand first on a body's page, for bodies of which much or little is known."""

from datetime import date

import pytest
from django.test import Client

from tests.loaded import demo
from tests.overview.bodies import TODAY, body
from tests.web.markup import page

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def lead(network: str, code: str, day: date = TODAY) -> list[str]:
    return [it.code.removeprefix("body.lead.") for it in body(network, code, day).lead]


@pytest.mark.parametrize(
    ("network", "code", "said"),
    [
        ("rgre-ds", "main-committee", ["at-most", "held", "body.meeting.a-year", "run-out"]),
        ("cemr", "executive-bureau", ["size-unknown", "held", "by-office-end"]),
        (
            "eurocities",
            "executive-committee",
            ["seats", "offices", "body.meeting.at-least", "end-unknown"],
        ),
        (
            "rgre-ds",
            "delegates-assembly",
            ["members", "nobody", "body.meeting.every"],
        ),
    ],
)
def test_it_says_the_size_who_sits_there_when_it_meets_and_when_the_term_ends(
    network: str, code: str, said: list[str]
) -> None:
    assert lead(network, code) == said


def test_it_is_said_of_the_day() -> None:
    assert lead("rgre-ds", "main-committee", date(2023, 1, 1))[-1] == "running"
    assert lead("rgre-ds", "main-committee", date(2021, 1, 1))[-1] == "end-unknown"


def test_where_only_offices_have_a_term_the_end_of_theirs_is_said(client: Client) -> None:
    main = page(client.get("/de/networks/cemr/bodies/executive-bureau/?on=2026-11-22")).one("main")
    end = "2028"
    assert f"nach Regel und Quellen: {end}." in main.one("p", class_="lead").text
    assert "je nach Funktion" in main.one("dl", class_="figures").text
    term = main.one("section", aria_labelledby="term").text
    assert "die Amtszeit der einzelnen Funktionen, keine des ganzen Gremiums" in term
    assert "Weder eine Regel" not in term


def test_who_may_sit_there_is_said_of_the_day_asked_for(client: Client) -> None:
    address = "/de/networks/uclg/bodies/executive-bureau/?on=2016-01-01"
    said = page(client.get(address)).one("p", class_="lead").text
    assert "Wer an diesem Tag dort sitzt, ist nicht sicher." in said


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Gremium mit höchstens 37 Sitzen. Von einem Sitz ist bekannt, wer ihn hat."),
        ("en", "A body of at most 37 seats. It is known who holds one of the seats."),
        ("fr", "Organe de 37 sièges au plus. Le titulaire d’un siège est connu."),
    ],
)
def test_it_stands_below_the_name(client: Client, language: str, text: str) -> None:
    shown = page(client.get(f"/{language}/networks/rgre-ds/bodies/main-committee/"))
    assert shown.one("p", class_="lead").text.startswith(text)
