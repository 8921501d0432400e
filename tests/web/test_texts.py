"""Imprint, privacy, accessibility, easy language, and how to report a barrier."""

from datetime import date

import pytest
from django.test import Client, override_settings

from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.register.actions import write_texts
from koinon.register.drafts import SiteTextDraft
from koinon.register.models import SiteText
from koinon.web.public.texts import TEXTS
from tests.web.markup import Element, page
from tests.web.places import LANGUAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DAY = "?on=2026-11-22"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", TEXTS)
def test_each_text_of_the_demonstration_is_there_in_each_language(code: str, language: str) -> None:
    main = seen(language, f"{code}/{DAY}").one("main")
    assert len(main.all("h2")) >= 3
    assert main.all("p", class_="remark") == []
    assert main.all(class_="unknown") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_stands_in_a_text_with_its_source(language: str) -> None:
    main = seen(language, f"easy-language/{DAY}").one("main")
    assert "200" in main.one(class_="figure").text
    (link,) = [it for it in main.all("a", href=None) if "/sources/" in it["href"]]
    assert link["href"].startswith(f"/{language}/sources/?at=")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_without_a_version_leads_to_todays(client: Client, language: str) -> None:
    main = page(client.get(f"/{language}/imprint/", {"on": "2015-06-01"})).one("main")
    assert main.all(class_="prose text imprint") == []
    assert "2015" in main.one("p", class_="lead").text
    assert main.one(class_="title").one("a", href=f"/{language}/imprint/").text
    assert main.one("input", id="on")["value"] == "2015-06-01"


def test_a_site_without_a_text_says_that_there_is_none(client: Client) -> None:
    SiteText.objects.filter(code="imprint").update(withdrawn_by=Entry.objects.latest("number"))
    main = page(client.get("/en/imprint/")).one("main")
    assert main.one(class_="lead").text.startswith("There is no text here for this day")


def write(language: str, **changes: object) -> None:
    values: dict[str, object] = {
        "code": "imprint",
        "language": language,
        "valid_from": date(2027, 1, 1),
        "written_on": date(2027, 1, 1),
        "title": "Rivertown",
        "body": "Words",
    }
    draft = SiteTextDraft(**(values | changes))  # type: ignore[arg-type]
    write_texts(texts=[draft], by=Actor.system("test"))


def imprint(client: Client, language: str, day: str = "2027-02-01") -> Element:
    return page(client.get(f"/{language}/imprint/", {"on": day})).one("main")


def test_what_is_typed_into_a_text_is_never_markup(client: Client) -> None:
    body = (
        "# Big\n\n<script>alert(1)</script> <b onclick='x()'>b</b> ![p](http://e.eu/p.png)\n\n"
        "[bad](javascript:alert(1)) [good](https://e.eu) [x](/y '[[a.b.c]]') `[[a.b.stated]]`"
    )
    write("de", body=body)
    main = imprint(client, "de")
    assert [main.all(tag) for tag in ("script", "b", "img")] == [[], [], []]
    hrefs = {link["href"] for link in main.one(class_="prose text imprint").all("a", href=None)}
    assert {it for it in hrefs if not it.startswith("/de/sources")} == {
        "https://e.eu",
        "/y?on=2027-02-01",
        "http://e.eu/p.png",
    }
    assert "<script>alert(1)</script>" in main.text
    assert main.all("h2")[0].text == "Big"
    assert "[[a.b.stated]]" in main.one("code").text


@pytest.mark.parametrize(
    ("language", "word"), [("de", "unbekannt"), ("en", "unknown"), ("fr", "inconnu")]
)
def test_a_figure_nobody_knows_reads_unknown(client: Client, language: str, word: str) -> None:
    write(language, body="Members: [[nobody.members.stated]].")
    assert imprint(client, language).one(class_="unknown").text == word


def test_another_language_is_marked_and_said(client: Client) -> None:
    write("de", code="extra")
    write("de", code="imprint", valid_from=date(1990, 1, 1), body="Früher")
    main = imprint(client, "fr", "1999-01-01")
    assert main.one("h1")["lang"] == "de"
    assert main.one(class_="prose text imprint")["lang"] == "de"
    assert "allemand" in main.one("p", class_="remark").text


def test_a_translation_older_than_its_original_leads_to_it(client: Client) -> None:
    write("de", written_on=date(2027, 1, 20))
    write("fr", translates="de")
    remark = imprint(client, "fr").one("p", class_="remark")
    assert "20 janvier 2027" in remark.text.replace("\xa0", " ")
    assert remark.one("a")["href"] == "/de/imprint/?on=2027-02-01"
    assert imprint(client, "de").all("p", class_="remark") == []


def test_without_an_address_nothing_is_promised(client: Client) -> None:
    main = page(client.get("/de/accessibility/report/?page=/de/cities/koeln/")).one("main")
    said = main.one(class_="prose text")
    hrefs = [link["href"] for link in said.all("a", href=None)]
    assert hrefs == ["/de/imprint/", "http://testserver/de/cities/koeln/"]
    assert said.all("form") == []


@override_settings(KOINON_DEMO=True)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_demonstration_does_not_lead_to_an_imprint_that_names_nobody(language: str) -> None:
    main = seen(language, "accessibility/report/?page=/de/cities/koeln/").one("main")
    said = main.one(class_="prose text")
    assert "Koinon" in said.text
    assert "KOINON_" not in said.text, "no visitor knows what a setting is"
    hrefs = [link["href"] for link in said.all("a", href=None)]
    assert "http://testserver/de/cities/koeln/" in hrefs, "the page, whatever its language"


@override_settings(KOINON_CONTACT="office@rivertown.eu")
def test_a_mail_names_the_page(client: Client) -> None:
    main = page(
        client.get("/en/accessibility/report/?page=/en/cities/koeln/%3Fon%3D2015-06-01")
    ).one("main")
    mail = main.one("a", class_="kern-btn kern-btn--primary")["href"]
    assert mail.startswith("mailto:office@rivertown.eu?subject=Barrier")
    assert "http%3A//testserver/en/cities/koeln/%3Fon%3D2015-06-01%0A" in mail


@pytest.mark.parametrize(
    "named", ["https://evil.eu/", "//evil.eu/", "javascript:alert(1)", "/nonsense", "x" * 5000, ""]
)
def test_no_other_page_is_named(client: Client, named: str) -> None:
    response = client.get("/de/accessibility/report/", {"page": named})
    said = page(response).one("main").one(class_="prose text")
    links = [it["href"] for it in said.all("a", href=None)]
    assert (response.status_code, links) == (200, ["/de/imprint/"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_leads_to_the_texts(language: str) -> None:
    footer = seen(language, "cities/koeln/?on=2015-06-01").one("footer")
    hrefs = {link["href"] for link in footer.all("a", href=None)}
    assert {f"/{language}/{code}/?on=2015-06-01" for code in TEXTS} <= hrefs
    report = f"/{language}/accessibility/report/"
    assert (
        f"{report}?page=%2F{language}%2Fcities%2Fkoeln%2F%3Fon%3D2015-06-01&on=2015-06-01" in hrefs
    )
    again = seen(language, "accessibility/report/").one("footer")
    assert report in {link["href"] for link in again.all("a", href=None)}
