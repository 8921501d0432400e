"""One file dropped into the folder that the settings name adds a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.acceptance.asking import asked
from tests.web.markup import page

pytestmark = pytest.mark.django_db

RIVER_LEAGUE = Path(__file__).parents[1] / "statutes" / "documents" / "river-league.toml"
KOINON = str(Path(sys.executable).with_name("koinon"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any) -> Path:
    monkeypatch.setenv("KOINON_STATUTES", str(tmp_path))
    settings.KOINON_STATUTES = tmp_path
    return tmp_path


def test_a_file_adds_a_network(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fee = ("fee", "river-league", "--population", "100000")
    before = subprocess.run([KOINON, *fee], env=os.environ, capture_output=True, check=False)
    assert (before.returncode, before.stdout) == (2, b"")
    shutil.copy(RIVER_LEAGUE, folder)
    assert asked(capsys, *fee)["network"] == "river-league"
    files = asked(capsys, "statute", "check")["files"]
    assert "river-league" in {item["network"] for item in files}
    assert len(files) == 14


def test_its_page_stands_without_a_row_in_the_register(folder: Path, client: Client) -> None:
    assert client.get("/en/networks/river-league/").status_code == 404
    shutil.copy(RIVER_LEAGUE, folder)
    for language in ("de", "en", "fr"):
        html = page(client.get(f"/{language}/networks/river-league/"))
        assert html.one("h1").text
    listed = page(client.get("/en/networks/")).one("main").all("a", href=None)
    assert "/en/networks/river-league/" in {link["href"] for link in listed}


def test_a_folder_that_is_none_is_told_in_one_sentence(tmp_path: Path) -> None:
    environment = os.environ | {"KOINON_STATUTES": str(tmp_path / "nowhere")}
    command = [KOINON, "--lang", "en", "statute", "check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr
    assert (done.stdout + done.stderr).count("\n") == 1
    assert "nowhere" in done.stdout + done.stderr
