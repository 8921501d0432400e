"""The docs describe every table, form and key, and their examples are good documents."""

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec import inspect

from koinon.rules.rule import Rule
from koinon.statutes import vocabulary
from koinon.statutes.document import RULE_KINDS, Statute
from koinon.statutes.reader import statute_of
from koinon.statutes.shape import type_of

FOLDER = Path(__file__).parents[2] / "docs" / "statutes"
FORMAT = (FOLDER / "format.md").read_text(encoding="utf-8")
FORMS = (FOLDER / "forms.md").read_text(encoding="utf-8")
COMMON = frozenset(Rule.__struct_fields__)


def _blocks(text: str) -> list[str]:
    return re.findall(r"```toml\n(.*?)```", text, re.DOTALL)


def _forms() -> Iterator[tuple[str, inspect.StructType]]:
    statute = type_of(Statute)
    assert isinstance(statute, inspect.StructType)
    for field in statute.fields:
        if field.name in RULE_KINDS:
            assert isinstance(field.type, inspect.VarTupleType)
            item = field.type.item_type
            for form in item.types if isinstance(item, inspect.UnionType) else (item,):
                assert isinstance(form, inspect.StructType)
                yield field.name, form


def _sections() -> dict[str, str]:
    parts = re.split(r"^### (.+)$", FORMS, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _inner_structs(kind: inspect.Type) -> Iterator[inspect.StructType]:
    match kind:
        case inspect.StructType(cls=cls) if cls.__name__ != "Condition":
            yield kind
            for field in kind.fields:
                yield from _inner_structs(field.type)
        case inspect.VarTupleType(item_type=inner) | inspect.Metadata(type=inner):
            yield from _inner_structs(inner)
        case inspect.UnionType(types=types):
            for inner in types:
                yield from _inner_structs(inner)


def test_the_examples_together_are_one_good_document() -> None:
    text = "\n".join([*_blocks(FORMAT), *_blocks(FORMS)])
    statute = statute_of(tomllib.loads(text, parse_float=Decimal), "docs")
    built = {(kind, rule.form) for kind in RULE_KINDS for rule in getattr(statute, kind)}
    assert built == {(kind, str(form.tag)) for kind, form in _forms()}


def test_every_form_has_a_section_and_no_other_has() -> None:
    assert list(_sections()) == [f"{kind}: {form.tag}" for kind, form in _forms()]


@pytest.mark.parametrize(
    ("kind", "form"),
    [pytest.param(kind, form, id=f"{kind}-{form.tag}") for kind, form in _forms()],
)
def test_every_key_of_a_form_is_described(kind: str, form: inspect.StructType) -> None:
    section = _sections()[f"{kind}: {form.tag}"]
    listed = re.findall(r"^- (\*\*)?`(\w+)`", section, re.MULTILINE)
    own = {field.encode_name: field.required for field in form.fields if field.name not in COMMON}
    assert {name: bool(bold) for bold, name in listed} == own
    (example, *_) = _blocks(section)
    inner = {
        field.encode_name
        for part in _inner_structs(form)
        if part is not form
        for field in part.fields
    }
    assert sorted(name for name in inner if f"`{name}`" not in section) == []
    assert f'form = "{form.tag}"' in example


@pytest.mark.parametrize("name", sorted({*Statute.__struct_fields__} - {*RULE_KINDS}))
def test_every_table_of_the_head_is_described(name: str) -> None:
    assert f"`{name}`" in FORMAT or f"[{name}]" in FORMAT


def test_the_keys_of_nouns_and_rules_are_described() -> None:
    statute: Any = type_of(Statute)
    parts = [
        part
        for field in statute.fields
        if field.name not in RULE_KINDS
        for inner in (getattr(field.type, "value_type", field.type),)
        for part in _inner_structs(inner)
    ]
    names = {field.encode_name for part in parts for field in part.fields} | COMMON
    text = FORMAT + "\n"
    missing = {name for name in names if f"`{name}`" not in text and f"{name} =" not in text}
    assert missing == set()


def test_the_fixed_words_are_those_of_the_code() -> None:
    actors = FORMAT.partition("one of these words:")[2].partition("\n\n")[0]
    events = FORMAT.partition("one of these events:")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z-]+)`", actors)) == vocabulary.ACTORS
    assert set(re.findall(r"`([a-z-]+)`", events)) == vocabulary.EVENTS
