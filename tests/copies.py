"""Copies of the empty database under test: for processes of their own, or to be put in its place.

Making all tables takes seconds, copying them next to nothing.
"""

import shutil
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import override

import psycopg
from django.conf import settings
from django.db import connection
from psycopg import sql


class Copies(ABC):
    """The copies of one process; made while the database under test is empty."""

    @abstractmethod
    def make(self, name: str) -> str:
        """Make an empty database with all tables; give its address."""

    @abstractmethod
    def drop(self, name: str) -> None:
        """Remove a database."""

    @abstractmethod
    def in_place(self, name: str, *, keep: bool = False) -> AbstractContextManager[None]:
        """Put a database in the place of the one under test; ``keep`` keeps what is written."""


class SqliteCopies(Copies):
    """Files beside the database in memory, which takes what they hold."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._save("blank")

    @override
    def make(self, name: str) -> str:
        shutil.copy(self._path("blank"), self._path(name))
        return f"sqlite:///{self._path(name)}"

    @override
    def drop(self, name: str) -> None:
        for path in self._folder.glob(f"{name}.sqlite3*"):
            path.unlink()

    @override
    @contextmanager
    def in_place(self, name: str, *, keep: bool = False) -> Iterator[None]:
        self._take(name)
        try:
            yield
            if keep:
                self._save(name)
        finally:
            self._take("blank")

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.sqlite3"

    def _save(self, name: str) -> None:
        connection.ensure_connection()
        with closing(sqlite3.connect(self._path(name))) as file:
            connection.connection.backup(file)

    def _take(self, name: str) -> None:
        connection.ensure_connection()
        with closing(sqlite3.connect(self._path(name))) as file:
            file.backup(connection.connection)


class PostgresqlCopies(Copies):
    """Databases of the same server, made from a template nobody is connected to."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        parts = settings.DATABASES["default"]
        self._server = (
            f"postgresql://{parts['USER']}:{parts['PASSWORD']}@{parts['HOST']}:{parts['PORT']}"
        )
        self._under_test: str = connection.settings_dict["NAME"]
        connection.close()
        self._administer("CREATE DATABASE {} TEMPLATE {}", self._name("blank"), self._under_test)

    @override
    def make(self, name: str) -> str:
        self._administer("CREATE DATABASE {} TEMPLATE {}", self._name(name), self._name("blank"))
        return f"{self._server}/{self._name(name)}"

    @override
    def drop(self, name: str) -> None:
        self._administer("DROP DATABASE {} WITH (FORCE)", self._name(name))

    @override
    @contextmanager
    def in_place(self, name: str, *, keep: bool = False) -> Iterator[None]:
        # What a test writes is rolled back, so that there is nothing to keep or not to keep.
        self._use(self._name(name))
        try:
            yield
        finally:
            self._use(self._under_test)

    def _name(self, name: str) -> str:
        return f"{self._prefix}_{name}"

    def _use(self, name: str) -> None:
        connection.close()
        connection.settings_dict["NAME"] = name

    def _administer(self, command: str, *names: str) -> None:
        with psycopg.connect(f"{self._server}/postgres", autocommit=True) as administration:
            administration.execute(sql.SQL(command).format(*map(sql.Identifier, names)))
