"""Cologne on the days that decide whether the register is right."""

from datetime import date

import pytest

from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.history.queries import revision
from koinon.register.actions import load_bundle
from koinon.register.models import Spell
from tests.acceptance.asking import (
    Plain,
    asked,
    figures,
    holders,
    office,
    seats,
    sources,
    tie,
    ties,
)
from tests.loaded import DEMO

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

HEAD = "oberbuergermeister"
DEPUTY = "buergermeister"
FOUR = ["Andreas Wolter", "Elfi Scho-Antwerpes", "Hans-Werner Bartsch", "Ralf Heinen"]

type Capsys = pytest.CaptureFixture[str]


def cologne(capsys: Capsys, day: str, *more: str) -> Plain:
    return asked(capsys, "show", "koeln", "--on", day, *more)


def test_the_day_eccar_was_signed(capsys: Capsys) -> None:
    before, after = cologne(capsys, "2006-09-06"), cologne(capsys, "2006-09-07")
    assert not [key for key in ties(before) if "eccar" in key or "iccar" in key]
    plan = tie(after, "eccar", "signature", "plan")
    assert (plan["holds"], plan["valid_from"], plan["grade"]) == (True, "2006-09-07", "signatory")
    assert plan["state"] == "reported"
    assert sources(plan) == {"saarbruecken-eccar", "koeln-page"}
    # The association was joined on a day that no source gives.
    association = tie(after, "eccar", "membership", "association")
    assert (association["holds"], association["valid_from"]) == (None, "2006-09-07..2013")
    assert tie(after, "iccar", "indirect")["via"] == ["eccar"]


def test_both_sources_stand_on_rainbow_cities(capsys: Capsys) -> None:
    for day in ("2015-05-16", "2015-05-17"):
        rainbow = tie(cologne(capsys, day), "rainbow-cities")
        assert rainbow["state"] == "differing"
        assert sources(rainbow) == {"rainbow-about", "koeln-rat-rainbow", "report-k-rainbow"}
        network = rainbow["network_says"]
        assert (network["since"], network["holds"], network["of_day"]) == ("2011..2012", True, True)
    before = tie(cologne(capsys, "2015-05-16"), "rainbow-cities")["member_says"]
    after = tie(cologne(capsys, "2015-05-17"), "rainbow-cities")["member_says"]
    # The city's paper says nothing of the days before the signature, only when it began.
    assert (before["since"], before["holds"], before["of_day"]) == ("2015-05-17", None, False)
    assert (after["since"], after["holds"], after["of_day"]) == ("2015-05-17", True, True)


def test_1_june_2015(capsys: Capsys) -> None:
    page = cologne(capsys, "2015-06-01")
    assert holders(page, HEAD) == ["Jürgen Roters"]
    assert holders(page, DEPUTY) == FOUR
    assert figures(tie(page, "eurocities")) == {
        "members": ("over", 135, "koeln-page"),
        "countries": ("exactly", 35, "koeln-page"),
    }
    cemr = tie(page, "cemr", "indirect")
    # The page that names the German section is from between 2015 and 2020.
    assert (cemr["via"], cemr["holds"]) == (["rgre-ds"], None)
    assert figures(cemr) == {
        "members": ("exactly", 57, "koeln-page"),
        "countries": ("exactly", 41, "koeln-page"),
    }
    found = seats(page)
    assert {key[1] for key in found if key[2] == "Jürgen Roters"} == {
        "world-council-member",
        "executive-bureau-member",
    }
    assert {found["uclg", "world-council-member", "Jürgen Roters"]["rests_on"]} == {
        "koeln-ob-roters"
    }


def test_the_office_was_vacant_for_a_day_with_its_deputies(capsys: Capsys) -> None:
    page = cologne(capsys, "2015-10-21")
    assert (office(page, HEAD)["vacant"], holders(page, HEAD)) == (True, [])
    assert office(page, HEAD)["perhaps"] == []
    assert holders(page, DEPUTY) == FOUR
    assert not [key for key in seats(page) if key[0] == "uclg"]
    following = cologne(capsys, "2015-10-22")
    assert (office(following, HEAD)["vacant"], holders(following, HEAD)) == (
        False,
        ["Henriette Reker"],
    )


def test_the_vacancy_is_said_in_words(capsys: Capsys) -> None:
    from koinon.cli.main import run

    assert run(["--lang", "en", "show", "koeln", "--on", "2015-10-21"]) == 0
    assert "Lord Mayor: vacant\n" in capsys.readouterr().out


def test_last_day_of_2019(capsys: Capsys) -> None:
    page = cologne(capsys, "2019-12-31")
    assert holders(page, HEAD) == ["Henriette Reker"]
    assert figures(tie(page, "cemr", "indirect")) == {
        "members": ("exactly", 60, "cemr-2016"),
        "countries": ("exactly", 42, "cemr-2016"),
    }


