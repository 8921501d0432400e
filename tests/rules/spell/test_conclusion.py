"""Whether a bond holds, concluded from everything that is said of it."""

from collections.abc import Sequence

import pytest

from koinon.rules.period import Truth
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.said import Said
from koinon.rules.spell.sweep import spells
from tests.rules.spell.statements import said


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param(
            [
                said("network-page", "2011..2012", on="2021-01-01"),
                said("city-page", "2015-05-17", on="2015-05-17"),
            ],
            [None, True, True],
            id="two beginnings years apart: the rough days stay open",
        ),
        pytest.param(
            [
                said("network-page", "2015", on="2021-01-01"),
                said("city-page", "2015-05-17", on="2015-05-17"),
            ],
            [False, True, True],
            id="a day inside a rough year says which day was meant",
        ),
        pytest.param(
            [
                said("network-page", "2006-01-01", "2020", on="2021-01-01"),
                said("city-page", "2006-01-01", "2020-07-01", on="2021-01-01"),
            ],
            [True, True, False],
            id="the same at the end",
        ),
        pytest.param(
            [
                said("press", "2006-01-01", on="2015-01-01"),
                said("city-page", "2006-01-01", "2020-07-01", on="2020-08-01"),
            ],
            [True, False],
            id="an older source cannot know of the end",
        ),
        pytest.param(
            [
                said("press", "2006-01-01", on="2021-01-01"),
                said("city-page", "2006-01-01", "2020-07-01", on="2020-08-01"),
            ],
            [True, True],
            id="a later source goes on",
        ),
        pytest.param(
            [
                said("press", "2006-01-01", on="2021-01-01"),
                said("city-page", "2010-01-01", grade=None, on="2020-08-01"),
            ],
            [True, None],
            id="sources contradict each other: nobody knows",
        ),
        pytest.param(
            [
                said("press", "2006-01-01", on="2021-01-01"),
                said("city", "2006-01-01", grade=None, on="2020-08-01"),
            ],
            [False],
            id="a side in Koinon decides",
        ),
        pytest.param(
            [
                said("network", "2006-01-01", on="2021-01-01"),
                said("city", "2006-01-01", grade=None, on="2020-08-01"),
            ],
            [None],
            id="two sides in Koinon contradict each other: nobody knows",
        ),
        pytest.param(
            [said("press", "2006-01-01", grade=None, on="2021-01-01")],
            [False],
            id="only a denial",
        ),
    ],
)
def test_conclusions(statements: Sequence[Said], expected: list[Truth]) -> None:
    found = spells(statements)
    assert [conclusion(spell, found) for spell in found] == expected
