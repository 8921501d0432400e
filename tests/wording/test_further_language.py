"""A further language is one folder of catalogues."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAD = (
    'msgid ""\nmsgstr ""\n"Language: nl\\n"\n'
    '"Content-Type: text/plain; charset=utf-8\\n"\n'
    '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
)
SOME = f"""{HEAD}
msgid "page.cities"
msgstr "Steden"

msgid "measure.members"
msgid_plural "measure.members.plural"
msgstr[0] "{{value}} lid"
msgstr[1] "{{value}} leden"

#, fuzzy
msgid "page.networks"
msgstr "Oud"
"""

PROGRAM = """
import json
from datetime import date
from koinon.wording.catalogue import check_further
from koinon.wording.coverage import coverage
from koinon.wording.language import languages, own_name, write_country
from koinon.wording.say import say
from koinon.wording.values import write
check_further()
found = coverage("nl")
print(json.dumps({
    "languages": languages(),
    "own": say("page.cities", "nl"),
    "plural": [say("measure.members", "nl", value=n, n=n) for n in (1, 2)],
    "english": [say("page.skip", "nl"), say("page.networks", "nl")],
    "day": write(date(2015, 5, 17), "nl").replace("\\xa0", " "),
    "names": [own_name("nl"), write_country("DE", "nl")],
    "missing": ["page.skip" in found.missing, "page.cities" in found.missing],
    "older": found.older,
    "complete": [coverage(code).missing + coverage(code).older for code in ("de", "en", "fr")],
}))
"""


def ask(folder: Path, program: str = PROGRAM) -> "subprocess.CompletedProcess[str]":
    kept = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=kept | {"KOINON_CATALOGUES": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def catalogue(folder: Path, text: str | bytes, code: str = "nl") -> Path:
    place = folder / code
    place.mkdir(parents=True)
    content = text.encode() if isinstance(text, str) else text
    (place / "pages.po").write_bytes(content)
    return folder


def test_a_few_sentences_are_a_beginning(tmp_path: Path) -> None:
    import json

    done = ask(catalogue(tmp_path, SOME))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "languages": ["de", "en", "fr", "nl"],
        "own": "Steden",
        "plural": ["1 lid", "2 leden"],
        "english": ["Skip to content", "Networks"],
        "day": "17 mei 2015",
        "names": ["Nederlands", "Duitsland"],
        "missing": [True, False],
        "older": ["page.networks"],
        "complete": [[], [], []],
    }


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("xx", SOME, '"xx" is no language'),
        ("de", SOME, 'Koinon brings "de" along'),
        ("Dutch", SOME, '"Dutch" is no language'),
        ("nl", f'{HEAD}\nmsgid "page.cities"\nmsgstr "{{town}}"\n', "names {town}"),
        ("nl", f'{HEAD}\nmsgid "page.cities"\nmsgstr "{{"\n', "brace too many"),
        ("nl", f"{HEAD}\nmsgid page.cities\n", "is no catalogue"),
        ("nl", HEAD.encode() + b'\nmsgid "page.cities"\nmsgstr "\xff"\n', "is no catalogue"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, code: str, text: str | bytes, words: str
) -> None:
    done = ask(catalogue(tmp_path, text, code))
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("koinon.wording.language.BadLanguage: ")
    assert words in last
    assert last.endswith(".")


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = ask(tmp_path / "nowhere")
    assert "which is no folder" in done.stderr.splitlines()[-1]


def test_the_command_line_answers_in_it_and_refuses_in_a_sentence(tmp_path: Path) -> None:
    koinon = [str(Path(sys.executable).with_name("koinon")), "--lang", "nl", "kinds"]
    kept = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}

    def run(folder: Path) -> "subprocess.CompletedProcess[str]":
        environment = kept | {"KOINON_CATALOGUES": str(folder), "KOINON_HOME": str(tmp_path / "h")}
        return subprocess.run(koinon, env=environment, capture_output=True, text=True, check=False)

    assert run(catalogue(tmp_path / "good", SOME)).returncode == 0
    bad = run(catalogue(tmp_path / "bad", SOME, "xx"))
    assert (bad.returncode, len(bad.stderr.splitlines())) == (2, 1)
