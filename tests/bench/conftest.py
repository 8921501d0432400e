"""A small register filled as the large ones are."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from bench.large.filling import fill
from bench.large.shape import SMALL


@pytest.fixture(scope="module")
def filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, int]]:
    """Fill the database before the first test of a module, and take it back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield fill(SMALL, shown=False)
        transaction.set_rollback(True)
