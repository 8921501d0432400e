"""Each page asks the database so many questions, whatever the number of rows on it."""

from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from tests.league import write_leagues

pytestmark = pytest.mark.django_db

QUESTIONS = {
    "": 2,
    "cities/": 3,
    "cities/town-1/": 32,
    "networks/": 2,
    "networks/league-1/": 11,
    "networks/league-1/bodies/moot/": 19,
    "people/reeve-1/": 14,
    "sources/": 2,
    "search/?q=1": 3,
}


@pytest.mark.parametrize("size", [1, 3])
@pytest.mark.parametrize(("address", "number"), QUESTIONS.items())
def test_questions_do_not_grow_with_rows(
    client: Client, tmp_path: Path, address: str, number: int, size: int
) -> None:
    load_bundle(write_leagues(tmp_path / "leagues", size), by=Actor.system("test"))
    # The first page of a process also finds out which statutes are in use.
    client.get("/de/")
    with CaptureQueriesContext(connection) as asked:
        response = client.get(f"/en/{address}")
    assert response.status_code == 200
    shown = [query["sql"][:160] for query in asked.captured_queries]
    assert len(shown) == number, "\n".join(shown)
