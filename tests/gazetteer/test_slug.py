"""Codes from names."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.gazetteer.slug import slug
from koinon.history.cells import CODE


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Köln", "koeln"),
        ("  Köln, Stadt ", "koeln-stadt"),
        ("Frankfurt (Oder)", "frankfurt-oder"),
        ("Ko\u0308ln", "koeln"),
        ("Şişli", "sisli"),
        ("Łódź", "lodz"),
        ("Straßburg", "strassburg"),
        ("L'Hospitalet de Llobregat", "l-hospitalet-de-llobregat"),
        ("Αθήνα", ""),
        ("", ""),
    ],
)
def test_a_name_becomes_a_code(name: str, code: str) -> None:
    assert slug(name) == code


@given(st.text())
def test_what_comes_out_is_a_code_or_nothing(name: str) -> None:
    code = slug(name)
    assert code == "" or CODE.match(code)
    assert slug(code) == code
    assert not re.search(r"[A-Z\s]", code)
