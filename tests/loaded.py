"""The shipped demonstration in the database under test: loaded once, then put in place.

A module that asks for it finds it there from its first test on to its last; the empty database
comes back after that.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from pytest_django.plugin import DjangoDbBlocker

from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from tests.copies import Copies

DEMO = Path(__file__).parents[1] / "demo"
LOADED_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture(scope="session")
def loaded(copies: Copies, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Load the demonstration into a copy of the empty database; give the name of the copy."""
    copies.make("demo")
    with (
        django_db_blocker.unblock(),
        copies.in_place("demo", keep=True),
        time_machine.travel(LOADED_AT, tick=False),
    ):
        load_bundle(DEMO, by=Actor.system("demo"))
    yield "demo"
    copies.drop("demo")


@pytest.fixture(scope="module")
def demo(loaded: str, copies: Copies, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Put the demonstration in the place of the empty database for the tests of a module."""
    with django_db_blocker.unblock(), copies.in_place(loaded):
        yield
