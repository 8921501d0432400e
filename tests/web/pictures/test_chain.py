"""Boxes and arrows: where they stand, that they never cover each other, that all end somewhere."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.web.pictures.chain import Box, Chain, Link, Node, across, chains, columns, downwards

TOWN = Node("town", "Stadt", "Gemeinde")
CLUB = Node("club", "Verein", "12 Mitglieder")
UNION = Node("union", "Weltverband")
LEAGUE = Node("league", "Städtetag")
STRAIGHT = (Link("town", "club", "Mitgliedschaft", own=True), Link("club", "union", "Teil von"))
SENT = (
    *STRAIGHT,
    Link("town", "league", "vertreten durch"),
    Link("league", "union", "entsendet in"),
)


def places(drawing: Chain) -> dict[str, tuple[float, float]]:
    return {box.node.code: (box.x, box.y) for box in drawing.boxes}


def test_a_way_runs_from_left_to_right_in_one_row() -> None:
    drawing = across((TOWN, CLUB, UNION), STRAIGHT, width=1000)
    assert places(drawing) == {"town": (1, 1), "club": (398, 1), "union": (795, 1)}
    assert [(box.width, box.height) for box in drawing.boxes] == [(204, 56)] * 3
    own, other = drawing.arrows
    assert (own.line, own.own, own.label) == ("M205 29 H390", True, "Mitgliedschaft")
    assert own.head == "M390 24.5 L398 29 L390 33.5 Z"
    assert (other.line, other.own) == ("M602 29 H787", False)
    assert (drawing.width, drawing.height) == (1000, 58)


def test_what_two_ways_lead_to_is_drawn_once_and_entered_at_two_heights() -> None:
    drawing = across((TOWN, CLUB, UNION, LEAGUE), SENT, width=1000)
    assert places(drawing)["league"] == (398, 91)
    assert [box.node.code for box in drawing.boxes].count("union") == 1
    down, up = drawing.arrows[2:]
    assert down.line == "M205 29 H205 q8 0 8 8 V111 q0 8 8 8 H390"
    assert up.line.endswith("H787")
    assert "V53.8" in up.line


def test_on_a_narrow_screen_each_branch_stands_below_the_other() -> None:
    drawing = downwards((TOWN, CLUB, UNION, LEAGUE), SENT, width=326)
    assert [box.node.code for box in drawing.boxes] == ["town", "club", "union", "league", "union"]
    assert [box.x for box in drawing.boxes] == [1, 27, 27, 27, 27]
    assert drawing.arrows[0].line == "M12 57 V129 H19"
    assert drawing.arrows[1].line == "M63 157 V193"
    alone = downwards((TOWN, CLUB, UNION), STRAIGHT, width=326)
    assert [box.x for box in alone.boxes] == [1, 1, 1]


def test_nothing_is_drawn_where_nothing_leads_further() -> None:
    assert chains((TOWN, CLUB), STRAIGHT[:1]) == ()
    assert chains((TOWN,), ()) == ()
    assert [drawing.size for drawing in chains((TOWN, CLUB, UNION), STRAIGHT)] == [
        "broad",
        "narrow",
    ]


def test_links_in_a_circle_end() -> None:
    circle = (Link("town", "club", ""), Link("club", "union", ""), Link("union", "club", ""))
    assert max(columns((TOWN, CLUB, UNION), circle).values()) == 2
    assert len(chains((TOWN, CLUB, UNION), circle)) == 2


def test_long_names_take_two_lines_and_no_more() -> None:
    long = Node("club", "Internationale Städtekoalition für Inklusion und Nachhaltigkeit der Welt")
    box = across((TOWN, long, UNION), STRAIGHT, width=1000).boxes[1]
    assert [line for _, line in box.lines][1].endswith(" …")
    assert len(box.lines) == 2


@st.composite
def trees(draw: st.DrawFn) -> tuple[tuple[Node, ...], tuple[Link, ...]]:
    count = draw(st.integers(3, 12))
    above = [draw(st.integers(0, n - 1)) for n in range(1, count)]
    nodes = tuple(Node(str(n), "Name " * draw(st.integers(1, 9))) for n in range(count))
    return nodes, tuple(Link(str(a), str(n + 1), "Teil von") for n, a in enumerate(above))


@given(trees())
def test_boxes_never_cover_each_other_and_stay_inside(
    tree: tuple[tuple[Node, ...], tuple[Link, ...]],
) -> None:
    for drawing in (across(*tree, width=1152), downwards(*tree, width=326)):
        for one, other in combinations(drawing.boxes, 2):
            assert apart(one, other), (one, other)
        for box in drawing.boxes:
            assert 0 <= box.x <= box.x + box.width <= drawing.width
            assert 0 <= box.y <= box.y + box.height <= drawing.height
        assert len(drawing.arrows) == len(tree[1])


def apart(one: Box, other: Box) -> bool:
    beside = one.x + one.width < other.x or other.x + other.width < one.x
    return beside or one.y + one.height < other.y or other.y + other.height < one.y


@pytest.mark.parametrize("width", [326, 680, 1152])
def test_every_arrow_ends_at_a_box(width: float) -> None:
    drawing = across((TOWN, CLUB, UNION, LEAGUE), SENT, width=width)
    ends = {f"{box.x:g}" for box in drawing.boxes}
    assert {arrow.head.split("L")[1].split()[0] for arrow in drawing.arrows} <= ends
