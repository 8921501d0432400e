"""Addresses of databases."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from koinon.config.database import database_from_address


def test_sqlite_file_begins_every_transaction_ready_to_write() -> None:
    database = database_from_address("sqlite:////srv/koinon.sqlite3")
    assert database == {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": Path("/srv/koinon.sqlite3"),
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;",
        },
    }


def test_postgresql_address_keeps_what_libpq_knows_beyond_django() -> None:
    database = database_from_address("postgresql://k%40n:a%2Fb@db:5433/cities?sslmode=require")
    assert database == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "cities",
        "USER": "k@n",
        "PASSWORD": "a/b",
        "HOST": "db",
        "PORT": "5433",
        "OPTIONS": {
            "sslmode": "require",
            "prepare_threshold": 5,
            "options": "-c plan_cache_mode=force_generic_plan",
        },
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


def test_options_of_the_address_go_before_those_of_the_site() -> None:
    database = database_from_address("postgresql://db/cities?options=-c%20search_path%3Dkoinon")
    expected = "-c search_path=koinon -c plan_cache_mode=force_generic_plan"
    assert database["OPTIONS"]["options"] == expected


@pytest.mark.parametrize(
    "address", ["mysql://db/cities", "sqlite:///", "cities.sqlite3", "postgresql://db/x?colour=red"]
)
def test_other_addresses_are_refused_in_one_sentence(address: str) -> None:
    with pytest.raises(ImproperlyConfigured, match=r"^KOINON_DATABASE [^\n]+\.$"):
        database_from_address(address)
