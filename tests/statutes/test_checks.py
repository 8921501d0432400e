"""What contradicts itself or points nowhere inside a document of the right shape."""

import pytest

from tests.statutes.example import EXAMPLE, Mistake, changed, mistakes, told


@pytest.mark.parametrize("mistake", mistakes("sense"))
def test_a_mistake_is_told_where_it_stands(mistake: Mistake) -> None:
    faults = [f"{path}: {code}" for path, code in told(changed(mistake["old"], mistake["new"]))]
    assert [item for item in faults if item in mistake["told"]] == mistake["told"]


def test_the_example_has_no_fault() -> None:
    assert told(EXAMPLE) == []


def test_a_noun_nobody_refers_to_is_told() -> None:
    text = changed("[[gap]]", '[[stated]]\nwhat.mul = "x"\nvalue = 1\ndated = "2020"\n'
                   'source = "press-2021"\n\n[[gap]]')  # fmt: skip
    assert told(text) == []
    assert told(text.replace('also = ["press-2021"]', "")) == []
    lonely = text.replace("[groups]", '[groups]\ndownstream = { names.mul = "D", places = ["NL"] }')
    assert told(lonely) == [("groups.downstream", "unused")]
