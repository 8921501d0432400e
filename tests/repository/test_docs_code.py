"""What the documentation says of actions, bundles, rules and words is what the code has."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import koinon.rules
from koinon.register.bundle.files import FILES, headers_of
from koinon.rules.cycle.due import DueState
from koinon.rules.procedure.answer import ProcedureState
from koinon.rules.seats.forms import Method
from koinon.rules.spell.disc import Half
from koinon.rules.spell.state import State
from koinon.rules.trace import OPERATORS
from koinon.wording.catalogue import read_catalogues
from koinon.wording.language import Language
from koinon.wording.say import say
from tests.repository.tree import ROOT, SOURCE, python_files, tree_of

DOCS = ROOT / "docs"


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def rows(text: str, *headings: str) -> Iterator[list[str]]:
    """Give the cells of each row of the tables whose heading begins so."""
    heading = re.escape("| " + " | ".join(headings))
    for table in re.findall(rf"^{heading}.*\n\|[-|]+\n((?:\|.*\n?)+)", text, re.MULTILINE):
        for line in table.splitlines():
            yield [cell.strip() for cell in line.strip("|").split("|")]


def bare(cell: str) -> str:
    return cell.strip("`")


def acting() -> dict[str, str]:
    """Give every public function of the actions with the package it is offered by."""
    found = {}
    for path in python_files("src"):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if "actions" in parts:
            for node in tree_of(path).body:
                if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                    found[node.name] = ".".join(parts[:2])
    return found


def rule_modules() -> list[str]:
    return [it.name for it in pkgutil.walk_packages(koinon.rules.__path__, "koinon.rules.")]


def test_every_action_is_documented_and_no_other() -> None:
    text = page("register.md")
    named = [*rows(text, "action", "in"), *rows(text, "part", "in")]
    assert {bare(row[0]): bare(row[1]) for row in named} == acting()


def test_every_question_to_the_register_is_documented_and_no_other() -> None:
    modules = {path.stem for path in (SOURCE / "register" / "queries").glob("[!_]*.py")}
    named = rows(page("register.md"), "module", "what it answers")
    assert {bare(row[0]) for row in named} == modules


def test_every_file_and_column_of_a_bundle_is_documented_in_order() -> None:
    described = {
        bare(file): [bare(name) for name in columns.split(", ")]
        for file, columns, _ in rows(page("bundle.md"), "file", "columns")
    }
    assert list(described) == list(FILES)
    assert {file: sorted(names) for file, names in described.items()} == {
        file: sorted(headers_of(table)) for file, table in FILES.items()
    }


def test_every_operator_is_documented_and_no_other() -> None:
    for name in rule_modules():
        importlib.import_module(name)
    assert {bare(row[0]) for row in rows(page("rules.md"), "operator")} == set(OPERATORS)


def test_every_function_of_the_rules_that_is_named_exists() -> None:
    named = [bare(row[0]) for row in rows(page("rules.md"), "function")]
    for name in named:
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(f"koinon.rules.{module}"), function))
    packages = {name.partition(".")[0] for name in named}
    folders = {path.name for path in (SOURCE / "rules").iterdir() if path.is_dir()}
    only_forms = {"completeness", "target", "vote", "window"}
    assert packages == folders - only_forms - {"__pycache__"}


def test_what_a_function_of_the_rules_raises_is_documented() -> None:
    untold = {}
    for cells in rows(page("rules.md"), "function"):
        module, _, function = bare(cells[0]).rpartition(".")
        doc = getattr(importlib.import_module(f"koinon.rules.{module}"), function).__doc__ or ""
        raised = {word for said in re.findall(r"Raises ([^;.]+)", doc) for word in _errors(said)}
        untold[function] = sorted(raised - set(_errors(cells[3])))
    assert {name: errors for name, errors in untold.items() if errors} == {}


def _errors(text: str) -> list[str]:
    return re.findall(r"\b[A-Z]\w+[A-Z]\w+\b|\bBad\w+", text)


@pytest.mark.parametrize(
    ("name", "heading", "words"),
    [("using.md", "half", Half), ("using.md", "state", State)],
)
def test_every_sign_is_explained_and_no_other(name: str, heading: str, words: type) -> None:
    explained = {bare(row[0]) for row in rows(page(name), heading, "what it means")}
    assert explained == {str(word) for word in words}  # type: ignore[attr-defined]


@pytest.mark.parametrize("words", [DueState, ProcedureState, Method])
def test_the_words_of_answers_stand_on_the_page_of_the_command_line(words: type) -> None:
    text = page("cli.md")
    missing = [str(word) for word in words if f"`{word}`" not in text]  # type: ignore[attr-defined]
    assert missing == []


def test_every_catalogue_is_documented_and_no_other() -> None:
    areas = {bare(row[0]) for row in rows(page("wording.md"), "area")}
    assert areas == set(read_catalogues(Language.GERMAN))


def test_the_glossary_has_the_words_of_the_screens() -> None:
    checked = 0
    for english, german, french, code, _ in rows(page("glossary.md"), "in the code"):
        if code:
            said = [" ".join(say(bare(code), it).split()) for it in ("en", "de", "fr")]
            assert said == [english, german, french]
            checked += 1
    assert checked > 5
