"""A bundle is loaded whole or not at all, loads once, and comes out as it went in."""

import shutil
import zipfile
from pathlib import Path

import pytest
from django.db import connection, transaction

from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.history.queries import revision
from koinon.history.refusal import NotAllowed, Refused
from koinon.register.actions import load_bundle
from koinon.register.bundle.exporting import bundle_files, export_bundle
from koinon.register.bundle.files import FILES
from koinon.register.bundle.reading import read_bundle
from koinon.register.models import Bond, Collection, Spell, Statement
from tests.databases import run

pytestmark = pytest.mark.django_db

BUNDLES = Path(__file__).parent / "bundles"
SAMPLE = BUNDLES / "sample"
DEMO = Path(__file__).parents[2] / "demo"
SYSTEM = Actor.system("test")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def zipped(folder: Path, inside: str = "") -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"{inside}{file.name}")
    return path


def test_a_bundle_is_loaded_by_a_system_in_one_entry() -> None:
    loaded = load_bundle(SAMPLE, by=SYSTEM)
    assert (loaded.code, loaded.entry) == ("sample", 1)
    assert loaded.added == {
        file: len((SAMPLE / file).read_text(encoding="utf-8").splitlines()) - 1
        for file in FILES
        if (SAMPLE / file).exists()
    }
    entry = Entry.objects.get()
    assert (entry.by_kind, entry.by, entry.action, entry.source) == (
        "system",
        "test",
        "load-bundle",
        "sample",
    )
    assert Spell.objects.filter(bond__code="koeln-eccar").count() == 3


@pytest.mark.parametrize("inside", ["", "sample/"])
def test_a_zip_is_loaded_as_a_folder_is(folder: Path, inside: str) -> None:
    assert read_bundle(zipped(folder, inside)) == read_bundle(SAMPLE)


def test_a_second_run_writes_nothing() -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    spells = list(Spell.objects.values_list("pk", flat=True))
    assert load_bundle(SAMPLE, by=SYSTEM) == ("sample", None, {})
    assert (revision(), Entry.objects.count()) == (1, 1)
    assert list(Spell.objects.values_list("pk", flat=True)) == spells


def test_a_second_bundle_adds_what_is_new(folder: Path) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    with (folder / "statements.csv").open("a", encoding="utf-8") as file:
        file.write("koeln-eccar,3,eccar,,member,2006-09-07,,2026-01-01,,,\n")
    assert load_bundle(folder, by=SYSTEM) == ("sample", 2, {"statements.csv": 1})


def test_a_bundle_may_refer_to_what_is_there(tmp_path: Path) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    (tmp_path / "bundle.toml").write_text('format = 1\ncode = "late"\n[names]\nde = "x"\n')
    header = (SAMPLE / "statements.csv").read_text(encoding="utf-8").splitlines()[0]
    row = "koeln-eccar,3,eccar,,member,2006-09-07,,2026-01-01,,,"
    (tmp_path / "statements.csv").write_text(f"{header}\n{row}\n")
    assert load_bundle(tmp_path, by=SYSTEM) == ("late", 2, {"statements.csv": 1})


def test_a_side_may_not_load() -> None:
    with pytest.raises(NotAllowed):
        load_bundle(SAMPLE, by=Actor.side("koeln"))
    assert revision() == 0


def loaded_and_written(path: Path) -> dict[str, str]:
    """Load a bundle into an empty database and write it out again; leave no trace."""
    with transaction.atomic():
        load_bundle(path, by=SYSTEM)
        files = bundle_files()
        transaction.set_rollback(True)
    return files


@pytest.mark.parametrize("bundle", [SAMPLE, DEMO], ids=["sample", "demo"])
def test_what_is_exported_loads_again_and_is_exported_alike(bundle: Path, tmp_path: Path) -> None:
    first = loaded_and_written(bundle)
    for name, text in first.items():
        (tmp_path / name).write_bytes(text.encode())
    assert loaded_and_written(tmp_path) == first
    assert rows_of(tmp_path) == rows_of(bundle)


