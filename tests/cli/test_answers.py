"""What commands answer from the statutes alone, with the fields that scripts rely on."""

from typing import Any

import pytest

from tests.cli.asking import Capsys, answered, told

FEE = {
    "network",
    "amount",
    "currency",
    "period",
    "binding",
    "reason",
    "notes",
    "trace",
}
DELEGATION = {"delegation", "seats", "reason", "held", "vacant", "differing", "trace"}


def fee(capsys: Capsys, network: str, people: int, *more: str) -> dict[str, Any]:
    found = answered(capsys, "fee", network, "--population", str(people), *more)
    assert found.keys() >= FEE
    assert found["network"] == network
    assert found["trace"]
    return found


@pytest.mark.parametrize(
    ("people", "amount"), [(300_000, "1000.00"), (300_001, "2000.00"), (750_000, "2000.00")]
)
def test_rainbow_cities_by_bands(capsys: Capsys, people: int, amount: str) -> None:
    found = fee(capsys, "rainbow-cities", people, "--on", "2022-01-01")
    assert (found["amount"], found["currency"], found["period"]) == (amount, "EUR", "year")
    assert (found["binding"], found["reason"]) == (True, None)


@pytest.mark.parametrize(
    ("day", "people", "country", "amount"),
    [
        ("2017-06-01", 1_000_000, "DE", "7300.00"),
        ("2017-06-01", 10_000, "DE", "220.00"),
        ("2017-06-01", 3_500_000, "DE", "15000.00"),
        ("2021-06-01", 1_000_000, "DE", "7700.00"),
        ("2024-06-01", 1_000_000, "DE", "8500.00"),
        ("2024-06-01", 1_000, "DE", "250.00"),
        ("2024-06-01", 3_500_000, "DE", "15000.00"),
        ("2016-01-01", 1_000_000, "DE", "7300.00"),
        ("2018-12-31", 1_000_000, "DE", "7300.00"),
        ("2022-12-31", 1_000_000, "DE", "7700.00"),
        ("2023-01-01", 1_000_000, "DE", "8500.00"),
    ],
)
def test_climate_alliance_in_three_versions(
    capsys: Capsys, day: str, people: int, country: str, amount: str
) -> None:
    found = fee(capsys, "climate-alliance", people, "--country", country, "--on", day)
    assert (found["amount"], found["currency"]) == (amount, "EUR")


@pytest.mark.parametrize("day", ["2015-12-31", "2019-01-01", "2020-12-31"])
def test_between_the_versions_the_fee_is_unknown_with_a_reason(capsys: Capsys, day: str) -> None:
    found = fee(capsys, "climate-alliance", 1_000_000, "--country", "DE", "--on", day)
    assert found["amount"] is None
    assert found["reason"].endswith(".")


def test_eccar_where_known_and_where_not(capsys: Capsys) -> None:
    known = fee(capsys, "eccar", 1_087_863, "--on", "2024-01-01")
    assert (known["amount"], known["currency"]) == ("1500.00", "EUR")
    unknown = fee(capsys, "eccar", 1_087_863, "--on", "2001-01-01")
    assert (unknown["amount"], bool(unknown["reason"])) == (None, True)


def test_mayors_for_peace_asks_and_does_not_bind(capsys: Capsys) -> None:
    found = fee(capsys, "mayors-for-peace", 1_087_863, "--country", "DE")
    assert (found["amount"], found["currency"], found["binding"]) == ("2000", "JPY", False)
    assert {item["currency"] for item in found["alternatives"]} == {"EUR"}


def test_the_fee_of_uclg_is_not_known(capsys: Capsys) -> None:
    found = fee(capsys, "uclg", 1_000_000)
    assert (found["amount"], found["currency"]) == (None, None)
    assert "amounts are not known" in found["reason"]


