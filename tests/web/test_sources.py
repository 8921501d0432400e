"""The list of sources, and what each of them backs."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from koinon.overview.sources import Backed, source_page, sources
from koinon.register.models import Organisation, Population, Source, SourceType, Statement
from koinon.wording.catalogue import has
from tests.web.markup import page
from tests.web.places import LANGUAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def test_what_a_source_backs_is_counted_kind_by_kind() -> None:
    found = source_page("koeln-page")
    assert found is not None
    said = Statement.objects.filter(source__code="koeln-page", withdrawn_by=None)
    posts = said.filter(bond__kind="tenure").count()
    founded = Organisation.objects.filter(source__code="koeln-page").count()
    laid = sum(it.number for _, resting in found.rules for it in resting)
    assert found.backed == Backed(said.count() - posts, posts, len(found.figures), 0, founded, laid)
    assert laid > 10
    assert (len(found.ties), len(found.posts)) == (found.backed.ties, found.backed.posts)
    assert found.backed.ties > 5 < found.backed.figures


def test_of_many_numbers_the_first_are_shown_and_it_is_said_how_many() -> None:
    codes = Source.objects.filter(pk__in=Population.objects.values("source"))
    most = max(codes, key=lambda it: Population.objects.filter(source=it).count())
    found = source_page(most.code)
    assert found is not None
    assert len(found.populations) == 100 < found.backed.populations
    number = f"{found.backed.populations}"
    assert number in seen("en", f"sources/{most.code}/").one("main").text


def test_the_list_counts_what_the_pages_list() -> None:
    listed = sources().rows
    assert len(listed) == 50
    for row in listed[:10]:
        found = source_page(row.source.code)
        assert found is not None
        assert row.backed == found.backed


@pytest.mark.parametrize(
    ("words", "kind", "code"),
    [
        ("Zusammenarbeit", "", "koeln-page"),
        ("KÖLN", "city-page", "koeln-page"),
        ("", "statistics", "gv100ad-2023-11"),
        ("bundesamt", "", "gv100ad-2023-11"),
    ],
)
def test_sources_are_found_by_title_publisher_and_kind(words: str, kind: str, code: str) -> None:
    found = [row.source.code for row in sources(words=words, type_=kind).rows]
    assert code in found
    assert len(found) == len(set(found)) < 50


def test_nothing_found_is_said(client: Client) -> None:
    main = page(client.get("/de/sources/?q=xyzzy")).one("main")
    assert "Keine Quelle" in main.text
    assert main.one("input", id="words")["value"] == "xyzzy"


def test_the_next_page_keeps_what_was_asked(client: Client) -> None:
    main = page(client.get("/de/sources/?q=e")).one("main")
    (following,) = [it["href"] for it in main.all("a", href=None) if "after=" in it["href"]]
    assert following.startswith("?q=e&after=")
    assert client.get(f"/de/sources/{following}").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_source_has_a_page(client: Client, language: str) -> None:
    for code in Source.objects.values_list("code", flat=True)[:20]:
        main = page(client.get(f"/{language}/sources/{code}/")).one("main")
        assert main.one("h1").text
        assert [
            it for it in main.all("a", href=None) if it["href"].endswith(f"/{language}/sources/")
        ]


def test_a_source_nobody_knows_is_not_found(client: Client) -> None:
    assert client.get("/de/sources/nowhere/").status_code == 404


@pytest.mark.parametrize("kind", SourceType.values)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_source_has_a_name(kind: str, language: str) -> None:
    assert has(f"source-type.{kind}", language)


def test_the_questions_do_not_grow_with_what_is_backed() -> None:
    numbers = {}
    for code in ("koeln-page", "gv100ad-2023-11", "lau-2020"):
        with CaptureQueriesContext(connection) as asked:
            assert source_page(code) is not None
        numbers[code] = len(asked)
    assert max(numbers.values()) <= 16, numbers


def test_what_only_statutes_rest_on_is_listed_after_the_others_and_has_a_page(
    client: Client,
) -> None:
    codes, after = [], ""
    while True:
        shown = sources(after)
        codes += [row.source.code for row in shown.rows]
        after = shown.after
        if not after:
            break
    assert len(codes) == len(set(codes)) > 190
    assert "climate-alliance_fee-new" in codes
    assert [it for it in codes if it.startswith("cemr_ccre")] == []
    main = page(client.get("/de/sources/climate-alliance_fee-new/")).one("main")
    (rules,) = main.all("section", aria_labelledby="rules")
    assert "Klima-Bündnis" in rules.text
    assert "Beitrag" in rules.text
    assert "/de/networks/climate-alliance/#cost" in [it["href"] for it in rules.all("a")]
    assert "noch nichts" not in main.text


def test_a_source_of_register_and_statutes_names_the_rules_that_rest_on_it(client: Client) -> None:
    main = page(client.get("/de/sources/cemr-2025/")).one("main")
    assert "Amtszeit" in main.one("section", aria_labelledby="rules").text
    rows = {row.source.code: row.backed for row in sources(words="satzung", type_="").rows}
    assert rows
    assert all(backed.rules for backed in rows.values())
