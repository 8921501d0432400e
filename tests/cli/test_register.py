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
DUE = {"due_on", "key", "network", "what", "state", "trace"}


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return write_leagues(tmp_path / "leagues", 2)


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


@pytest.mark.usefixtures("demo")
def test_dues_of_a_city_and_to_a_network(capsys: Capsys) -> None:
    span = ("--on", "2009-01-01", "--until", "2010-01-01")
    city = answered(capsys, "due", "--organisation", "koeln", *span)["items"]
    network = answered(capsys, "due", "--network", "covenant-of-mayors", *span)["items"]
    assert all(item.keys() >= DUE for item in [*city, *network])
    plan = [item for item in city if item["network"] == "covenant-of-mayors"]
    assert "2009-09-25" in {item["due_on"] for item in plan}
    assert {item["organisation"] for item in network} == {"koeln"}


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_people_get_lines(capsys: Capsys, language: str) -> None:
    for arguments in (
        ("show", "koeln", "--on", "2015-10-21"),
        ("due", "--organisation", "koeln", "--on", "2015-06-01"),
    ):
        lines = told(capsys, *arguments, language=language)
        assert len(lines) > 3
        assert [line for line in lines if "None" in line or "{" in line] == []


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("show", "nowhere"), "nowhere"),
        (("show", "koeln", "--on", "2015-02-30"), "2015-02-30"),
        (("show", "koeln", "--known", "soon"), "soon"),
        (("due", "--organisation", "nowhere"), "nowhere"),
        (("due", "--network", "nowhere"), "nowhere"),
        (("due", "--organisation", "koeln", "--until", "2015-13-01"), "2015-13-01"),
    ],
)
def test_what_is_unknown_gets_one_sentence(
    capsys: Capsys, arguments: tuple[str, ...], named: str
) -> None:
    assert named in refused(capsys, *arguments)


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
    shutil.make_archive(str(whole.with_suffix("")), "zip", write_leagues(tmp_path / "leagues", 1))
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


def test_a_register_without_tables_is_told_in_one_sentence(tmp_path: Path) -> None:
    own = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    own |= {"KOINON_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "koinon.config.settings"}
    command = [KOINON, "--lang", "en", "show", "koeln"]
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), done.stderr
    assert "koinon migrate" in done.stderr
    done = subprocess.run([KOINON, "migrate"], env=own, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
