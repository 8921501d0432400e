"""What is missing in which language, or older than its original."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.history.actor import Actor
from koinon.overview.languages import Share, languages_on
from koinon.register.actions import (
    add_bodies,
    add_bonds,
    add_organisations,
    add_posts,
    state,
    write_texts,
)
from koinon.register.drafts import (
    BodyDraft,
    BondDraft,
    OrganisationDraft,
    OrganisationNameDraft,
    PostDraft,
    SiteTextDraft,
    SourceDraft,
    StatementDraft,
)
from koinon.rules.bound import Bound

pytestmark = pytest.mark.django_db

SYSTEM = Actor.system("test")
DAY = date(2024, 6, 1)


def write_notes(*notes: dict[str, str]) -> None:
    statements = [
        StatementDraft(
            bond="x",
            number=number,
            source="page",
            grade="member",
            valid_from=Bound.parse("2020"),
            stated_on=DAY,
            note=note,
        )
        for number, note in enumerate(notes, 1)
    ]
    state(statements=statements, by=SYSTEM)


def write_imprint(language: str, translates: str, day: int) -> None:
    text = SiteTextDraft(
        code="imprint",
        language=language,
        valid_from=date(2024, 1, 1),
        written_on=date(2024, 1, day),
        translates=translates,
        title="T",
        body="B",
    )
    write_texts(texts=[text], by=SYSTEM)


@pytest.fixture(autouse=True)
def register() -> None:
    names = [("town", "mul"), ("league", "de"), ("league", "fr"), ("pact", "en")]
    add_organisations(
        organisations=[
            OrganisationDraft(code=code, kind=kind)
            for code, kind in (("town", "municipality"), ("league", "network"), ("pact", "network"))
        ],
        names=[OrganisationNameDraft(organisation=it, language=to, name=it) for it, to in names],
        sources=[SourceDraft(code="page", title="Page", type="press")],
        by=SYSTEM,
    )
    add_posts(
        posts=[
            PostDraft(organisation="town", code="a", kind="office", names={"de": "A", "en": "A"})
        ],
        by=SYSTEM,
    )
    add_bodies(bodies=[BodyDraft(organisation="town", code="b", names={"en": "B"})], by=SYSTEM)
    add_bonds(
        bonds=[BondDraft(code="x", kind="membership", party="town", counterpart="league")],
        by=SYSTEM,
    )
    write_notes({"de": "n"}, {})
    write_imprint("de", "", 2)
    write_imprint("fr", "de", 1)


def shares(language: str) -> dict[str, Share]:
    found = {item.language: item.shares for item in languages_on("de", DAY).languages}
    return {share.what: share for share in found[language]}


@pytest.mark.parametrize(
    ("what", "total", "lacking"),
    [
        ("organisations", 3, {"de": 1, "en": 1, "fr": 1}),
        ("posts", 1, {"de": 0, "en": 0, "fr": 1}),
        ("bodies", 1, {"de": 1, "en": 0, "fr": 1}),
        ("notes", 1, {"de": 0, "en": 1, "fr": 1}),
        ("texts", 1, {"de": 0, "en": 1, "fr": 0}),
        ("sentences", None, {"de": 0, "en": 0, "fr": 0}),
    ],
)
def test_what_each_language_lacks_is_counted(
    what: str, total: int | None, lacking: dict[str, int]
) -> None:
    found = {language: shares(language)[what] for language in lacking}
    assert {language: share.missing for language, share in found.items()} == lacking
    if total is not None:
        assert {share.total for share in found.values()} == {total}


def test_a_translation_written_before_its_original_is_older() -> None:
    assert [shares(language)["texts"].older for language in ("de", "en", "fr")] == [0, 0, 1]
    assert languages_on("fr", DAY).lacking.older_texts == ("imprint",)
    assert languages_on("en", DAY).lacking.texts == ("imprint",)
    assert languages_on("en", date(2023, 1, 1)).lacking.texts == ()


def test_what_a_language_lacks_is_named() -> None:
    for language, code in (("de", "pact"), ("fr", "pact"), ("en", "league")):
        found = languages_on(language, DAY).lacking.organisations
        assert [item.code for item in found] == [code]


def test_statutes_that_lack_words_are_named_with_how_many() -> None:
    lacking = languages_on("fr", DAY).lacking.statutes
    assert sum(item.missing for item in lacking) == shares("fr")["statutes"].missing
    assert shares("de")["statutes"].missing == 0
    assert shares("de")["statutes"].total > 500


def test_the_questions_are_few() -> None:
    languages_on("de", DAY)
    with CaptureQueriesContext(connection) as asked:
        languages_on("de", DAY)
    assert len(asked) == 7
