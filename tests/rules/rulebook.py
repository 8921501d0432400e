"""Rules and cases of a worked example, written as a statute document writes its rules."""

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest

from koinon.rules.answer import Reason
from koinon.rules.condition import Group
from koinon.rules.rule import AppliedRule, Rule
from koinon.rules.trace import RuleRef, SourceRef, Trace, recompute
from koinon.rules.version import validities
from koinon.statutes.values import decode
from koinon.wording.derivation import explain
from koinon.wording.language import Language
from koinon.wording.say import say, say_reason


class Rulebook:
    """One file of rules with the cases that they are tried on."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.tables = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        self.groups = msgspec.convert(self.tables.get("groups", {}), dict[str, Group])

    def applied(self, kind: str, form: Any) -> tuple[AppliedRule[Any], ...]:
        """Convert the tables of one kind as calculations take them."""
        tables = [{"source": "example", **table} for table in self.tables[kind]]
        rules: list[Rule] = msgspec.convert(tables, list[form], dec_hook=decode)
        return tuple(
            AppliedRule(rule=rule, ref=self._reference(kind, rule), validity=validity)
            for rule, validity in validities(rules)
        )

    def _reference(self, kind: str, rule: Rule) -> RuleRef:
        return RuleRef(
            network=self.name,
            kind=kind,
            form=rule.form,
            code=rule.code,
            valid_from=str(rule.valid_from),
            sources=(SourceRef(code=rule.source, title="An example"),),
        )


def cases_in(folder: Path) -> list[Any]:
    """List the cases of all files in a folder, each with its rulebook."""
    found = [
        pytest.param(book, case, id=f"{book.name}: {case['name']}")
        for path in sorted(folder.glob("*.toml"))
        for book in (Rulebook(path),)
        for case in book.tables["case"]
    ]
    assert found, f"no cases in {folder}"
    return found


def written(value: Any) -> Any:
    """Write a value as an example file does: amounts, shares and days as text, codes plain."""
    match value:
        case Reason():
            return {"code": value.code, **written(value.params)} if value.params else value.code
        case Decimal() | Fraction():
            return str(value)
        case dict():
            return {key: written(item) for key, item in value.items() if item is not None}
        case list() | tuple():
            return [written(item) for item in value]
        case frozenset():
            return sorted(value)
    return value


def without_empty(**fields: Any) -> dict[str, Any]:
    """Leave out what is empty, as an example file does; keep no, zero and none at all apart."""
    return {key: written(item) for key, item in fields.items() if item not in ((), "", None)}


def nodes(trace: Trace) -> Iterator[Trace]:
    """Walk a trace, inputs first."""
    for item in trace.inputs:
        yield from nodes(item)
    yield trace


def assert_holds_together(*traces: Trace) -> None:
    """Every node of every trace computes again to its own value."""
    for trace in traces:
        for node in nodes(trace):
            assert recompute(node) == node.value


def assert_can_be_said(trace: Trace, *reasons: Reason | None) -> None:
    """Trace and reasons have their words in every language."""
    for language in Language:
        explain(trace, language)
        for node in nodes(trace):
            assert "{" not in say(node.name, language, **node.params)
        for reason in filter(None, reasons):
            assert "{" not in say_reason(reason, language)
