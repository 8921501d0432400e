"""What pages share is asked for once at a state of the history, and never kept beyond it."""

import pytest

from koinon.history.reading import reading_at, state_read
from koinon.register import shared as place
from koinon.register.shared import Shared, forget_all, shared


class Names:
    """Names by key, that may change, and the keys they were asked for."""

    def __init__(self) -> None:
        self.known = {1: "Köln", 2: "Bonn"}
        self.asked: list[list[int]] = []

    def ask(self, keys: list[int]) -> dict[int, str]:
        self.asked.append(keys)
        return {key: self.known[key] for key in keys if key in self.known}


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
def question(names: Names) -> Shared[int, str]:
    return shared(names.ask)


def test_only_what_is_not_kept_is_asked_for(names: Names, question: Shared[int, str]) -> None:
    with reading_at("7.A"):
        assert question([1]) == {1: "Köln"}
        assert question([2, 1, 2]) == {2: "Bonn", 1: "Köln"}
        assert question(iter([2])) == {2: "Bonn"}
    assert names.asked == [[1], [2]]


def test_what_there_is_not_is_not_asked_for_again(names: Names, question: Shared[int, str]) -> None:
    with reading_at("7.A"):
        assert question([3]) == question([3]) == {}
    assert names.asked == [[3]]


def test_a_change_is_seen_at_the_next_state(names: Names, question: Shared[int, str]) -> None:
    with reading_at("7.A"):
        assert question([1]) == {1: "Köln"}
    names.known[1] = "Cologne"
    with reading_at("8.B"):
        assert question([1]) == {1: "Cologne"}
    # A page that began before the change and asks after it sees what is there now.
    with reading_at("7.A"):
        assert question([1]) == {1: "Cologne"}


def test_outside_of_a_page_nothing_is_kept(names: Names, question: Shared[int, str]) -> None:
    assert state_read() == ""
    assert question([1]) == question([1]) == {1: "Köln"}
    assert names.asked == [[1], [1]]


def test_what_was_given_may_be_taken_apart(question: Shared[int, str]) -> None:
    with reading_at("7.A"):
        question([1]).clear()
        assert question([1]) == {1: "Köln"}


def test_it_never_grows_without_bound(
    names: Names, question: Shared[int, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "MOST", 2)
    with reading_at("7.A"):
        question([1, 2, 3])
        question([1])
    assert names.asked == [[1, 2, 3], [1]]


def test_all_of_it_can_be_forgotten(names: Names, question: Shared[int, str]) -> None:
    with reading_at("7.A"):
        question([1])
        forget_all()
        question([1])
    assert names.asked == [[1], [1]]
