"""Answers and refusals are said in the language that was asked for."""

from pathlib import Path

import pytest

from koinon.cli.main import run
from koinon.cli.statutes import library
from koinon.wording.catalogue import has
from tests.cli.asking import Capsys, told

LANGUAGES = ("de", "en", "fr")
REFUSED = {
    "population": (
        ["fee", "uclg", "--population", "many"],
        "ist keine ganze Zahl",
        "is not a whole number",
        "n’est pas un nombre entier",
    ),
    "too many people": (
        ["fee", "uclg", "--population", "9" * 25],
        "ist zu groß",
        "is too large",
        "est trop grand",
    ),
    "day": (
        ["fee", "uclg", "--population", "5", "--on", "2015-02-30"],
        "ist kein Tag",
        "is not a day",
        "n’est pas un jour",
    ),
    "rough day": (
        ["procedure", "uclg", "--event", "form=soon"],
        "ist keine Tagesangabe",
        "is not a day",
        "n’est pas un jour",
    ),
    "step": (
        ["procedure", "uclg", "--event", "nothing=2020"],
        "ist kein Schritt",
        "is no step",
        "n’est pas une étape",
    ),
    "network": (
        ["fee", "uclgg", "--population", "5"],
        "gemeint ist wohl",
        "may be meant",
        "il s’agit peut-être",
    ),
    "composition": (
        ["quota", "cemr", "policy-committee", "--seats", "3", "--women", "4"],
        "4 Personen auf 3 Sitzen",
        "4 people on 3 seats",
        "4 personnes pour 3 sièges",
    ),
    "method": (
        ["apportion", "votes.csv", "--seats", "3", "--method", "dice"],
        "gibt es nicht",
        "There is no method",
        "n’existe pas",
    ),
    "file of votes": (
        ["apportion", "nowhere.csv", "--seats", "3", "--method", "dhondt"],
        "gibt es nicht",
        "There is no such file",
        "n’existe pas",
    ),
    "statute": (
        ["statute", "check", "nowhere.toml"],
        "gibt es nicht",
        "There is no file",
        "n’existe pas",
    ),
    "neither": (["due"], "Nennen Sie entweder", "Name either", "Nommez soit"),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_in_three_languages(capsys: Capsys, name: str, language: str) -> None:
    arguments, *sentences = REFUSED[name]
    assert run(["--lang", language, *arguments]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert sentences[LANGUAGES.index(language)] in captured.err


@pytest.mark.parametrize(
    ("votes", "limits", "sentence"),
    [
        ("A,0", [], "Kein Name hat Stimmen"),
        ("A,5\nB,4", ["--min", "2"], "braucht 4 Sitze"),
        ("A,5", ["--max", "2"], "füllt nur 2 von 3 Sitzen"),
        ("A,5", ["--min", "2", "--max", "1"], "gehen nicht zusammen"),
        ("A,5\nA,4", [], "Zeile 3: „A“ steht zweimal"),
        (",5", [], "Zeile 2: Ein Name fehlt"),
        ("A", [], "Zeile 2: Schreiben Sie einen Namen"),
        ("", [], "hat unter der ersten Zeile keine Zeilen"),
    ],
)
def test_votes_that_cannot_be_used(
    tmp_path: Path, capsys: Capsys, votes: str, limits: list[str], sentence: str
) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(f"name,votes\n{votes}\n", encoding="utf-8")
    asked = ["apportion", str(path), "--seats", "3", "--method", "dhondt", *limits]
    assert run(["--lang", "de", *asked]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert sentence in captured.err


def test_an_argument_that_is_refused_has_its_sentence() -> None:
    source = Path(library.__code__.co_filename).parent
    used = {
        text.partition('"')[0]
        for path in source.glob("*.py")
        for text in path.read_text(encoding="utf-8").split('BadArgument("')[1:]
    }
    assert len(used) > 15
    assert [code for code in used if not has(f"cli.refused.{code}", "de")] == []


@pytest.mark.parametrize(
    "command",
    [["fee", "uclg", "--population", "5"], ["statute", "check"], ["show", "koeln"], ["migrate"]],
)
def test_a_folder_of_statutes_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capsys, command: list[str]
) -> None:
    monkeypatch.setenv("KOINON_STATUTES", str(tmp_path / "nowhere"))
    assert run(["--lang", "en", *command]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)
    assert captured.err.endswith("nowhere: check KOINON_STATUTES.\n")


def test_advisory_delegations_stand_below_the_sum(capsys: Capsys) -> None:
    lines = told(capsys, "seats", "rgre-ds", "main-committee", "--on", "2023-06-01", language="de")
    place = lines.index("= 38 / 37")
    advisory = [number for number, line in enumerate(lines) if line.endswith("beratender Stimme")]
    assert advisory == [place + 1, place + 2]
    assert sum(int(line.rpartition(" ")[2]) for line in lines[1:place]) == 38


def test_states_of_a_procedure_are_words(capsys: Capsys) -> None:
    asked = ("procedure", "uclg", "--of", "exit", "--event", "notice=2026-08-31")
    lines = told(capsys, *asked, "--on", "2026-12-01", language="de")
    assert lines == [
        "exit: abgeschlossen, gilt noch nicht; keine Mitgliedschaft mehr ab 1.3.2027",
        "Die Kündigung muss schriftlich sein.",
        "Der Beitrag bleibt anteilig bis zum Austritt geschuldet.",
        "  notice: erledigt 31.8.2026",
    ]
