"""The half circle on a body's page: what is drawn, what stands inside, what its key says."""

from datetime import date

import pytest
from django.test import Client

from koinon.web.pictures.half_circle import Look, Share
from koinon.web.public.body_picture import (
    SeatsPicture,
    drawings_of,
    mostly_unknown,
    seats_picture,
    shares_of,
    too_many,
)
from tests.loaded import demo
from tests.overview.bodies import TODAY, body
from tests.web.markup import Element, page

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
HELD, VACANT, UNCERTAIN = Look.HELD, Look.VACANT, Look.UNCERTAIN


def shares(network: str, code: str, day: date = TODAY) -> list[Share]:
    shown = body(network, code, day)
    assert shown.seats is not None
    return shares_of(shown.seats, "de", is_seated=shown.is_seated)


def picture(network: str, code: str, day: date = TODAY) -> SeatsPicture:
    found = seats_picture(body(network, code, day), "de")
    assert found is not None
    return found


def test_offices_stand_together_in_the_middle() -> None:
    seven = (VACANT,) * 7
    assert shares("rgre-ds", "main-committee") == [
        Share("supporting", "förderndes Mitglied", seven),
        Share("deutscher-staedtetag", "Deutscher Städtetag", seven),
        Share("offices", "kraft Funktion", (VACANT, VACANT, HELD, *(VACANT,) * 7), twins=True),
        Share("deutscher-landkreistag", "Deutscher Landkreistag", seven),
        Share("deutscher-staedte-und-gemeindebund", "Deutscher Städte- und Gemeindebund", seven),
    ]


def test_seats_are_held_or_without_a_known_holder_or_uncertain() -> None:
    assert [(it.code, it.seats) for it in shares("cemr", "executive-bureau")] == [
        ("president", (HELD,)),
        ("co-president", (HELD, HELD)),
        ("vice-president", (UNCERTAIN,) * 10),
        ("secretary-general", (VACANT,)),
    ]


def test_number_inside_and_what_is_not_drawn() -> None:
    main = picture("rgre-ds", "main-committee")
    assert (main.number, main.key.code, main.not_drawn) == (37, "body.half-circle.at-most", None)
    bureau = picture("cemr", "executive-bureau")
    assert (bureau.number, bureau.key.code) == (None, "body.half-circle.unknown")
    assert bureau.not_drawn is not None
    assert bureau.not_drawn.params == {"n": 2}
    council = picture("uclg", "world-council")
    assert (council.number, council.words) == (
        342,
        (
            "Gezeichnet sind 342 Sitze: 342 ungewiss oder unbekannt. "
            "Alle Sitze; wie sie sich verteilen, ist nicht bekannt: 342."
        ),
    )


def test_of_a_body_of_unknown_size_no_number_stands_inside(client: Client) -> None:
    bureau = picture("cemr", "executive-bureau")
    assert bureau.words.startswith("Wie viele Sitze das Gremium hat, ist nicht bekannt. ")
    assert "Vizepräsident/in: höchstens 10;" in bureau.words
    shown = page(client.get("/de/networks/cemr/bodies/executive-bureau/?on=2026-11-22"))
    (broad,) = shown.all("svg", class_="broad")
    inside = [it.text for it in broad.all("text") if it["class"] in ("total", "key")]
    assert inside == ["?", "Größe unbekannt"]
    assert "≤10" in [it.text for it in broad.all("tspan", class_="count")]


@pytest.mark.parametrize("day", [TODAY, date(2015, 12, 31)])
def test_a_few_seats_of_a_large_body_are_not_drawn(day: date) -> None:
    policy = body("cemr", "policy-committee", day)
    assert mostly_unknown(policy)
    assert seats_picture(policy, "de") is None


def test_no_picture_where_no_number_of_seats_is_known() -> None:
    assert seats_picture(body("uclg", "general-assembly"), "de") is None
    assert seats_picture(body("committee-of-the-regions", "plenary"), "de") is None


def figure(client: Client, address: str, language: str) -> Element:
    response = client.get(f"/{language}/networks/{address}/", {"on": "2026-11-22"})
    return page(response).one("figure", class_="half-circle")


@pytest.mark.parametrize(
    ("language", "key"),
    [
        ("de", ["besetzt", "ohne bekannte Besetzung", "eine Person, zwei Sitze?"]),
        ("en", ["filled", "no holder known", "one person, two seats?"]),
        ("fr", ["pourvu", "sans titulaire connu", "une personne, deux sièges ?"]),
    ],
)
def test_the_picture_is_named_and_described(client: Client, language: str, key: list[str]) -> None:
    drawn = figure(client, "rgre-ds/bodies/main-committee", language)
    assert [it.text for it in drawn.one(class_="seat-key").all("li")] == key
    titles = [it.text for it in drawn.all("title")]
    assert len(titles) == 3
    assert len(set(titles)) == 1
    assert all("38" in it.text for it in drawn.all("desc"))
    assert len(drawn.all("path", class_="ring")) == 4
    assert drawn.all(style=None) == []


def sizes(delegations: int, seats: int) -> list[tuple[str, int]]:
    many = [Share(str(n), f"Delegation {n}", (HELD,) * seats) for n in range(delegations)]
    return [(it.size, sum(len(w.seats) for w in it.picture.wedges)) for it in drawings_of(many)]


def test_a_thousand_seats_take_the_width_of_the_page() -> None:
    assert sizes(5, 7) == [("tiny", 35), ("narrow", 35), ("broad", 35)]
    assert sizes(27, 12) == [("tiny", 324), ("narrow", 324), ("broad", 324), ("full", 324)]
    assert sizes(200, 5) == [("full", 1000)]


def test_seats_are_as_large_as_names_beside_them_allow() -> None:
    broad = picture("rgre-ds", "main-committee").drawings[-1]
    assert broad.size == "broad"
    assert broad.picture.radius == pytest.approx(11.09, abs=0.01)
    names = ["".join(it.label.lines) for it in broad.picture.wedges if it.label]
    assert names[-1] == "DeutscherStädte- undGemeindebund"


def test_a_body_of_two_hundred_delegations_is_drawn_where_there_is_room(client: Client) -> None:
    council = body("uclg", "world-council")
    assert not too_many(council)
    drawn = page(client.get("/de/networks/uclg/bodies/world-council/")).one(
        "figure", class_="half-circle"
    )
    assert drawn["data-from"] == "tiny"