def test_22_november_2026(capsys: Capsys) -> None:
    page = cologne(capsys, "2026-11-22")
    assert holders(page, HEAD) == ["Torsten Burmester"]
    assert figures(tie(page, "eurocities")) == {
        "members": ("over", 200, "portico-eurocities"),
        "countries": ("exactly", 38, "portico-eurocities"),
    }
    assert figures(tie(page, "rainbow-cities")) == {"members": ("exactly", 56, "muenster-rainbow")}
    assert figures(tie(page, "mayors-for-peace", strand="world")) == {
        "members": ("over", 8000, "straubing-mfp"),
        "countries": ("exactly", 166, "straubing-mfp"),
    }


@pytest.mark.parametrize("day", ["2006-09-07", "2015-06-01", "2015-10-21", "2026-11-22"])
def test_each_item_has_its_source(capsys: Capsys, day: str) -> None:
    page = cologne(capsys, day)
    assert len(page["bonds"]) > 10
    assert [tie["counterpart"] for tie in page["bonds"] if not tie["sources"]] == []
    held = [item for office in page["offices"] for item in office["holders"]]
    seated = [item for tie in page["bonds"] for item in tie["tenures"]]
    everything = [*held, *page["tenures"], *seated]
    assert [item["person"] for item in everything if not item["sources"]] == []
    shown = [figure for tie in page["bonds"] for figure in tie["figures"]]
    assert [item["measure"] for item in shown if not item["source"]["title"]] == []


def test_kinds_of_belonging_are_told_apart(capsys: Capsys) -> None:
    kinds = {key: item["kind"] for key, item in ties(cologne(capsys, "2019-06-01")).items()}
    assert {key[2] for key, kind in kinds.items() if kind == "signature"} == {
        "covenant-of-mayors",
        "eccar",
    }
    assert {key[2] for key, kind in kinds.items() if kind == "participation"} == {
        "german-cities-dialogue",
        "regio-nrw",
    }


@pytest.mark.parametrize(
    ("city", "person", "days"),
    [
        ("aachen", "Marcel Philipp", {"2020-10-30": True, "2020-10-31": None}),
        ("saarbruecken", "Uwe Conradt", {"2020-10-30": None, "2020-11-30": True}),
    ],
)
def test_the_seat_of_aachen_passed_to_saarbruecken(
    capsys: Capsys, city: str, person: str, days: dict[str, bool | None]
) -> None:
    for day, holds in days.items():
        found = seats(asked(capsys, "show", city, "--on", day))
        seat = found.get(("committee-of-the-regions", "member", person))
        assert (seat["holds"] if seat else None) is holds


@pytest.mark.parametrize("day", ["2020-10-30", "2020-10-31", "2020-11-30", "2021-06-01"])
def test_the_alternate_did_not_move_up(capsys: Capsys, day: str) -> None:
    found = seats(asked(capsys, "show", "mannheim", "--on", day))
    assert {key: item["role"] for key, item in found.items()} == {
        ("committee-of-the-regions", "member", "Dr. Peter Kurz"): "substitute"
    }


def test_jena_followed_cologne_in_the_executive_bureau(capsys: Capsys) -> None:
    seat = ("uclg", "executive-bureau-member", "Dr. Albrecht Schröter")
    assert seats(asked(capsys, "show", "jena", "--on", "2015-06-01")).get(seat) is None
    found = seats(asked(capsys, "show", "jena", "--on", "2016-06-01"))[seat]
    # No source gives the day; nor does one say that the seat had passed on by then.
    assert (found["holds"], found["since"]) == (None, "2015-10-21..2018-06")
    later = asked(capsys, "show", "jena", "--on", "2018-07-01")
    assert seats(later).get(seat) is None
    assert holders(later, HEAD) == ["Dr. Thomas Nitzsche"]


def test_a_second_run_writes_nothing() -> None:
    entries, number = Entry.objects.count(), revision()
    spells = list(Spell.objects.order_by("pk").values_list("pk", flat=True))
    loaded = load_bundle(DEMO, by=Actor.system("demo"))
    assert (loaded.entry, loaded.added) == (None, {})
    assert (Entry.objects.count(), revision()) == (entries, number)
    assert list(Spell.objects.order_by("pk").values_list("pk", flat=True)) == spells


def test_nothing_was_known_before_it_was_loaded(capsys: Capsys) -> None:
    page = cologne(capsys, "2015-06-01", "--known", "2026-11-21")
    assert (page["bonds"], page["tenures"], page["population"]) == ([], [], None)
    assert {item["vacant"] for item in page["offices"]} <= {None}
    assert cologne(capsys, "2015-06-01", "--known", "2026-11-22") == cologne(capsys, "2015-06-01")


def test_the_day_asked_for_is_told(capsys: Capsys) -> None:
    page = cologne(capsys, "2015-06-01")
    assert (page["organisation"], date.fromisoformat(page["on"])) == ("koeln", date(2015, 6, 1))
