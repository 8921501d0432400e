"""The shipped demonstration in the database under test, loaded once for a module."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker

from koinon.history.actor import Actor
from koinon.register.actions import load_bundle

DEMO = Path(__file__).parents[1] / "demo"
LOADED_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the demonstration before the first test of a module, and take it back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(LOADED_AT, tick=False):
            load_bundle(DEMO, by=Actor.system("demo"))
        yield
        transaction.set_rollback(True)
