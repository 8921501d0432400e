"""``koinon apportion``: exact, ties by name, one sentence for bad input."""

import json
from pathlib import Path

import pytest

from koinon.cli.main import run


def apportion(path: Path, *options: str) -> int:
    return run(["apportion", str(path), "--method", "dhondt", *options])


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    path = tmp_path / "votes.csv"
    path.write_text("name,votes\nA,100\nB,100\nC,50\n", encoding="utf-8")
    return path


def test_seats_are_shared_out(votes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert apportion(votes, "--seats", "5", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "method": "dhondt",
        "seats": {"A": 2, "B": 2, "C": 1},
        "ties": [],
        "unassigned": 0,
    }


def test_a_tie_leaves_seats_unassigned(votes: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert apportion(votes, "--seats", "3", "--json") == 3
    assert json.loads(capsys.readouterr().out) == {
        "method": "dhondt",
        "seats": {"A": 1, "B": 1, "C": 0},
        "ties": [["A", "B", "C"]],
        "unassigned": 1,
    }


def test_a_byte_order_mark_is_no_part_of_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "votes.csv"
    path.write_text("name,votes\nA,100\n", encoding="utf-8-sig")
    assert apportion(path, "--seats", "3", "--json") == 0
    assert json.loads(capsys.readouterr().out)["seats"] == {"A": 3}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("name,votes\nKöln,100\n".encode("latin-1"), "is not saved as UTF-8"),
        (b"city,votes\nA,100\n", 'the first line must read "name,votes"'),
        (b"name,votes\n", "has no rows below its first line"),
        (b"", 'the first line must read "name,votes"'),
        (b"name,votes\nA,many\n", 'line 2: "many" is not a whole number'),
        (b"name,votes\nA,-3\n", "line 2: -3 is too small"),
        (b"name,votes\nA,1\nA,2\n", 'line 3: "A" stands twice'),
        (b"name,votes\nA,1,2\n", "line 2: write one name and one number"),
        (b"name,votes\nA,0\n", "votes"),
    ],
)
def test_bad_files_get_one_sentence(
    tmp_path: Path, content: bytes, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "votes.csv"
    path.write_bytes(content)
    assert apportion(path, "--seats", "3") == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--seats", "-1"], "--seats: -1 is too small"),
        (["--seats", "three"], '"three" is not a whole number'),
        (["--seats", "3", "--min", "2"], "takes 6 seats"),
        (["--seats", "9", "--max", "2"], "fills only 6"),
        ([], "Missing option '--seats'"),
    ],
)
def test_bad_options_get_one_sentence(
    votes: Path, options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert apportion(votes, *options) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert sentence in captured.err