def rows_of(bundle: Path) -> dict[str, dict[object, object]]:
    """Give the rows of each file by what they are known by."""
    read = read_bundle(bundle)
    return {
        name: {table.key_of(draft): draft for draft in read.drafts(name)}
        for name, table in FILES.items()
    }


def test_several_bundles_are_exported_as_one(tmp_path: Path) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    (tmp_path / "bundle.toml").write_text(
        'format = 1\ncode = "late"\ncredits = ["© Other"]\n[names]\nde = "x"\n'
    )
    load_bundle(tmp_path, by=SYSTEM)
    head = bundle_files()["bundle.toml"]
    assert 'code = "export"' in head
    assert '"© Example",\n  "© Other",' in head


@pytest.mark.parametrize("name", ["out", "out.zip"])
def test_an_export_is_a_folder_or_a_zip(tmp_path: Path, name: str) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    export_bundle(tmp_path / name)
    assert read_bundle(tmp_path / name) == read_bundle_of(bundle_files(), tmp_path / "files")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["files", name])


def read_bundle_of(files: dict[str, str], folder: Path) -> object:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return read_bundle(folder)


def test_the_same_register_is_exported_in_the_same_bytes(tmp_path: Path) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    for name in ("a.zip", "b.zip"):
        export_bundle(tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_an_export_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(Refused, match="is already there; name a new or empty folder"):
        export_bundle(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_export_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Refused, match="cannot be written"):
        export_bundle(tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("count", [1, 3])
def test_loading_takes_as_many_queries_for_three_members_as_for_one(
    folder: Path, count: int, django_assert_num_queries: object
) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    add_members(folder, count)
    locking = int(connection.vendor == "postgresql")
    with django_assert_num_queries(QUERIES + locking):  # type: ignore[operator]
        load_bundle(folder, by=SYSTEM)
    assert Bond.objects.filter(code__startswith="member-").count() == count


QUERIES = 61


def add_members(folder: Path, count: int) -> None:
    """Add cities with a place, a name, a population, a bond, two statements and an event."""
    lines = {
        "places.csv": "place-{n},municipality,deutschland,DE,DE,{n},,",
        "place_names.csv": "place-{n},de,Ort {n},official",
        "organisations.csv": "city-{n},municipality,place-{n},,",
        "organisation_names.csv": "city-{n},de,Stadt {n},official",
        "populations.csv": "place-{n},2022,{n},wb",
        "bonds.csv": "member-{n},membership,,city-{n},eccar",
        "statements.csv": "member-{n},1,city-{n},,member,2010-01-01,,2020-01-01,,,\n"
        "member-{n},2,,eccar-list,member,2010,,2020-01-01,,,",
        "events.csv": "member-{n},1,accession,2010-01-01,,eccar-list",
    }
    for name, line in lines.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.writelines(f"{line.format(n=n)}\n" for n in range(count))


KILLED = """
import os, signal, sys
from pathlib import Path
from django.db import connection
from koinon.history.actor import Actor
from koinon.register.actions import load_bundle

def fall(execute, sql, *rest):
    answer = execute(sql, *rest)
    if sql.startswith(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)
    return answer

with connection.execute_wrapper(fall):
    load_bundle(Path(sys.argv[1]), by=Actor.system("test"))
"""
COUNT = """
from django.apps import apps
print({model.__name__: model.objects.count() for label in ("history", "gazetteer", "register")
       for model in apps.get_app_config(label).get_models() if model.objects.exists()})
"""
AGAIN = """
import sys
from pathlib import Path
from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
print(load_bundle(Path(sys.argv[1]), by=Actor.system("test")).entry)
"""


def test_a_bundle_killed_while_loading_leaves_nothing(address: str) -> None:
    for moment in ('INSERT INTO "register_spell"', 'UPDATE "history_entry"'):
        done = run(address, KILLED, str(SAMPLE), moment)
        assert done.returncode == -9, done.stderr
        assert run(address, COUNT).stdout.strip() == "{}"
    assert run(address, AGAIN, str(SAMPLE)).stdout.strip() == "1"
    assert connection.vendor in ("sqlite", "postgresql")
    assert not Statement.objects.exists()
    assert not Collection.objects.exists()
