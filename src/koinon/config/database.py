"""The database that an address names."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

type Database = dict[str, Any]

SQLITE = "sqlite:///"
KEPT_OPEN = 60
"""Seconds that a connection serves one page after another."""
PLANNED_AFTER = 5
"""How often a question comes before a plan for its values alone is kept."""
POSTGRESQL = ("postgresql://", "postgres://")


def database_from_address(address: str) -> Database:
    """Turn `sqlite:///file` or `postgresql://user@host/name` into Django's description."""
    if address.startswith(SQLITE) and address != SQLITE:
        return sqlite_database(Path(address.removeprefix(SQLITE)).absolute())
    if address.startswith(POSTGRESQL):
        return postgresql_database(address)
    raise ImproperlyConfigured(
        "KOINON_DATABASE must look like postgresql://user@host/name or sqlite:///path/to/file."
    )


def sqlite_database(path: Path) -> Database:
    """Describe a file that many may read while one writes."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # To open the file for each page takes longer than a kept page does.
        "CONN_MAX_AGE": KEPT_OPEN,
        "OPTIONS": {
            # A transaction that begins by reading and writes later could not wait for its turn.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        },
    }


def postgresql_database(address: str) -> Database:
    """Describe a PostgreSQL database, keeping further parameters as libpq knows them."""
    from psycopg import ProgrammingError  # noqa: PLC0415 - SQLite needs no libpq
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415

    try:
        parts = conninfo_to_dict(address)
    except ProgrammingError as error:
        raise ImproperlyConfigured(
            f"KOINON_DATABASE cannot be read: {str(error).strip()}."
        ) from error
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "koinon"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        # Only questions that say so are planned once for a connection (``register.prepared``).
        "OPTIONS": {**parts, "prepare_threshold": PLANNED_AFTER, "options": _options(parts)},
        # What pages read is short; a cursor on the server would take two more round trips.
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
    }


def _options(parts: dict[str, Any]) -> str:
    """Let the plan of a question serve all its values: to plan takes longer than to answer."""
    return f"{parts.get('options', '')} -c plan_cache_mode=force_generic_plan".strip()
