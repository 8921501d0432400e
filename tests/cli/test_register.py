"""Commands that read and write the register."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from koinon.history.models import Entry
from koinon.register.models import Bond, Organisation, Statement
from tests.cli.asking import Capsys, answered, refused, told
from tests.databases import environment
from tests.league import write_leagues

pytestmark = pytest.mark.django_db

KOINON = str(Path(sys.executable).with_name("koinon"))
BOND = {
    *("kind", "strand", "counterpart", "grade", "valid_from", "valid_until"),
    *("member_says", "network_says", "state", "sources", "tenures"),
}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return write_leagues(tmp_path / "leagues", towns=2, leagues=2)


def nothing_is_written() -> bool:
    rows = (Entry, Organisation, Bond, Statement)
    return not any(model._default_manager.exists() for model in rows)


def test_a_bundle_is_loaded_once(bundle: Path, capsys: Capsys) -> None:
    first = told(capsys, "load", str(bundle))
    assert "bonds.csv: 8" in first
    assert told(capsys, "load", str(bundle)) != first
    assert Entry.objects.count() == 1


def test_an_export_loads_as_what_was_exported(
    bundle: Path, tmp_path: Path, capsys: Capsys, address: str
) -> None:
    told(capsys, "load", str(bundle))
    for name in ("out", "out.zip"):
        told(capsys, "export", str(tmp_path / name))
        command = [KOINON, "load", str(tmp_path / name)]
        done = subprocess.run(
            command, env=environment(address), capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")
    assert len(zipfile.ZipFile(tmp_path / "out.zip").namelist()) > 10


def test_ties_have_the_fields_that_scripts_rely_on(bundle: Path, capsys: Capsys) -> None:
    told(capsys, "load", str(bundle))
    found = answered(capsys, "show", "town-1", "--on", "2020-06-01")
    assert (found["organisation"], found["on"]) == ("town-1", "2020-06-01")
    assert [tie["counterpart"] for tie in found["bonds"]] == ["league-1", "league-2"]
    assert all(tie.keys() >= BOND for tie in found["bonds"])


SPOILED = {
    "other columns": ("bonds.csv", b"code,kind,colour\n", "bonds.csv"),
    "no header": ("bonds.csv", b"", "bonds.csv"),
    "cut off": ("statements.csv", b"bond,number,said_by\ntown-1-lea", "statements.csv"),
    "latin-1": (
        "place_names.csv",
        "place,language,name,use\nland,de,Köln,short\n".encode("latin-1"),
        "place_names.csv",
    ),
    "zeros": ("people.csv", b"code,title,given_name,family_name\nx,,\x00,y\n", "people.csv"),
    "a day that does not exist": (
        "populations.csv",
        b"place,on,value,source\ntown-1,2020-02-30,5,chronicle\n",
        "2020-02-30",
    ),
    "a negative population": (
        "populations.csv",
        b"place,on,value,source\ntown-1,2020-01-01,-5,chronicle\n",
        "-5",
    ),
    "a worded population": (
        "populations.csv",
        b"place,on,value,source\ntown-1,2020-01-01,many,chronicle\n",
        "many",
    ),
    "an unknown code": (
        "bonds.csv",
        b"code,kind,strand,party,counterpart\nx,membership,,atlantis,league-1\n",
        "atlantis",
    ),
    "no name for the bundle": ("bundle.toml", b"format = 1\n", "bundle.toml"),
    "a head that is cut off": ("bundle.toml", b"format = 1\ncode = ", "bundle.toml"),
    "a file nobody knows": ("extra.csv", b"a,b\n", "extra.csv"),
}


@pytest.mark.parametrize(("file", "content", "named"), SPOILED.values(), ids=SPOILED)
def test_a_broken_bundle_gets_one_sentence_and_writes_nothing(
    bundle: Path, capsys: Capsys, file: str, content: bytes, named: str
) -> None:
    (bundle / file).write_bytes(content)
    assert named in refused(capsys, "load", str(bundle))
    assert nothing_is_written()


def test_a_byte_order_mark_is_no_part_of_a_column(bundle: Path, capsys: Capsys) -> None:
    path = bundle / "bonds.csv"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert "bonds.csv: 8" in told(capsys, "load", str(bundle))


def test_no_bundle_gets_one_sentence(tmp_path: Path, capsys: Capsys) -> None:
    cut = tmp_path / "cut.zip"
    whole = tmp_path / "leagues.zip"
    shutil.make_archive(
        str(whole.with_suffix("")), "zip", write_leagues(tmp_path / "leagues", towns=1, leagues=1)
    )
    cut.write_bytes(whole.read_bytes()[:700])
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no archive", encoding="utf-8")
    for name in ("nowhere", "empty", "cut.zip", "text.zip"):
        assert name in refused(capsys, "load", str(tmp_path / name))
    assert nothing_is_written()


def test_an_export_does_not_write_over_a_file(bundle: Path, tmp_path: Path, capsys: Capsys) -> None:
    told(capsys, "load", str(bundle))
    occupied = tmp_path / "occupied"
    occupied.write_text("mine", encoding="utf-8")
    assert "occupied" in refused(capsys, "export", str(occupied))
    assert occupied.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("home", [".", "not-there-yet"])
def test_a_register_without_tables_is_told_in_one_sentence(tmp_path: Path, home: str) -> None:
    own = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    own |= {"KOINON_HOME": str(tmp_path / home), "DJANGO_SETTINGS_MODULE": "koinon.config.settings"}
    command = [KOINON, "--lang", "en", "show", "koeln"]
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert "koinon migrate" in done.stderr
    done = subprocess.run([KOINON, "migrate"], env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
