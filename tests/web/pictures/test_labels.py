"""Names beside dots: none upon another, none upon a dot, none beyond the frame."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from koinon.web.pictures.labels import Box, Mark, place_labels

FRAME = Box(0, 0, 300, 200)
NAMES = st.text(alphabet="abcdefgh", min_size=1, max_size=12)
MARKS = st.lists(
    st.builds(
        Mark,
        x=st.floats(0, 300),
        y=st.floats(0, 200),
        radius=st.just(4.0),
        name=NAMES,
        first=st.just(False),
    ),
    max_size=25,
    unique_by=lambda it: (it.x, it.y),
)


def test_a_name_stands_right_of_its_dot() -> None:
    (label,) = place_labels([Mark(100, 100, 4, "Oslo")], FRAME, 5)
    assert (label.x, label.y, label.anchor, label.text) == (108, 105, "start", "Oslo")


def test_at_the_right_edge_it_stands_left() -> None:
    (label,) = place_labels([Mark(290, 100, 4, "Oslo")], FRAME, 5)
    assert (label.x, label.anchor) == (282, "end")


def test_the_first_goes_before_all_others() -> None:
    marks = [Mark(100, 100, 4, "Bonn"), Mark(110, 100, 4, "Köln", first=True)]
    assert [it.text for it in place_labels(marks, FRAME, 1)] == ["Köln"]


def test_what_stands_alone_is_named_before_what_stands_close() -> None:
    marks = [Mark(100, 100, 4, "a"), Mark(112, 100, 4, "b"), Mark(20, 20, 4, "c")]
    assert [it.text for it in place_labels(marks, FRAME, 1)] == ["c"]


def test_dots_without_a_name_take_room_and_get_none() -> None:
    marks = [Mark(100, 100, 4, "Bonn"), Mark(120, 100, 4, "")]
    (label,) = place_labels(marks, FRAME, 5)
    assert label.anchor == "end"


@given(marks=MARKS, most=st.integers(0, 20))
def test_labels_meet_neither_each_other_nor_a_dot(marks: list[Mark], most: int) -> None:
    labels = place_labels(marks, FRAME, most)
    assert len(labels) <= most
    for label in labels:
        assert label.box.lies_in(FRAME)
        own = [it for it in marks if it.name == label.text]
        for mark in marks:
            dot = Box(mark.x - 4, mark.y - 4, mark.x + 4, mark.y + 4)
            assert mark in own or not label.box.meets(dot)
    for one, other in combinations(labels, 2):
        assert not one.box.meets(other.box)


def test_the_first_is_named_even_among_dots_where_it_covers_fewest() -> None:
    crowd = [Mark(100 + x, 100 + y, 4, "") for x in (-12, 12) for y in (-14, 0, 14)]
    this = Mark(100, 100, 4, "Köln", first=True)
    (label,) = place_labels([*crowd, this], FRAME, 5)
    covered = [it for it in crowd if label.box.meets(Box(it.x - 4, it.y - 4, it.x + 4, it.y + 4))]
    assert (label.text, len(covered)) == ("Köln", 1)
    assert not place_labels([*crowd, Mark(100, 100, 4, "Köln")], FRAME, 5)
