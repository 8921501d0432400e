"""A database beside the one under test, for what happens in processes of their own."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql


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


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Make an empty database with all tables on the engine under test."""
    if connection.vendor == "sqlite":
        name = f"sqlite:///{tmp_path}/beside.sqlite3"
        migrate(name)
        yield name
        return
    parts = settings.DATABASES["default"]
    server = f"{parts['USER']}:{parts['PASSWORD']}@{parts['HOST']}:{parts['PORT']}"
    beside = f"beside_{secrets.token_hex(6)}"
    with psycopg.connect(f"postgresql://{server}/postgres", autocommit=True) as administration:
        administration.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(beside)))
        try:
            migrate(f"postgresql://{server}/{beside}")
            yield f"postgresql://{server}/{beside}"
        finally:
            administration.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(beside))
            )


def migrate(address: str) -> None:
    done = run(address, "from django.core.management import call_command; call_command('migrate')")
    assert done.returncode == 0, done.stderr