@pytest.mark.parametrize(
    ("people", "seats"), [(1_087_863, 8), (188_000, 4), (43_000, 3), (30_000, 2), (30_001, 3)]
)
def test_delegates_of_the_german_section(capsys: Capsys, people: int, seats: int) -> None:
    found = answered(
        capsys,
        *("seats", "rgre-ds", "delegates-assembly", "--on", "2022-01-01"),
        *("--population", str(people), "--kind", "municipality"),
    )
    assert found["seats"] == seats
    assert found["trace"]


def test_the_main_committee_adds_up_to_one_more(capsys: Capsys) -> None:
    found = answered(capsys, "seats", "rgre-ds", "main-committee", "--on", "2024-01-01")
    assert (found["body"], found["on"]) == ("main-committee", "2024-01-01")
    assert (found["total"], found["declared"], found["differing"]) == (38, 37, True)
    # One person in two seats is how both can be right.
    assert found["persons"] == 37
    assert all(row.keys() >= DELEGATION for row in found["delegations"])


def test_contradicting_seats_of_germany_stand_side_by_side(capsys: Capsys) -> None:
    found = answered(capsys, "seats", "cemr", "policy-committee", "--on", "2017-06-01")
    (germany,) = [row for row in found["delegations"] if row["delegation"] == "DE"]
    # The other scale follows the population of the country, which only the register knows.
    assert (germany["seats"], [it["seats"] for it in germany["alternatives"]]) == (16, [None])


@pytest.mark.parametrize(("women", "men"), [("1", "2"), ("2", "1"), ("0", "3"), (None, None)])
def test_forty_per_cent_cannot_be_met_with_three_seats(
    capsys: Capsys, women: str | None, men: str | None
) -> None:
    filled = ["--women", women, "--men", str(men)] if women else []
    found = answered(
        capsys,
        *("quota", "cemr", "policy-committee", "--seats", "3", "--on", "2024-01-01"),
        *filled,
    )
    assert found.keys() >= {"feasible", "reason", "least", "trace"}
    assert (found["feasible"], found["least"]) == (False, 2)
    assert "3 seats" in found["reason"]


def test_four_seats_can_meet_it(capsys: Capsys) -> None:
    found = answered(
        capsys, "quota", "cemr", "policy-committee", "--seats", "4", "--on", "2024-01-01"
    )
    assert (found["feasible"], found["reason"], found["least"]) == (True, None, 2)


def procedure(capsys: Capsys, network: str, *events: str, on: str = "2024-06-01") -> dict[str, Any]:
    given = [part for event in events for part in ("--event", event)]
    found = answered(capsys, "procedure", network, *given, "--on", on)
    assert found.keys() >= {"state", "turn", "since", "effective_on", "trace"}
    return found


def test_uclg_counts_from_the_first_payment(capsys: Capsys) -> None:
    asked = ["door=2024-01-05", "form=2024-01-10", "commitment=2024-01-10"]
    unpaid = procedure(capsys, "uclg", *asked)
    assert (unpaid["state"], unpaid["turn"], unpaid["effective_on"]) == ("under-way", "party", None)
    paid = procedure(capsys, "uclg", *asked, "payment=2024-04-15")
    assert (paid["state"], paid["effective_on"]) == ("effective", "2024-04-15")


def test_mayors_for_peace_counts_from_the_first_of_the_next_month(capsys: Capsys) -> None:
    steps = answered(capsys, "procedure", "mayors-for-peace", "--on", "2024-06-01")["steps"]
    events = [f"{step['code']}=2024-03-14" for step in steps]
    found = procedure(capsys, "mayors-for-peace", *events)
    assert found["effective_on"] == "2024-04-01"


def test_rainbow_cities_takes_silence_of_three_weeks_as_consent(capsys: Capsys) -> None:
    asked = ["memorandum=2024-01-20", "application=2024-01-22", "circulation=2024-03-01"]
    waiting = procedure(capsys, "rainbow-cities", *asked, on="2024-03-22")
    over = procedure(capsys, "rainbow-cities", *asked, on="2024-03-23")
    assert (waiting["state"], over["state"]) == ("waiting-for-silence", "under-way")
    states = [
        {step["code"]: step["state"] for step in found["steps"]}["objection"]
        for found in (waiting, over)
    ]
    assert states[0] != states[1]


