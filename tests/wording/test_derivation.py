"""A trace is laid out in rows: inputs, result, quiet limits, sources as footnotes."""

from decimal import Decimal

import pytest

import koinon.rules.operators  # noqa: F401 - its operators make the trace
from koinon.rules.trace import RuleRef, SourceRef, Trace, derive, given
from koinon.wording.derivation import Footnote, Row, explain, written_value

COUNT = SourceRef(code="count", title="Gemeindeverzeichnis", dated="2023-11-30")
PAGE = SourceRef(code="page", title="Mitglied werden", dated="2023", url="https://example.org/")
RULE = RuleRef(
    network="climate-alliance",
    kind="fee",
    form="rate",
    code="municipality",
    valid_from="2023-01-01",
    sources=(PAGE,),
    note={"de": "Unsere Lesart.", "en": "Our reading.", "fr": "Notre lecture."},
)


def fee() -> Trace:
    product = derive(
        "fee.product",
        "multiply",
        given("fee.population", 1_084_831, "persons", source=COUNT),
        given("fee.rate", Decimal("0.0085"), "EUR", rule=RULE),
        unit="EUR",
    )
    return derive("fee.amount", "round", product, unit="EUR", places=2, mode="half-up", rule=RULE)


def test_rows_say_what_came_from_where() -> None:
    found = explain(fee(), "de")
    assert found.rows[0] == Row("", "Einwohner", "1.084.831", "30.11.2023", (1,), False, False)
    assert [(row.sign, row.value) for row in found.rows[1:]] == [
        ("×", "0,0085\N{NO-BREAK SPACE}€"),
        ("=", "9.221,0635\N{NO-BREAK SPACE}€"),
        ("=", "9.221,06\N{NO-BREAK SPACE}€"),
    ]
    assert found.rows[-1].is_result


def test_the_rule_and_its_year_lead() -> None:
    found = explain(fee(), "en")
    assert (found.rule, found.dated, found.url) == (
        "Mitglied werden",
        "2023",
        "https://example.org/",
    )
    assert found.remarks == ("Our reading.",)


def test_sources_are_footnotes_each_once() -> None:
    assert explain(fee(), "fr").footnotes == (
        Footnote(
            1, "Gemeindeverzeichnis", "30\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2023", ""
        ),
        Footnote(2, "Mitglied werden", "2023", "https://example.org/"),
    )


@pytest.mark.parametrize(
    ("name", "code", "german", "french"),
    [
        ("eligibility.held.kind", "municipality", "Stadt oder Gemeinde", "ville ou commune"),
        ("eligibility.held.places", "DE", "Deutschland", "Allemagne"),
        ("eligibility.held.places", "DEA2", "DEA2", "DEA2"),
    ],
)
def test_what_somebody_is_and_where_is_named_and_no_code(
    name: str, code: str, german: str, french: str
) -> None:
    held = given(name, (code,))
    assert [written_value(held, language) for language in ("de", "fr")] == [german, french]
