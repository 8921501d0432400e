"""A pytest plugin that leaves the tests without a database to the suite that runs all of them.

They cannot tell one engine from the other: pytest-django refuses them any question to it.
"""

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = [item for item in items if asks_a_database(item)]


def asks_a_database(item: pytest.Item) -> bool:
    named = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "django_db_setup" in named
