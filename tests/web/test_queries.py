"""Each page asks the database so many questions, whatever the number of members."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django.plugin import DjangoDbBlocker

from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from tests.league import write_leagues

pytestmark = pytest.mark.django_db

QUESTIONS = {
    "": 6,
    "cities/": 8,
    "cities/town-1/": 26,
    "networks/": 8,
    "networks/league-1/": 18,
    "networks/league-1/bodies/moot/": 18,
    "networks/league-1/bodies/moot/?with=2015-01-01": 35,
    "people/reeve-1/": 12,
    "check/": 3,
    "sources/": 11,
    "changes/": 5,
    "languages/": 7,
    "embed/ties/town-1.html": 9,
    "search/?q=town": 7,
    "search/?q=reeve": 15,
    "search/hits/?q=town": 4,
    "start/": 0,
    "start/?q=town": 4,
    "start/ties/town-1/": 30,
    "imprint/": 2,
    "accessibility/report/": 1,
}

PAGE_BY_PAGE = {
    "networks/league-1/bodies/moot/": 19,
    "networks/league-1/bodies/moot/?with=2015-01-01": 37,
}
"""Where very many are shown a page at a time, and their number was counted before."""

MANY = 10_000


@pytest.fixture(scope="module", params=[10, MANY])
def leagues(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[int]:
    """Load a league of so many towns before the first test that asks for it."""
    folder = write_leagues(tmp_path_factory.mktemp("leagues"), towns=request.param, leagues=1)
    with django_db_blocker.unblock(), transaction.atomic():
        load_bundle(folder, by=Actor.system("test"))
        yield request.param
        transaction.set_rollback(True)


@pytest.mark.parametrize(("address", "number"), QUESTIONS.items())
def test_questions_do_not_grow_with_members(
    client: Client, address: str, number: int, leagues: int
) -> None:
    # The first page of a process also finds out which statutes are in use, and counts totals.
    # A kept page would be given out for one question; what making one takes is counted here.
    client.get(f"/en/{address}")
    for name in ("pages", "asked"):
        caches[name].clear()
    if leagues == MANY:
        number = PAGE_BY_PAGE.get(address, number)
    with CaptureQueriesContext(connection) as asked:
        response = client.get(f"/en/{address}")
    assert response.status_code == 200
    shown = [query["sql"][:160] for query in asked.captured_queries]
    assert len(shown) == number, "\n".join(shown)
