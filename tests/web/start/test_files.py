"""The three files to take along, with all that they contain."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from docx.oxml.ns import qn
from icalendar import Calendar

from koinon.overview.visit.answers import Added, Head, Mark, Visit
from koinon.web.public.start.carried import sealed
from tests.web.places import LANGUAGES
from tests.web.start.files import Letter, Workbook, download

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo", "noon")]

TYPED = Visit(
    name="Musterstadt",
    country="DE",
    population=120_000,
    added=(Added("RCN", "rainbow-cities"), Added("=Netz"), Added("Mayors", "mayors-for-peace")),
    head=Head(Mark.NO, "Maria Muster", "2020-11"),
)
COLOGNE = Visit(
    city="koeln",
    marks={"koeln-eurocities": Mark.NO, "koeln-rainbow-cities": Mark.YES},
    added=(Added("ICLEI"),),
    head=Head(Mark.NO, "Maria Muster", "2020"),
)
DAY_ONE = date(1899, 12, 30)
"""The day that Excel counts days from."""

RAINBOW, PEACE = "Rainbow Cities Network", "Mayors for Peace"
DISPUTED = "2011–2012 oder 17.5.2015 (abweichende Angaben)"
NO_RULES = "Die Regeln dieses Netzwerks sind hier nicht bekannt."
BY_YOU = ("von Ihnen ergänzt", "nur von Ihnen genannt")
BANDS = """Einwohner: 120.000 (vorgegeben)
= Beitrag bis 300.000 Einwohner: 1.000,00\xa0€
Die Quelle schreibt für die oberste Stufe „über 750.001“ und lässt damit offen, wohin genau \
750.001 gehört; hier steht es bei der obersten."""
ASKED = """erbeten, nicht geschuldet
Der Beitrag hängt auch ab von: Teil des Netzwerks, zu dem man gehört.
Nach einer anderen Quelle: mindestens 20,00 €, freiwillig („Beitritt zu Mayors for Peace, Vorlage“).
Nach einer anderen Quelle: kostenfrei („Mitglied werden“); ob das gilt, ist nicht sicher.
Je nachdem, wie Ihre Stadt dazugehört: weltweites Bündnis: 2.000\xa0¥; Europäisches Chapter: \
Für diese Organisation ist keine Beitragsregel bekannt."""
FLAT = """Fester Beitrag: 2.000\xa0¥
2013 beschlossen, seit 2015 erbeten. Befreiung ist möglich; wer nicht zahlt, bleibt Mitglied."""
FLAG = """im Jahr: {year} (vorgegeben)
= fällig am: 8.7.{year}
Eine Einladung, keine Pflicht; in Deutschland seit 2011 auf Anregung Hannovers."""
SHEET = """im Jahr: {year} (vorgegeben)
= fällig am: {year}
Ein Tag im Jahr ist nicht genannt."""
MEETING = "Wann das Gremium tagt, ist nicht verzeichnet."
UPDATE = "Blatt zur Politik der Stadt auf den neuesten Stand bringen"
FLAG_SOURCES = """Pressemitteilung Treptow-Köpenick zum Flaggentag, Juli\xa02021
Flaggentag: Aufruf zur Beteiligung am 8. Juli, 2022"""
SHEET_SOURCES = """Join the network, 2016
Beitritt zum Rainbow Cities Network, Vorlage vom Mai 2015, Mai\xa02015"""
FLAT_SOURCES = """Join us, 2018
Mayors for Peace conference adopts action plan to advance nuclear abolition, August\xa02013"""
SHEETS = {
    "Wozu die Stadt gehört": "Wozu die Stadt nach Quellen und nach Ihren Antworten gehört. "
    "Arten der Zugehörigkeit werden nie zusammengezählt.",
    "Beiträge": "Was die Netzwerke in diesem Jahr kosten, soweit ihre Regeln bekannt sind, "
    "mit Rechenweg. Währungen werden nicht umgerechnet.",
    "Termine": "Was in den nächsten zwei Jahren fällig ist; zuletzt, was keinen bekannten Tag hat.",
    "Sitze": "Was frei wird, wenn die Person an der Spitze geht.",
    "Abweichendes": "Zu dieser Stadt kennen wir keine Quelle; es gibt nichts zu vergleichen.",
    "Quellen": "Alle Quellen, auf denen diese Datei beruht.",
}


def day(text: str) -> Decimal:
    """Give a day as Excel counts it."""
    return Decimal((date.fromisoformat(text) - DAY_ONE).days)


def due(on: Decimal | str, latest: str, *words: str) -> list[Decimal | str]:
    return [on, day(latest), *words]


TABLES: dict[str, list[list[Decimal | str]]] = {
    "Wozu die Stadt gehört": [
        ["Netzwerk", "Art", "seit", "Ihre Antwort", "Zustand", "Quellen"],
        [RAINBOW, "", "", *BY_YOU, ""],
        ["Bürgermeister für den Frieden", "", "", *BY_YOU, ""],
        ["'=Netz", "", "", *BY_YOU, ""],
    ],
    "Beiträge": [
        ["Netzwerk", "Betrag", "Währung", "Bemerkung", "Rechenweg", "Quellen"],
        [RAINBOW, Decimal(1000), "EUR", "", BANDS, "FAQ, 2021"],
        [PEACE, Decimal(2000), "JPY", ASKED, FLAT, FLAT_SOURCES],
        ["'=Netz", "unbekannt", "", NO_RULES, "", ""],
        [
            "Summe der bekannten, geschuldeten Beiträge",
            Decimal(1000),
            "EUR",
            "Nicht mitgezählt ist, was von Ihrer Antwort abhängt.",
            "",
            "",
        ],
    ],
    "Termine": [
        [
            "Tag",
            "spätestens am",
            "Was fällig ist",
            "Netzwerk",
            "Zustand",
            "Rechenweg",
            "Quellen",
        ],
        *(
            row
            for year in (2027, 2028)
            for row in (
                due(
                    day(f"{year}-07-08"),
                    f"{year}-07-08",
                    "Flaggentag",
                    PEACE,
                    "eingeladen, nicht verpflichtet",
                    FLAG.format(year=year),
                    FLAG_SOURCES,
                ),
                due(
                    str(year),
                    f"{year}-12-31",
                    UPDATE,
                    RAINBOW,
                    "offen",
                    SHEET.format(year=year),
                    SHEET_SOURCES,
                ),
            )
        ),
        [
            "Tag unbekannt",
            "",
            "Teilnahme am Jahrestreffen",
            RAINBOW,
            f"Tag unbekannt. {MEETING}",
            f"fällig am: unbekannt ({MEETING})",
            SHEET_SOURCES,
        ],
    ],
    "Sitze": [["Sitz", "Netzwerk", "Person", "Warum er an der Funktion hängt", "Quellen"]],
    "Abweichendes": [["Worum es geht", "Ihre Antwort", "Quellen sagen", "Quellen"]],
}
FACTS: list[list[Decimal | str]] = [
    ["Angabe", "Wert"],
    ["Stadt", "Musterstadt"],
    ["Land", "Deutschland"],
    ["Einwohnerzahl", Decimal(120_000)],
    ["Einwohnerzahl nach", "Ihrer Angabe"],
    ["An der Spitze", "nach Ihrer Angabe: Maria Muster, Beginn: November\xa02020"],
    ["Stand am", day("2026-11-22")],
]


@pytest.fixture
def noon() -> Iterator[None]:
    with time_machine.travel(datetime(2026, 11, 22, 11, 30, tzinfo=UTC), tick=False):
        yield


def workbook(visit: Visit, language: str = "de") -> Workbook:
    return Workbook(download(language, "workbook", sealed(visit)).content)


def letter(visit: Visit, language: str = "de") -> Letter:
    return Letter(download(language, "letter", sealed(visit)).content)


def calendar(visit: Visit, language: str = "de") -> Any:
    return Calendar.from_ical(download(language, "calendar", sealed(visit)).content)


def test_the_workbook_holds_everything() -> None:
    book = workbook(TYPED)
    assert book.titles == ["Übersicht", *SHEETS]
    assert book.rows("Übersicht") == [
        ["Musterstadt in Netzwerken: Beiträge, Termine, Sitze"],
        ["Was diese Datei enthält und woher es kommt."],
        *FACTS,
        *([f"Blatt „{title}“", note] for title, note in SHEETS.items()),
    ]
    for title, rows in TABLES.items():
        assert book.rows(title) == [[title], [SHEETS[title]], *rows], title


def test_the_workbook_names_each_source_once_with_its_address() -> None:
    head, first, *others = workbook(TYPED).rows("Quellen")[2:]
    assert head == ["Titel", "gilt für", "Adresse"]
    assert first == ["FAQ", "2021", "https://www.rainbowcities.com/faq/"]
    assert len(others) == len({str(row) for row in others}) == 6


def test_the_workbook_writes_numbers_and_days_in_their_format() -> None:
    book = workbook(TYPED)
    assert book.formats("Beiträge", "B") == {"#,##0.00", "#,##0"}
    assert book.formats("Termine", "B") == {"d.m.yyyy"}
    assert book.formats("Übersicht", "B") == {"#,##0", "d.m.yyyy"}


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t="])
def test_a_text_is_never_taken_for_a_formula(sign: str) -> None:
    visit = Visit(name=f"{sign}SUM(A1)", added=(Added(f"{sign}1+1"),))
    book = workbook(visit)
    texts = [it for title in book.titles for row in book.rows(title) for it in row]
    risky = [it for it in texts if isinstance(it, str) and it.startswith(sign)]
    assert risky == []
    assert ["Stadt", f"'{sign}SUM(A1)"] in book.rows("Übersicht")


def test_a_heading_of_each_table_stays_in_sight() -> None:
    book = workbook(TYPED)
    for number in range(1, len(book.titles) + 1):
        sheet = book.parts[f"xl/worksheets/sheet{number}.xml"].decode()
        assert re.search(r'<pane [^>]*ySplit="4"[^>]*state="frozen"', sheet)
    assert book.parts["xl/workbook.xml"].decode().count("_xlnm.Print_Titles") == len(book.titles)


def brief(title: str) -> list[list[str]]:
    """Give a table as the letter shows it: without its widest columns, numbers in words."""
    shown = {
        "Wozu die Stadt gehört": (0, 1, 2, 3, 5),
        "Beiträge": (0, 1, 3, 4),
        "Termine": (0, 2, 3, 4),
    }
    return [[spelt(row[at]) for at in shown.get(title, range(len(row)))] for row in TABLES[title]]


def spelt(value: Decimal | str) -> str:
    spellings = {
        Decimal(1000): "1.000,00\xa0€",
        Decimal(2000): "2.000\xa0¥",
        Decimal(120_000): "120.000",
        day("2026-11-22"): "22.11.2026",
        day("2027-07-08"): "8.7.2027",
        day("2028-07-08"): "8.7.2028",
        "'=Netz": "=Netz",
    }
    return str(spellings.get(value, value))


def test_the_letter_holds_everything() -> None:
    found = letter(TYPED)
    assert found.outline() == [
        ("Heading 1", "Musterstadt in Netzwerken: Beiträge, Termine, Sitze"),
        ("Heading 2", "Übersicht"),
        *(("Heading 2", title) for title in SHEETS),
    ]
    lead = "Gerechnet aus veröffentlichten Quellen, den Regeln der Netzwerke und Ihren Antworten"
    assert found.section("Musterstadt in Netzwerken: Beiträge, Termine, Sitze") == [
        f"{lead}, Stand 22.11.2026."
    ]
    facts = [[spelt(it) for it in row] for row in FACTS]
    assert found.section("Übersicht")[1:] == [facts]
    for title in ("Wozu die Stadt gehört", "Beiträge", "Termine"):
        assert found.section(title) == [SHEETS[title], brief(title)], title
    for title in ("Sitze", "Abweichendes"):
        assert found.section(title) == [SHEETS[title], "Dazu gibt es keinen Eintrag."]
    sources = [[str(it) for it in row] for row in workbook(TYPED).rows("Quellen")[2:]]
    assert found.section("Quellen") == [SHEETS["Quellen"], sources]
    assert found.document.sections[0].footer.paragraphs[0].text == (
        "Erstellt mit Koinon, Stand am 22.11.2026"
    )


def test_the_letter_can_be_read_aloud() -> None:
    document = letter(TYPED, "fr").document
    assert (document.core_properties.language, document.core_properties.author) == (
        "fr-FR",
        "Koinon",
    )
    assert document.core_properties.created == datetime(2026, 11, 22, 11, 30, tzinfo=UTC)
    languages = {it.get(qn("w:val")) for it in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"fr-FR"}
    assert len(document.tables) == 5
    for table in document.tables:
        head = table.rows[0]._tr.trPr
        assert head is not None
        assert [it.get(qn("w:val")) for it in head.iter(qn("w:tblHeader"))] == ["true"]
        named = [it.get(qn("w:val")) for it in table._tbl.tblPr.iter(qn("w:tblCaption"))]
        assert [bool(name) for name in named] == [True]


@pytest.mark.parametrize("visit", [TYPED, COLOGNE], ids=["typed", "cologne"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_file_says_its_language_and_its_day(language: str, visit: Visit) -> None:
    rows = workbook(visit, language).rows(workbook(visit, language).titles[0])
    assert day("2026-11-22") in [row[-1] for row in rows]
    assert letter(visit, language).document.core_properties.language.startswith(language)
    event = calendar(visit, language).events[0]
    assert event["summary"].params["LANGUAGE"] == language
    assert "2026" in event["description"]


def test_the_calendar_holds_each_date_that_is_known() -> None:
    found = calendar(TYPED)
    assert (str(found["version"]), str(found["method"])) == ("2.0", "PUBLISH")
    assert str(found["x-wr-calname"]) == "Musterstadt: Termine der Netzwerke"
    events = [(it.start, it.end, str(it["summary"])) for it in found.events]
    assert events == [
        (date(2027, 7, 8), date(2027, 7, 9), f"Flaggentag ({PEACE}), Musterstadt"),
        (date(2027, 12, 31), date(2028, 1, 1), f"{UPDATE} ({RAINBOW}), Musterstadt"),
        (date(2028, 7, 8), date(2028, 7, 9), f"Flaggentag ({PEACE}), Musterstadt"),
        (date(2028, 12, 31), date(2029, 1, 1), f"{UPDATE} ({RAINBOW}), Musterstadt"),
    ]
    assert {it["dtstamp"].dt for it in found.events} == {datetime(2026, 11, 22, 11, 30, tzinfo=UTC)}
    assert {str(it["transp"]) for it in found.events} == {"TRANSPARENT"}
    assert str(found.events[1]["description"]).splitlines() == [
        "offen",
        "Der genaue Tag ist nicht bekannt (2027); eingetragen ist der letzte mögliche.",
        "Aus Ihrer Angabe, dass die Stadt dazugehört.",
        *SHEET.format(year=2027).splitlines(),
        "Join the network, 2016, http://rainbowcities.com/join-network",
        (
            "Beitritt zum Rainbow Cities Network, Vorlage vom Mai 2015, Mai\xa02015, "
            "https://ratsinformation.stadt-koeln.de/vo0053.asp?__kvonr=50144"
        ),
        "Erstellt mit Koinon, Stand am 22.11.2026",
    ]


def identities(visit: Visit, language: str = "de") -> list[str]:
    return [str(event["uid"]) for event in calendar(visit, language).events]


def test_an_event_keeps_its_identity() -> None:
    once = identities(TYPED)
    assert len(set(once)) == len(once) == 4
    with time_machine.travel(datetime(2026, 12, 24, 23, 30, tzinfo=UTC), tick=False):
        assert identities(TYPED, "fr")[:4] == once
    elsewhere = Visit(name="Anderstadt", country="DE", added=TYPED.added)
    assert set(identities(elsewhere)).isdisjoint(once)


def test_what_cologne_takes_along() -> None:
    book = workbook(COLOGNE)
    ties = {(row[0], row[3]) for row in book.rows("Wozu die Stadt gehört")[3:]}
    assert {("Eurocities", "stimmt nicht"), (RAINBOW, "stimmt"), ("ICLEI", BY_YOU[0])} <= ties
    fees = {row[0]: row[1] for row in book.rows("Beiträge")[3:]}
    assert "Eurocities" not in fees
    assert fees["Klima-Bündnis"] == Decimal("9221.06")
    assert fees["ICLEI"] == "unbekannt"
    differing = {str(row[0]): row[1:3] for row in book.rows("Abweichendes")[3:]}
    assert differing == {
        "Eurocities": ["gehört nicht dazu", "gehört dazu, Beginn: spätestens 2015"],
        "Oberbürgermeister/in": [
            "Maria Muster, Beginn: 2020",
            "Torsten Burmester, Beginn: 1.11.2025",
        ],
        RAINBOW: ["stimmt", f"gehört dazu, Beginn: {DISPUTED}"],
    }
    assert DISPUTED in {row[2] for row in book.rows("Wozu die Stadt gehört")[3:]}
    assert ["Einwohnerzahl", Decimal(1_084_831)] in book.rows("Übersicht")


def test_a_row_is_as_high_as_its_longest_text() -> None:
    book = workbook(TYPED)
    assert book.heights("Wozu die Stadt gehört") == []  # one line is what programs start from
    fees = book.heights("Beiträge")
    assert fees[0] >= 15.0 * len(BANDS.splitlines())
    assert fees[-1] < fees[0]


def test_without_a_known_day_there_is_no_calendar() -> None:
    response = download("de", "calendar", sealed(Visit(name="Musterstadt")), status=400)
    assert "Für einen Kalender fehlt ein Termin" in response.content.decode()


@pytest.mark.parametrize(
    ("file", "name"),
    [("workbook", "xlsx"), ("letter", "docx"), ("calendar", "ics")],
)
def test_a_file_is_named_after_city_and_day(file: str, name: str) -> None:
    response = download("de", file, sealed(COLOGNE))
    disposition = f'attachment; filename="koinon-koeln-2026-11-22.{name}"'
    assert response["Content-Disposition"] == disposition
    nameless = download("de", "letter", sealed(Visit(name="القاهرة")))
    assert "koinon-2026-11-22.docx" in nameless["Content-Disposition"]
