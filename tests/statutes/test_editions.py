"""Editions: texts are stored when they are loaded, and what is stored is in use."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.history.refusal import NotAllowed
from koinon.statutes.actions import record_editions
from koinon.statutes.faults import StatuteError
from koinon.statutes.library import Library
from koinon.statutes.models import Edition
from koinon.statutes.queries import statute_of
from tests.statutes.example import EXAMPLE

pytestmark = pytest.mark.django_db

BY = Actor.system("statutes")
RIVER = "river-league"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / f"{RIVER}.toml").write_text(EXAMPLE, encoding="utf-8")
    return tmp_path


def _rename(folder: Path, name: str) -> None:
    text = EXAMPLE.replace("Flussbund", name)
    (folder / f"{RIVER}.toml").write_text(text, encoding="utf-8")


def _name(folder: Path) -> str:
    statute = statute_of(RIVER, Library(folder))
    assert statute is not None
    return statute.names["de"]


def test_each_text_is_stored_once_in_one_entry(folder: Path) -> None:
    library = Library(folder)
    assert record_editions(library=library, by=BY) == library.codes()
    assert record_editions(library=library, by=BY) == ()
    entry = Entry.objects.get()
    assert (entry.action, entry.by, entry.number) == ("record-editions", "statutes", 1)
    stored = Edition.objects.get(network=RIVER)
    assert (stored.text, stored.digest) == (EXAMPLE, library.document(RIVER).digest)
    assert Edition.objects.count() == len(library.codes())


def test_a_corrected_text_is_stored_beside_the_one_before(folder: Path) -> None:
    record_editions(library=Library(folder), by=BY)
    _rename(folder, "Strombund")
    assert record_editions(library=Library(folder), by=BY) == (RIVER,)
    _rename(folder, "Flussbund")
    assert record_editions(library=Library(folder), by=BY) == (RIVER,)
    texts = Edition.objects.filter(network=RIVER).order_by("id").values_list("text", flat=True)
    assert ["Strombund" in text for text in texts] == [False, True, False]


def test_a_file_counts_only_once_it_is_loaded(folder: Path) -> None:
    assert _name(folder) == "Flussbund"
    record_editions(library=Library(folder), by=BY)
    _rename(folder, "Strombund")
    assert _name(folder) == "Flussbund"
    record_editions(library=Library(folder), by=BY)
    assert _name(folder) == "Strombund"


def test_a_file_that_was_spoilt_after_loading_changes_nothing(folder: Path) -> None:
    record_editions(library=Library(folder), by=BY)
    (folder / f"{RIVER}.toml").write_text("spoilt", encoding="utf-8")
    assert _name(folder) == "Flussbund"


def test_a_file_that_was_never_good_is_told(tmp_path: Path) -> None:
    (tmp_path / f"{RIVER}.toml").write_text("spoilt", encoding="utf-8")
    with pytest.raises(StatuteError):
        statute_of(RIVER, Library(tmp_path))
    with pytest.raises(StatuteError):
        record_editions(library=Library(tmp_path), by=BY)
    assert not Edition.objects.exists()
    assert not Entry.objects.exists()


def test_a_network_without_a_statute_has_none(folder: Path) -> None:
    assert statute_of("nowhere", Library(folder)) is None


def test_what_was_known_at_the_end_of_a_day(folder: Path) -> None:
    record_editions(library=Library(folder), by=BY)
    today = timezone.localdate()
    known = statute_of(RIVER, Library(folder), today)
    assert known is not None
    assert known.names["de"] == "Flussbund"
    assert statute_of(RIVER, Library(folder), today - timedelta(days=1)) is None


def test_a_statute_in_use_is_asked_for_without_a_query(
    folder: Path, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    record_editions(library=Library(folder), by=BY)
    _name(folder)
    with django_assert_num_queries(0):  # type: ignore[operator]
        assert _name(folder) == "Flussbund"


def test_only_those_who_keep_the_register_load_statutes(folder: Path) -> None:
    with pytest.raises(NotAllowed):
        record_editions(library=Library(folder), by=Actor.side("koeln"))
    assert not Edition.objects.exists()


def test_the_database_refuses_to_change_or_delete_an_edition(folder: Path) -> None:
    record_editions(library=Library(folder), by=BY)
    with pytest.raises(DatabaseError, match="edition_append_only"), transaction.atomic():
        Edition.objects.filter(network=RIVER).update(text="other")
    with pytest.raises(DatabaseError, match="edition_append_only"), transaction.atomic():
        Edition.objects.filter(network=RIVER).delete()
    assert Edition.objects.get(network=RIVER).text == EXAMPLE


def test_the_database_refuses_a_digest_that_is_none(folder: Path) -> None:
    record_editions(library=Library(folder), by=BY)
    entry = Entry.objects.get()
    with pytest.raises(DatabaseError, match="edition_digest_is_sha256"), transaction.atomic():
        Edition.objects.create(network="other", digest="abc", text="", entry=entry)
