"""Every fault and every fixed word of documents can be said, in each language."""

import ast
from pathlib import Path

import pytest

import koinon.statutes
from koinon.statutes import vocabulary
from koinon.statutes.checks.targets import NOUNS, TARGETS
from koinon.statutes.values import CODES
from koinon.wording.catalogue import has, sentence
from koinon.wording.language import Language

FOLDER = Path(koinon.statutes.__file__).parent
WORDS = {
    "statute.actor": vocabulary.ACTORS,
    "statute.event": vocabulary.EVENTS,
    "statute.factor": vocabulary.FACTORS,
    "statute.followed": vocabulary.FOLLOWED,
    "statute.paid": vocabulary.PAID,
    "statute.per": vocabulary.PER,
    "statute.rest-by": vocabulary.REST_BY,
}


def _fault_codes() -> set[str]:
    """Find the codes that the code hands to ``fault``, and to errors about unknown codes."""
    codes = {f"bad-{name}" for name in CODES.values()}
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"fault": 1, "NoSuchNetwork": 0, "NoSuchCode": 0}.get(node.func.id)
                if place is not None and isinstance(node.args[place], ast.Constant):
                    codes.add(str(ast.literal_eval(node.args[place])))
    for what in ("body", "grade", "strand"):
        codes |= {f"no-{what}-of", f"no-such-{what}-of", f"no-such-{what}-of-near"}
    return codes


def _wanted() -> set[str]:
    nouns = {target.noun for fields in TARGETS.values() for target in fields.values()}
    return (
        {f"statute.fault.{code}" for code in _fault_codes()}
        | {f"statute.noun.{noun}" for noun in (*nouns, *NOUNS, "country-class")}
        | {f"{area}.{word}" for area, words in WORDS.items() for word in words}
    )


@pytest.mark.parametrize("language", list(Language))
def test_everything_can_be_said(language: str) -> None:
    assert len(_fault_codes()) > 70
    assert sorted(code for code in _wanted() if not has(code, language)) == []


def test_nothing_is_kept_that_nobody_says() -> None:
    text = (FOLDER.parent / "wording/catalogues/en/statute.po").read_text(encoding="utf-8")
    kept = {line.split('"')[1] for line in text.splitlines() if line.startswith('msgid "statute.')}
    extra = {code for code in kept - _wanted() if not code.startswith("statute.wanted.")}
    assert extra == {"statute.fault.in-rule", "statute.check.good", "statute.population"}


def test_a_fault_ends_with_a_full_stop() -> None:
    for language in Language:
        for code in _fault_codes():
            assert sentence(f"statute.fault.{code}", language).endswith((".", '".')), code
