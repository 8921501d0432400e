"""Figures are named in texts between double brackets."""

import pytest

from koinon.wording.placeholders import FigureName, figure_name, placeholders


def test_each_name_is_found_once_in_the_order_of_the_text() -> None:
    text = "[[a.b.stated]], then [[ c.d.counted ]] and [[a.b.stated]] again"
    assert placeholders(text) == ("a.b.stated", "c.d.counted")


@pytest.mark.parametrize("text", ["", "[a.b.stated]", "[[a\nb]]", "[[]]", f"[[{'a' * 201}]]"])
def test_what_is_no_placeholder_is_left_alone(text: str) -> None:
    assert placeholders(text) == ()


def test_a_name_has_three_parts() -> None:
    assert figure_name("eccar.members.stated") == FigureName("eccar", "members", "stated")
    assert [figure_name(it) for it in ("eccar", "eccar.members", "a..b", "a.b.c.d")] == [None] * 4
