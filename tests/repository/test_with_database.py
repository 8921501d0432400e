"""The suite of a further engine runs what asks a database, and that only."""

import pytest

from tests.with_database import asks_a_database, pytest_collection_modifyitems


def test_a_test_may_ask_nothing(request: pytest.FixtureRequest) -> None:
    items = [request.node]
    pytest_collection_modifyitems(items)
    assert items == []


@pytest.mark.django_db
def test_a_mark_asks_for_the_database(request: pytest.FixtureRequest) -> None:
    items = [request.node]
    pytest_collection_modifyitems(items)
    assert items == [request.node]


def test_a_fixture_asks_for_it_too(request: pytest.FixtureRequest, address: str) -> None:
    assert asks_a_database(request.node)
