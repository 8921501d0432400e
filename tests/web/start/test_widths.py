"""Columns on paper: no word breaks that has room, long texts get more."""

import pytest

from koinon.web.public.start.widths import shares


def test_widths_fill_the_sheet() -> None:
    assert sum(shares([["Tag", "1.1.2027"], ["Was", "x" * 400], ["Netz", ""]])) == pytest.approx(1)


def test_longer_texts_get_more_but_not_all() -> None:
    day, text = shares([["Tag", "1.1.2027"], ["Rechenweg", "ein Wort " * 60]])
    assert 2 * day < text < 8 * day


def test_a_sum_and_its_currency_are_one_word() -> None:
    bound, free = shares([["13.921,06\u00a0€"], ["13.921,06 €"]])
    assert bound > free


def test_an_address_without_a_space_leaves_room_for_the_others() -> None:
    address, _ = shares([["https://example.org/" + "a" * 300], ["Netzwerk"]])
    assert address < 0.9
