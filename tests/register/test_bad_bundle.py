"""What is wrong with a bundle is said in one sentence with its place; nothing is written."""

import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps

from koinon.history.actor import Actor
from koinon.history.refusal import Refused
from koinon.register.actions import load_bundle

pytestmark = pytest.mark.django_db

SAMPLE = Path(__file__).parent / "bundles" / "sample"
SYSTEM = Actor.system("test")

type Change = Callable[[Path], Path | None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "sample"))


def refusal_of(path: Path) -> Refused:
    with pytest.raises(Refused) as refusal:
        load_bundle(path, by=SYSTEM)
    written = [
        model._meta.label
        for label in ("history", "gazetteer", "register")
        for model in apps.get_app_config(label).get_models()
        if model._meta.label != "history.Revision" and model._default_manager.exists()
    ]
    assert written == []
    return refusal.value


def replace(file: str, old: str, new: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def write(file: str, content: bytes) -> Change:
    def change(folder: Path) -> None:
        (folder / file).write_bytes(content)

    return change


def encode(file: str, encoding: str) -> Change:
    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_bytes(text.encode(encoding))

    return change


def remove(file: str) -> Change:
    def change(folder: Path) -> None:
        (folder / file).unlink()

    return change


def cut(file: str, share: float) -> Change:
    def change(folder: Path) -> None:
        content = (folder / file).read_bytes()
        (folder / file).write_bytes(content[: int(len(content) * share)])

    return change


PLACES = "code, kind, parent, country, nuts, lau, latitude, longitude"

WRONG: dict[str, tuple[Change, str]] = {
    "head missing": (remove("bundle.toml"), "has no bundle.toml; add that file."),
    "head broken": (
        replace("bundle.toml", '"Muster"', "Muster"),
        "bundle.toml: line 5 is not valid TOML; write texts in quotation marks.",
    ),
    "head cut off": (
        write("bundle.toml", b"format = 1\ncode = "),
        "bundle.toml: line 2 is not valid TOML; write texts in quotation marks.",
    ),
    "head without code": (
        replace("bundle.toml", 'code = "sample"', ""),
        "bundle.toml: The code is missing or is none; use small letters, digits and hyphens.",
    ),
    "head without names": (
        replace("bundle.toml", '[names]\nde = "Muster"\nen = "Sample"\n', ""),
        "bundle.toml: The names are missing; write a text for each language under [names].",
    ),
    "head with another table": (
        replace("bundle.toml", "[names]", "[title]"),
        "bundle.toml: “title” does not belong here; possible are format, code, names, about,",
    ),
    "head with one credit": (
        replace("bundle.toml", '["© Example"]', '"© Example"'),
        'bundle.toml: credits is no list of texts; write credits = ["…"].',
    ),
    "head with a misspelt key": (
        replace("bundle.toml", "credits", "credit"),
        "bundle.toml: “credit” does not belong here; possible are format, code, names, about,",
    ),
    "head of another format": (
        replace("bundle.toml", "format = 1", "format = 2"),
        "bundle.toml: The format is not known; write format = 1.",
    ),
    "Latin-1": (
        encode("place_names.csv", "latin-1"),
        "place_names.csv: line 2 is not UTF-8; save the file as UTF-8 (in spreadsheets “CSV",
    ),
    "UTF-16": (encode("places.csv", "utf-16"), "places.csv: line 1 is not UTF-8; save the file as"),
    "Windows-1252 head": (
        encode("bundle.toml", "cp1252"),
        "bundle.toml: line 3 is not UTF-8; save the file as UTF-8 (in spreadsheets “CSV UTF-8”).",
    ),
    "an empty file": (
        write("places.csv", b""),
        f"places.csv: The header line is missing; begin with {PLACES}.",
    ),
    "only a header": (
        write("places.csv", PLACES.replace(", ", ",").encode() + b"\n"),
        "places.csv: There are no rows under the header; add some or leave the file out.",
    ),
    "semicolons": (
        write("places.csv", PLACES.replace(", ", ";").encode() + b"\nx;y;;;;;;\n"),
        "places.csv: The columns are not separated by commas; save the file with commas",
    ),
    "a further column": (
        replace("places.csv", "code,kind", "code,mayor,kind"),
        "places.csv: The column “mayor” does not belong here; expected are code, kind, parent",
    ),
    "a missing column": (
        replace("people.csv", "given_name,", ""),
        "people.csv: The column “given_name” is missing; expected are code, title, given_name,",
    ),
    "a column twice": (
        replace("people.csv", "title,", "code,"),
        "people.csv: The column “code” stands twice; leave one out.",
    ),
    "too few cells": (
        replace("people.csv", "juergen-roters,,", "juergen-roters,"),
        "people.csv, line 2: The row has 3 cells, not 4; check commas and quotation marks.",
    ),
    "an open quotation mark": (
        replace("people.csv", "Roters", '"Roters'),
        "people.csv, line 2: A quotation mark is not closed or stands inside a cell; check",
    ),
    "cut in the middle of a row": (
        cut("statements.csv", 0.9),
        "statements.csv, line 5: The row has 4 cells, not 11; check commas and quotation marks.",
    ),
    "an unknown file": (
        write("mayors.csv", b"code\nx\n"),
        "mayors.csv: The file is no part of the format; known are sources.csv, places.csv,",
    ),
    "a day that does not exist": (
        replace("populations.csv", "2023-12-31", "2023-02-30"),
        "populations.csv, line 2: on: “2023-02-30” is not a day; write 2018-07-12, 2018-07, 2018,",
    ),
    "a rough day where an exact one is asked": (
        replace("statements.csv", "2015-06-01", "2015"),
        "statements.csv, line 2: stated_on: “2015” is not a day; write it like 2018-07-12.",
    ),
    "a population in words": (
        replace("populations.csv", "1087353", "a million"),
        "populations.csv, line 2: value: “a million” is not a whole number from 0 of at most 12",
    ),
    "a negative population": (
        replace("populations.csv", "1087353", "-5"),
        "populations.csv, line 2: value: “-5” is not a whole number from 0 of at most 12",
    ),
    "an invisible sign": (
        replace("people.csv", "Jürgen", "J\x07ürgen"),
        "people.csv, line 2: given_name: The text holds invisible control characters; type it",
    ),
    "a flag": (
        replace("posts.csv", ",yes,", ",perhaps,"),
        "posts.csv, line 2: head_of_authority: “perhaps” is neither yes nor no; write yes or leave",
    ),
    "a code": (
        replace("bonds.csv", "koeln-eccar", "Köln-ECCAR"),
        "bonds.csv, line 2: code: “Köln-ECCAR” is not a code; use small letters, digits and",
    ),
    "an empty cell": (
        replace("sources.csv", "Members", ""),
        "sources.csv, line 3: title: This must not be empty.",
    ),
    "an unknown kind": (
        replace("organisations.csv", "network", "club"),
        "organisations.csv, line 3: kind: “club” is not one of the choices: municipality,",
    ),
    "an unknown organisation": (
        replace("bonds.csv", "koeln,eccar", "koeln,eurocities"),
        "bonds.csv, line 2: counterpart: “eurocities” is not known; add it or correct the code.",
    ),
    "an unknown source": (
        replace("figures.csv", "koeln-page", "rumour"),
        "figures.csv, line 2: source: “rumour” is not known; add it or correct the code.",
    ),
    "an unknown post": (
        replace("tenures.csv", "world-council-member", "throne"),
        "tenures.csv, line 2: post: “uclg/throne” is not known; add it or correct the code.",
    ),
    "an unknown publisher": (
        replace("sources.csv", "city-page,koeln", "city-page,jena"),
        "sources.csv, line 2: publisher: “jena” is not known; add it or correct the code.",
    ),
    "the same row twice": (
        replace("people.csv", "juergen-roters", "juergen-roters,,J,R\njuergen-roters"),
        "people.csv, line 3: “juergen-roters” already stands further up; leave out one of the two",
    ),
    "a statement of nobody": (
        replace("statements.csv", "1,,koeln-page", "1,,"),
        "statements.csv, line 2: said_by: Neither a side nor a source is named; fill in said_by",
    ),
    "a statement of somebody else": (
        replace("statements.csv", "1,,koeln-page", "1,uclg,"),
        "statements.csv, line 2: “uclg” is no side of “koeln-eccar”; name one of the two sides,",
    ),
    "an end before the beginning": (
        replace("statements.csv", "2009-10-21,2015-10-21", "2015-10-21,2009-10-21"),
        "statements.csv, line 4: until: No day lies between the beginning and the end; check both",
    ),
    "a tenure without a person's row": (
        replace("bonds.csv", "roters-ob,tenure", "reker-ob,tenure,,koeln,koeln\nroters-ob,tenure"),
        "bonds.csv, line 3: “reker-ob” is a tenure that nobody is in; add the person and the post",
    ),
    "tenures in a circle": (
        replace("tenures.csv", "holder,,,", "holder,,,roters-uclg"),
        "tenures.csv, line 2: “roters-uclg” rests on itself by way of other tenures; break the",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_is_wrong_with_a_bundle(folder: Path, case: str) -> None:
    change, sentence = WRONG[case]
    change(folder)
    refusal = refusal_of(folder)
    said = str(refusal)
    assert said.startswith(sentence) or said.endswith(sentence)
    assert "\n" not in said
    assert {language for language in ("de", "fr") if refusal.sentence(language) == said} == set()


def test_a_byte_order_mark_is_taken_off(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_bundle(folder, by=SYSTEM).entry == 1


def test_line_ends_of_windows_and_empty_lines_do_no_harm(folder: Path) -> None:
    for file in folder.glob("*.csv"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n") + b"\r\n,,\r\n".lstrip(b","))
    assert load_bundle(folder, by=SYSTEM).entry == 1


def test_columns_may_stand_in_another_order(folder: Path) -> None:
    (folder / "people.csv").write_text(
        "family_name,code,title,given_name\nRoters,juergen-roters,,Jürgen\n", encoding="utf-8"
    )
    assert load_bundle(folder, by=SYSTEM).entry == 1


def zipped(folder: Path) -> Path:
    path = folder.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    return path


INCOMPLETE = "is neither a folder nor a complete zip file; fetch or pack it again."


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9, 0.999])
def test_a_zip_that_was_cut_off_is_refused(folder: Path, share: float) -> None:
    path = zipped(folder)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert str(refusal_of(path)).endswith(INCOMPLETE)


def test_a_zip_with_a_broken_file_is_refused(folder: Path) -> None:
    path = zipped(folder)
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(content)
    assert str(refusal_of(path)).endswith(INCOMPLETE)


def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    sentence = f"There is no “{tmp_path}/x”; name a folder or a zip file."
    assert str(refusal_of(tmp_path / "x")) == sentence


def test_a_table_in_place_of_a_zip_is_refused(folder: Path) -> None:
    assert str(refusal_of(folder / "places.csv")).endswith(INCOMPLETE)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        (
            "organisations.csv",
            "koeln,municipality",
            "koeln,county",
            "organisations.csv, line 2: “koeln” is already there with other content in “kind”;",
        ),
        (
            "figures.csv",
            "104",
            "105",
            "figures.csv, line 2: “eccar, members, stated, 2012, koeln-page” is already there with",
        ),
        ("bundle.toml", "Muster", "Anders", "bundle.toml: A bundle “sample” is already loaded"),
    ],
)
def test_what_contradicts_what_is_loaded_is_refused(
    folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    load_bundle(SAMPLE, by=SYSTEM)
    replace(file, old, new)(folder)
    with pytest.raises(Refused) as refusal:
        load_bundle(folder, by=SYSTEM)
    assert str(refusal.value).startswith(sentence)
