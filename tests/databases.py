"""A database beside the one under test, for what happens in processes of their own."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from tests.copies import Copies, PostgresqlCopies, SqliteCopies


def environment(address: str) -> dict[str, str]:
    """Give the environment of a process that works on a database."""
    return os.environ | {
        "KOINON_DATABASE": address,
        "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
    }


def run(address: str, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program on a database."""
    command = [sys.executable, "-c", f"import django; django.setup()\n{program}", *arguments]
    return subprocess.run(
        command, env=environment(address), capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="session")
def copies(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Copies]:
    """Copy the empty database under test before its first use."""
    with django_db_blocker.unblock():
        if connection.vendor == "sqlite":
            yield SqliteCopies(tmp_path_factory.mktemp("copies"))
            return
        found = PostgresqlCopies(f"copy_{secrets.token_hex(6)}")
        try:
            yield found
        finally:
            found.drop("blank")


@pytest.fixture
def address(copies: Copies) -> Iterator[str]:
    """Make an empty database with all tables on the engine under test."""
    name = f"beside_{secrets.token_hex(6)}"
    yield copies.make(name)
    copies.drop(name)
