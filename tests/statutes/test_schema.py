"""The JSON Schema in the docs is the one the types give."""

import json
import re
from pathlib import Path

from koinon.statutes.document import Statute
from koinon.statutes.schema import json_schema, written

SCHEMA = Path(__file__).parents[2] / "docs" / "statutes" / "schema.json"


def test_the_schema_in_the_docs_is_current() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == written(), (
        "write it anew: python -m koinon.statutes.schema > docs/statutes/schema.json"
    )


def test_the_schema_names_every_table_and_nothing_that_is_missing() -> None:
    schema = json_schema()
    assert set(schema["$defs"]["Statute"]["properties"]) == set(Statute.__struct_fields__)
    wanted = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))
    assert wanted - set(schema["$defs"]) == set()
