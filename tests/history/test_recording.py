"""Each action leaves one entry, numbered in the order of commits."""

import contextlib
import subprocess
import sys
import textwrap
from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection, transaction

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft
from koinon.history.actions import recorded
from koinon.history.actor import Actor
from koinon.history.models import Entry, Revision
from koinon.history.queries import revision
from tests.databases import environment, run

pytestmark = pytest.mark.django_db

OPERATOR = Actor.operator("anna")


def entries() -> list[tuple[object, ...]]:
    return list(
        Entry.objects.order_by("number").values_list(
            "number", "by_kind", "by", "on_behalf_of", "action", "source"
        )
    )


def fail(action: str) -> None:
    with recorded(action, by=OPERATOR) as change:
        change.entry()
        raise RuntimeError


def test_an_entry_says_who_did_what_on_whose_behalf() -> None:
    with time_machine.travel(datetime(2026, 5, 1, 12, tzinfo=UTC), tick=False):
        for by in (Actor.system("demo"), OPERATOR, Actor.side("koeln", "amt-01")):
            with recorded("try", by=by, source="letter") as change:
                change.entry()
    assert entries() == [
        (1, "system", "demo", "", "try", "letter"),
        (2, "operator", "anna", "", "try", "letter"),
        (3, "side", "amt-01", "koeln", "try", "letter"),
    ]
    assert {entry.at for entry in Entry.objects.all()} == {datetime(2026, 5, 1, 12, tzinfo=UTC)}
    assert revision() == 3


def test_an_action_that_writes_nothing_leaves_no_entry() -> None:
    with recorded("try", by=OPERATOR) as change:
        assert not change.has_written
    assert entries() == []
    assert revision() == 0


def test_an_action_inside_another_shares_its_entry() -> None:
    with recorded("outer", by=OPERATOR) as outer:
        add_places(places=[PlaceDraft(code="bonn", kind="municipality")], by=OPERATOR)
        add_places(places=[PlaceDraft(code="jena", kind="municipality")], by=OPERATOR)
        assert outer.entry().number is None
    assert entries() == [(1, "operator", "anna", "", "outer", "")]


def test_a_failed_action_leaves_nothing_and_uses_no_number() -> None:
    with pytest.raises(RuntimeError):
        fail("fail")
    with recorded("work", by=OPERATOR) as change:
        change.entry()
    assert entries() == [(1, "operator", "anna", "", "work", "")]


def test_a_failed_part_takes_the_whole_with_it() -> None:
    def whole() -> None:
        with recorded("whole", by=OPERATOR):
            with contextlib.suppress(RuntimeError):
                fail("part")
            Revision.objects.first()

    with pytest.raises(transaction.TransactionManagementError):
        whole()
    assert entries() == []


def test_the_number_is_the_last_thing_that_is_written() -> None:
    statements: list[str] = []

    def watch(execute: object, sql: str, *rest: object) -> object:
        statements.append(sql)
        return execute(sql, *rest)  # type: ignore[operator]

    with connection.execute_wrapper(watch):
        add_places(places=[PlaceDraft(code="bonn", kind="municipality")], by=OPERATOR)
    writing = [sql.split()[:3] for sql in statements if sql.split()[0] in {"INSERT", "UPDATE"}]
    assert [" ".join(words).replace('"', "") for words in writing] == [
        "INSERT INTO history_entry",
        "INSERT INTO gazetteer_place",
        "INSERT INTO history_revision",
        "UPDATE history_entry SET",
    ]


def test_numbers_follow_the_order_of_commits_of_many_at_once(address: str) -> None:
    """Several processes write at the same time; each sees its number only when it is done."""
    program = textwrap.dedent(
        """
        import django; django.setup()
        from koinon.gazetteer.actions import add_places
        from koinon.gazetteer.drafts import PlaceDraft
        from koinon.history.actor import Actor
        import sys
        for n in range(5):
            draft = PlaceDraft(code=f"p-{sys.argv[1]}-{n}", kind="municipality")
            add_places(places=[draft], by=Actor.system("many"))
        """
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program, str(name)], env=environment(address))
        for name in range(3)
    ]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert run(address, NUMBERS).stdout.split() == [str(number) for number in range(1, 16)]


NUMBERS = """
from koinon.history.models import Entry
print(*sorted(Entry.objects.values_list("number", flat=True)))
"""
