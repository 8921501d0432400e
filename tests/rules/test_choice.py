"""Which versions of rules govern what began on one day, asked about on another."""

from datetime import date

import pytest

from koinon.rules.bound import Bound
from koinon.rules.choice import versions_for
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule
from koinon.rules.term.forms import Length
from koinon.rules.trace import RuleRef


def version(name: str, code: str, start: str, end: str) -> AppliedRule[Length]:
    rule = Length(code=code, of=("board",), valid_from=Bound.parse(start), source="example")
    ref = RuleRef(network="example", kind="term", form="length", code=code, valid_from=name)
    return AppliedRule(rule=rule, ref=ref, validity=Period(Bound.parse(start), Bound.parse(end)))


RULES = (
    version("old", "board", "2000-01-01", "2010-01-01"),
    version("perhaps older", "board", "by 2012", "9999-12-31"),
    version("other", "chair", "by 2005", "9999-12-31"),
)


@pytest.mark.parametrize(
    ("began", "day", "expected"),
    [
        ("2002-01-01", "2003-01-01", ["old"]),
        ("2002-01-01", "2020-01-01", ["old", "other"]),
        ("2006-01-01", "2006-01-01", ["old", "other"]),
        ("2011-01-01", "2011-06-01", ["other"]),
        ("2011-01-01", "2013-01-01", ["perhaps older", "other"]),
        ("1999-01-01", "2001-01-01", []),
    ],
)
def test_versions(began: str, day: str, expected: list[str]) -> None:
    found = versions_for(RULES, date.fromisoformat(began), date.fromisoformat(day))
    assert [item.ref.valid_from for item in found] == expected
