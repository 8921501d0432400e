"""Each page asks the database so many questions, whatever the number of members."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from koinon.register.shared import forget_all
from tests.league import write_leagues

pytestmark = pytest.mark.django_db

QUESTIONS = {
    "": 6,
    "cities/": 6,
    "cities/town-1/": 25,
    "networks/": 7,
    "networks/league-1/": 13,
    "networks/league-1/members/": 3,
    "networks/league-1/members/?state=reported&name=town": 3,
    "networks/league-1/bodies/moot/": 13,
    "networks/league-1/bodies/moot/?with=2015-01-01": 22,
    "people/reeve-1/": 8,
    "check/": 3,
    "sources/": 16,
    "changes/": 7,
    "languages/": 10,
    "embed/ties/town-1.html": 9,
    "search/?q=town": 4,
    "search/?q=reeve": 11,
    "search/?q=town+reeve": 18,
    "search/hits/?q=town": 1,
    "start/": 3,
    "start/?q=town": 7,
    "start/ties/town-1/": 35,
    "imprint/": 5,
    "accessibility/report/": 4,
}

PAGE_BY_PAGE = {
    "cities/": 7,
    "changes/": 8,
    "networks/league-1/bodies/moot/": 14,
    "networks/league-1/bodies/moot/?with=2015-01-01": 24,
}
"""Where very many are shown a page at a time, so that more of them are to be named."""

FEW, MANY = 10, 10_000


@contextmanager
def leagues(folder: Path, towns: int) -> Iterator[None]:
    """Load a league of so many towns, and take it back."""
    write_leagues(folder, towns=towns, leagues=1)
    with transaction.atomic():
        load_bundle(folder, by=Actor.system("test"))
        yield
        transaction.set_rollback(True)


@pytest.mark.parametrize(("address", "number"), QUESTIONS.items())
def test_each_page_asks_so_many_questions(
    client: Client, address: str, number: int, tmp_path: Path
) -> None:
    with leagues(tmp_path, FEW):
        asked = questions(client, address)
    assert len(asked) == number, "\n".join(asked)


def test_questions_do_not_grow_with_members(client: Client, tmp_path: Path) -> None:
    with leagues(tmp_path, MANY):
        found = {address: len(questions(client, address)) for address in QUESTIONS}
    assert found == QUESTIONS | PAGE_BY_PAGE


def questions(client: Client, address: str) -> list[str]:
    """List what a page asks the database."""
    # The first page of a process also finds out which statutes are in use, and counts totals.
    # A kept page would be given out for one question; what making one takes is counted here.
    client.get(f"/en/{address}")
    for name in ("pages", "asked"):
        caches[name].clear()
    forget_all()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(f"/en/{address}")
    assert response.status_code == 200
    return [query["sql"][:160] for query in asked.captured_queries]