def due(capsys: Capsys, *events: str, on: str) -> dict[str, dict[str, Any]]:
    given = [part for event in events for part in ("--event", event)]
    items = answered(
        capsys,
        "due",
        "--network",
        "covenant-of-mayors",
        *given,
        "--on",
        on,
        "--until",
        "2030-01-01",
    )["items"]
    assert all(
        item.keys() >= {"due_on", "key", "network", "what", "state", "trace"} for item in items
    )
    return {item["key"]: item for item in items}


def test_the_covenant_counts_from_the_signature(capsys: Capsys) -> None:
    items = due(capsys, "signature=2016-03-01", on="2017-01-01")
    plans = [item for item in items.values() if "plan" in item["what"]]
    assert [(item["due_on"], item["state"]) for item in plans] == [("2018-03-01", "open")]


def test_reports_count_from_the_submission(capsys: Capsys) -> None:
    items = due(capsys, "signature=2016-03-01", "submission=2018-02-15", on="2019-01-01")
    days = {item["due_on"] for item in items.values()}
    assert {"2020-02-15", "2022-02-15"} <= days
    plans = [item for item in items.values() if "plan" in item["what"]]
    assert [item["state"] for item in plans] == ["done"]


def test_an_extension_moves_the_day(capsys: Capsys) -> None:
    items = due(capsys, "signature=2016-03-01", "extension=2018-02-01..2018-09-30", on="2018-06-01")
    plans = [item for item in items.values() if "plan" in item["what"]]
    assert [(item["due_on"], item["state"]) for item in plans] == [("2018-09-30", "extended")]


def test_a_hold_stops_what_is_due(capsys: Capsys) -> None:
    items = due(capsys, "signature=2016-03-01", "hold=2017-06-01", on="2019-01-01")
    plans = [item for item in items.values() if "plan" in item["what"]]
    assert [item["state"] for item in plans] == ["on-hold"]


def test_kinds_are_listed(capsys: Capsys) -> None:
    assert "municipality" in answered(capsys, "kinds")["kinds"]
    assert "municipality" in told(capsys, "kinds")


def test_the_shipped_statutes_are_in_order(capsys: Capsys) -> None:
    files = answered(capsys, "statute", "check")["files"]
    assert len(files) == 13
    assert [item["faults"] for item in files] == [[]] * 13


def test_rules_are_shown_for_a_day(capsys: Capsys) -> None:
    found = answered(capsys, "statute", "show", "rgre-ds", "--on", "2022-01-01")
    assert (found["network"], found["on"]) == ("rgre-ds", "2022-01-01")
    assert {"fee", "seats", "eligibility"} <= {item["kind"] for item in found["rules"]}


LINES = (
    ("fee", "rainbow-cities", "--population", "300001"),
    ("fee", "climate-alliance", "--population", "300001"),
    ("seats", "rgre-ds", "main-committee"),
    ("seats", "rgre-ds", "delegates-assembly", "--population", "1000", "--kind", "municipality"),
    ("quota", "cemr", "policy-committee", "--seats", "3"),
    ("procedure", "uclg", "--event", "form=2024-01-10"),
    ("due", "--network", "covenant-of-mayors", "--event", "signature=2016-03-01"),
    ("statute", "show", "eccar"),
    ("statute", "check"),
    ("kinds",),
)


@pytest.mark.parametrize("language", ["de", "en", "fr"])
@pytest.mark.parametrize("arguments", LINES, ids=" ".join)
def test_people_get_lines_in_their_language(
    capsys: Capsys, arguments: tuple[str, ...], language: str
) -> None:
    lines = told(capsys, *arguments, language=language)
    assert lines
    assert [line for line in lines if "None" in line or "{" in line] == []
