"""Seats as a half circle: no two lie over each other, all lie inside, wedges keep their order."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koinon.web.pictures.half_circle import HalfCircle, Look, Seat, Share, half_circle
from koinon.web.pictures.half_circle_labels import Label, box
from koinon.web.pictures.labels import Box
from koinon.web.pictures.seat_marks import circles, hatching, marks_of, ring

WIDTHS = (288, 358, 640)
HELD, VACANT, UNCERTAIN = Look.HELD, Look.VACANT, Look.UNCERTAIN

shares = st.lists(
    st.builds(
        Share,
        code=st.just("x"),
        name=st.sampled_from(["Oulu", "Deutscher Städte- und Gemeindebund", "Vereinigte Staaten"]),
        seats=st.lists(st.sampled_from(Look), min_size=1, max_size=90).map(tuple),
        twins=st.booleans(),
    ),
    min_size=1,
    max_size=12,
)


def seats_of(picture: HalfCircle) -> list[Seat]:
    return [seat for wedge in picture.wedges for seat in wedge.seats]


def labels_of(picture: HalfCircle) -> list[Label]:
    return [wedge.label for wedge in picture.wedges if wedge.label]


def one(number: int, look: Look = HELD) -> Share:
    return Share("all", "Alle", (look,) * number)


@given(shares=shares, width=st.sampled_from(WIDTHS), labelled=st.booleans())
def test_seats_keep_apart_inside_the_picture(
    shares: list[Share], width: int, labelled: bool
) -> None:
    picture = half_circle(shares, width, labelled=labelled and width == 640)
    seats, r = seats_of(picture), picture.radius
    assert [[seat.look for seat in wedge.seats] for wedge in picture.wedges] == [
        list(share.seats) for share in shares
    ]
    for n, seat in enumerate(seats):
        assert r <= seat.x <= width - r
        assert r <= seat.y <= picture.height - r
        for other in seats[:n]:
            assert hypot(seat.x - other.x, seat.y - other.y) > 2 * r


@given(shares=shares, width=st.sampled_from(WIDTHS))
def test_wedges_stand_in_order_from_left_to_right(shares: list[Share], width: int) -> None:
    picture = half_circle(shares, width, labelled=False)

    def turn(seat: Seat) -> float:
        away = hypot(seat.x - picture.x, seat.y - picture.y)
        return (picture.x - seat.x) / away

    for left, right in pairwise(picture.wedges):
        assert min(map(turn, left.seats)) > max(map(turn, right.seats))


@given(shares=shares)
def test_labels_lie_inside_and_over_nothing(shares: list[Share]) -> None:
    picture = half_circle(shares, 640, labelled=True)
    labels = labels_of(picture)
    boxes = [box(label) for label in labels]
    assert all(it.left >= 0 and it.right <= 640 and it.top >= 0 for it in boxes)
    assert not any(it.meets(other) for n, it in enumerate(boxes) for other in boxes[:n])
    for seat in seats_of(picture):
        for it in boxes:
            near = hypot(
                max(it.left - seat.x, seat.x - it.right, 0),
                max(it.top - seat.y, seat.y - it.bottom, 0),
            )
            assert near >= picture.radius - 1
    # Wedges with as many seats as one that is named are named, too.
    least = min((label.seats for label in labels), default=0)
    large = [len(share.seats) for share in shares if len(share.seats) >= least]
    assert [label.seats for label in labels] in ([], large)


@pytest.mark.parametrize("number", [3, 7, 38, 341, 400])
@pytest.mark.parametrize("width", WIDTHS)
def test_as_many_seats_are_drawn_as_there_are(number: int, width: int) -> None:
    picture = half_circle([one(number)], width, labelled=False)
    (mark,) = marks_of(picture)
    assert [(look, path.count("M")) for look, path in mark.circles] == [(HELD, number)]
    assert picture.radius > 2
    # Half a circle is about half as high as it is wide.
    assert picture.height <= width / 2 + 26


def test_seven_seats_of_which_one_is_uncertain() -> None:
    share = Share("oulu", "Oulu", (HELD, HELD, HELD, VACANT, VACANT, VACANT, UNCERTAIN))
    picture = half_circle([share], 288, labelled=False)
    (wedge,) = picture.wedges
    assert wedge.seats == (
        Seat(73.6, 86.8, HELD),
        Seat(83.03, 51.6, HELD),
        Seat(108.8, 25.83, HELD),
        Seat(144.0, 16.4, VACANT),
        Seat(179.2, 25.83, VACANT),
        Seat(204.97, 51.6, VACANT),
        Seat(214.4, 86.8, UNCERTAIN),
    )
    assert (picture.width, picture.height, picture.radius) == (288, 112, 12.4)


def test_a_single_seat_stands_in_the_middle() -> None:
    picture = half_circle([one(1)], 288, labelled=False)
    assert seats_of(picture) == [Seat(144.0, 16.4, HELD)]


def test_shares_without_a_seat_are_left_out() -> None:
    picture = half_circle([one(2), Share("none", "Keine", ()), one(3)], 640, labelled=True)
    assert [(wedge.name, len(wedge.seats)) for wedge in picture.wedges] == [
        ("Alle", 2),
        ("Alle", 3),
    ]


def test_the_two_seats_that_one_person_may_hold_are_neighbours() -> None:
    share = Share("offices", "kraft Funktion", (VACANT, UNCERTAIN, *(HELD,) * 8), twins=True)
    picture = half_circle([one(7), share, one(7)], 640, labelled=True)
    first, second = picture.wedges[1].twins or pytest.fail("no twins")
    assert (first.look, second.look) == (VACANT, UNCERTAIN)
    near = hypot(first.x - second.x, first.y - second.y)
    others = [seat for seat in seats_of(picture) if seat not in (first, second)]
    assert near <= min(hypot(first.x - it.x, first.y - it.y) for it in others) + 0.02


def test_names_that_find_no_room_leave_the_number() -> None:
    many = [Share(str(n), "Ein langer Name einer Delegation", (HELD,) * 5) for n in range(30)]
    labels = labels_of(half_circle(many, 640, labelled=True))
    assert [(label.seats, label.lines) for label in labels] == [(5, ())] * 30


def test_lines_lead_to_names_that_find_no_room_beside_their_seats() -> None:
    many = [Share(str(n), "Ein langer Name einer Delegation", (HELD,) * 5) for n in range(16)]
    labels = labels_of(half_circle(many, 640, labelled=True))
    assert [(it.seats, it.lines) for it in labels] == [
        (5, ("Ein langer Name", "einer Delegation"))
    ] * 16
    assert all(it.path for it in labels)


def test_of_two_hundred_delegations_the_largest_are_named() -> None:
    sizes = [1 + 7 * (n % 20 == 0) for n in range(200)]
    many = [Share(str(n), f"Land {n}", (HELD,) * size) for n, size in enumerate(sizes)]
    picture = half_circle(many, 1104, labelled=True)
    named = {wedge.code: wedge.label.lines for wedge in picture.wedges if wedge.label}
    assert named == {str(n): (f"Land {n}",) for n in range(0, 200, 20)}


@settings(max_examples=25)
@given(shares=st.lists(st.integers(1, 9), min_size=14, max_size=36))
def test_lines_cross_neither_seats_nor_names(shares: list[int]) -> None:
    many = [Share(str(n), f"Delegation {n}", (HELD,) * size) for n, size in enumerate(shares)]
    picture = half_circle(many, 1104, labelled=True)
    labels = [label for label in labels_of(picture) if label.leader]
    for label in labels:
        x1, y1, x2, y2 = label.leader
        for part in range(21):
            x, y = x1 + (x2 - x1) * part / 20, y1 + (y2 - y1) * part / 20
            assert all(hypot(x - seat.x, y - seat.y) > picture.radius for seat in seats_of(picture))
            dot = Box(x - 0.5, y - 0.5, x + 0.5, y + 0.5)
            assert not any(box(other).meets(dot) for other in labels)


def test_the_end_of_a_title_for_both_genders_stays_with_it() -> None:
    share = Share("sg", "Stellvertretende/r Generalsekretär/in", (HELD,) * 3)
    picture = half_circle([one(9), share], 640, labelled=True)
    assert [it.lines for it in labels_of(picture)][1:] == [
        ("Stellvertretende/r", "Generalsekretär/in")
    ]


def test_the_number_in_the_middle_stands_free() -> None:
    for number in range(1, 30):
        picture = half_circle([one(number)], 640, labelled=False)
        nearest = min(hypot(it.x - picture.x, it.y - picture.y) for it in seats_of(picture))
        # 40 pixels high, 18 above the middle.
        assert nearest - picture.radius >= 18 + 40 - 1


def test_labels_stand_outside_on_their_side() -> None:
    names = ["Deutscher Städtetag", "kraft Funktion", "Deutscher Städte- und Gemeindebund"]
    picture = half_circle(
        [Share(it, it, (HELD,) * (10 if it == "de droit" else 7)) for it in names],
        640,
        labelled=True,
    )
    assert [(it.anchor, it.lines) for it in labels_of(picture)] == [
        ("end", ("Deutscher", "Städtetag")),
        ("middle", ("kraft Funktion",)),
        ("start", ("Deutscher", "Städte- und", "Gemeindebund")),
    ]


def test_the_paths_of_seats() -> None:
    seat = Seat(10, 10, UNCERTAIN)
    assert circles([seat], 5) == "M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"
    assert hatching([seat], 4) == "M7.2 12.8L12.8 7.2"
    assert [hatching([seat], r).count("M") for r in (4, 5, 8)] == [1, 2, 4]
    assert ring(seat, Seat(20, 10, HELD), 6) == ("M10 4L20 4A6 6 0 0 1 20 16L10 16A6 6 0 0 1 10 4Z")


def test_names_lose_their_brackets_before_they_go() -> None:
    name = "Koalition in Lateinamerika und der Karibik (2006, Montevideo, Uruguay)"
    picture = half_circle([Share(str(n), name, (HELD,)) for n in range(4)], 640, labelled=True)
    assert {it.lines[-1] for it in labels_of(picture)} == {"der Karibik"}


def test_two_hundred_wedges_stand_closer_and_keep_apart() -> None:
    many = [Share(str(n), "", (HELD,) * 5) for n in range(200)]
    picture = half_circle(many, 1104, labelled=False)
    seats, r = seats_of(picture), picture.radius
    assert len(seats) == 1000
    assert r > 2
    nearest = min(
        hypot(one.x - other.x, one.y - other.y)
        for n, one in enumerate(seats)
        for other in seats[:n]
    )
    assert nearest > 2 * r


def test_names_are_broken_and_never_cut() -> None:
    long = "Koalition lateinamerikanischer und karibischer Städte (2006, Montevideo)"
    few = half_circle([Share(str(n), long, (HELD,) * 3) for n in range(4)], 640, labelled=True)
    assert {" ".join(label.lines) for label in labels_of(few)} == {long.partition(" (")[0]}
    assert len(labels_of(few)) == 4
    many = half_circle([Share(str(n), long, (HELD,) * 3) for n in range(30)], 640, labelled=True)
    assert [label for label in labels_of(many) if label.lines] == []


def test_few_seats_spread_so_that_their_names_fit() -> None:
    names = (
        "Coalition africaine (2006, Nairobi)",
        "Coalition arabe (2008, Casablanca)",
        "Coalition Asie et Pacifique (2006, Bangkok)",
        "Coalition canadienne (2007, Calgary)",
        "Coalition européenne ECCAR (2004, Nuremberg)",
        "Coalition d’Amérique latine et des Caraïbes (2006, Montevideo)",
        "Coalition des États-Unis (2013)",
    )
    shares = [Share(str(n), name, (HELD,)) for n, name in enumerate(names)]
    picture = half_circle(shares, 640, labelled=True)
    said = [" ".join(it.lines) for it in labels_of(picture)]
    assert said == [name.partition(" (")[0] for name in names]


def test_a_wedge_at_the_top_is_named_like_the_others() -> None:
    names = (
        "membre bienfaiteur",
        "Association allemande des villes",
        "de droit",
        "Association allemande des arrondissements",
        "Association allemande des villes et communes",
    )
    drawn = half_circle(
        [Share(it, it, (HELD,) * (10 if it == "de droit" else 7)) for it in names],
        640,
        labelled=True,
    )
    assert tuple(" ".join(it.lines) for it in labels_of(drawn)) == names
