"""The JSON Schema of a document, made from the types that read it.

``python -m koinon.statutes.schema`` writes it to standard output, as it stands in the docs.
"""

import json
import sys
from fractions import Fraction
from typing import Any

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.duration import Duration
from koinon.statutes.document import Statute
from koinon.statutes.vocabulary import LANGUAGES

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
_OWN: dict[type, dict[str, Any]] = {
    Bound: {
        "type": "string",
        "pattern": rf"^((by |after )?{_DAY}|{_DAY}\.\.{_DAY})$",
        "description": "A day as roughly as it is known.",
        "examples": ["2018-07-12", "2018-07", "2018", "by 2018", "after 2018", "2018..2021"],
    },
    Duration: {
        "type": "string",
        "pattern": r"^[1-9]\d{0,3} (day|week|month|year)s?$",
        "description": "A length of time.",
        "examples": ["3 weeks", "1 month", "2 years"],
    },
    Fraction: {
        "type": "string",
        "pattern": r"^(\d+(\.\d+)? ?%|\d+/[1-9]\d*)$",
        "description": "A share above 0 and up to 1.",
        "examples": ["40 %", "1/3"],
    },
}


_WORDS: dict[str, Any] = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "propertyNames": {"enum": sorted(LANGUAGES)},
    "description": "Words by language; mul for every language.",
}


def json_schema() -> dict[str, Any]:
    """Describe a document for editors and validators."""
    schema = msgspec.json.schema(Statute, schema_hook=_OWN.__getitem__)
    parts = schema["$defs"]
    shared = {"day": _OWN[Bound], "duration": _OWN[Duration], "share": _OWN[Fraction]}
    tidied = {_short(name): _tidied(part, shared) for name, part in parts.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": _tidied(schema, shared)["$ref"],
        "$defs": {**tidied, **shared, "words": _WORDS},
    }


def written() -> str:
    """Write the schema as the file in the docs holds it."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _short(name: str) -> str:
    """Name a type that shares its name by its kind of rule: cycle.After."""
    parts = name.split(".")
    return f"{parts[-3]}.{parts[-1]}" if parts[-2:-1] == ["forms"] else parts[-1]


def _tidied(part: Any, shared: dict[str, dict[str, Any]]) -> Any:
    """Let what is said again and again be said once, and types have short names."""
    if isinstance(part, list):
        return [_tidied(item, shared) for item in part]
    if not isinstance(part, dict):
        return part
    rest = {key: value for key, value in part.items() if key != "default"}
    default = {key: value for key, value in part.items() if key == "default"}
    if rest == {"type": "object", "additionalProperties": {"type": "string"}}:
        return {"$ref": "#/$defs/words", **default}
    for name, said in shared.items():
        if rest == said:
            return {"$ref": f"#/$defs/{name}", **default}
    if part.get("format") == "decimal":
        # Documents write numbers as TOML numbers and never in quotes.
        return {"type": "number", **default}
    # A discriminator is no word of JSON Schema; each form already names its own tag.
    tidied = {key: _tidied(value, shared) for key, value in part.items() if key != "discriminator"}
    if "$ref" in part:
        start, _, name = part["$ref"].rpartition("/")
        tidied["$ref"] = f"{start}/{_short(name)}"
    return tidied


if __name__ == "__main__":
    sys.stdout.write(written())
