"""A text of the site is shown in the reader's language, or in the nearest there is."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.history.actor import Actor
from koinon.overview.texts import text_on
from koinon.register.actions import add_figures, add_organisations, write_texts
from koinon.register.drafts import FigureDraft, OrganisationDraft, SiteTextDraft, SourceDraft
from koinon.rules.bound import Bound

pytestmark = pytest.mark.django_db

SYSTEM = Actor.system("test")
DAY = date(2024, 6, 1)


def write(language: str, *, translates: str = "", written: str = "2024-01-01", body: str) -> None:
    text = SiteTextDraft(
        code="imprint",
        language=language,
        valid_from=date(2024, 1, 1),
        written_on=date.fromisoformat(written),
        translates=translates,
        title=f"Title {language}",
        body=body,
    )
    write_texts(texts=[text], by=SYSTEM)


def test_before_the_first_version_there_is_no_text_and_todays_is_known() -> None:
    write("de", body="x")
    before = date(2023, 12, 31)
    page = text_on("imprint", "de", before, today=DAY)
    assert (page.on, page.text, page.versions) == (before, None, (date(2024, 1, 1),))
    assert page.holds_today
    assert not text_on("imprint", "de", before, today=before).holds_today
    assert text_on("nothing", "de", DAY, today=DAY).text is None


def test_another_language_stands_in_and_says_which() -> None:
    write("de", body="x")
    for language in ("de", "fr", "en"):
        page = text_on("imprint", language, DAY, today=DAY)
        assert page.text is not None
        assert page.text.language == "de"


def test_a_translation_older_than_its_original_says_so() -> None:
    write("de", body="x", written="2024-03-01")
    write("fr", body="y", translates="de")
    write("en", body="z", translates="de", written="2024-03-01")
    shown = {
        language: text_on("imprint", language, DAY, today=DAY).text
        for language in ("de", "fr", "en")
    }
    newer = {language: text.newer_original for language, text in shown.items() if text}
    assert newer == {"de": None, "fr": date(2024, 3, 1), "en": None}


@pytest.fixture
def figures() -> None:
    add_organisations(
        organisations=[OrganisationDraft(code="league", kind="network")],
        sources=[SourceDraft(code="page", title="Page", type="press")],
        by=SYSTEM,
    )
    rows = [
        ("stated", "2020", 5),
        ("stated", "2023", 7),
        ("stated", "2025", 9),
        ("counted", "2019", 4),
    ]
    add_figures(
        figures=[
            FigureDraft(
                organisation="league",
                measure="members",
                value=Decimal(value),
                basis=basis,
                dated=Bound.parse(year),
                source="page",
            )
            for basis, year, value in rows
        ],
        by=SYSTEM,
    )


@pytest.mark.usefixtures("figures")
def test_figures_are_the_latest_of_the_day_and_never_mixed() -> None:
    write(
        "de", body="[[league.members.stated]] [[league.members.counted]] [[x.members.stated]] [[y]]"
    )
    with CaptureQueriesContext(connection) as asked:
        page = text_on("imprint", "de", DAY, today=DAY)
    assert page.text is not None
    values = {name: figure and figure.value for name, figure in page.text.figures.items()}
    assert values == {
        "league.members.stated": 7,
        "league.members.counted": 4,
        "x.members.stated": None,
        "y": None,
    }
    assert len(asked) == 2
