"""All cities in the order of their names: by language, letter, country, page after page."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft
from koinon.overview.city_index import PAGE_SIZE, CityFilter, CityIndex, cities_on
from koinon.overview.member_filter import CountryCount
from koinon.overview.members import Counted
from koinon.register.actions import add_bonds, add_organisations, state
from koinon.register.drafts import BondDraft, OrganisationDraft, OrganisationNameDraft
from tests.register.town import OPERATOR, add_town, statement

pytestmark = pytest.mark.django_db

DAY = date(2020, 6, 1)
ALL = CityFilter()


@pytest.fixture(autouse=True)
def town() -> None:
    add_town()


def settle(names: dict[str, dict[str, str]], country: str = "DE") -> None:
    """Let new cities belong to a network, each with its names by language."""
    places = [PlaceDraft(code=it, kind="municipality", country=country) for it in names]
    add_places(places=places, by=OPERATOR)
    add_organisations(
        organisations=[OrganisationDraft(code=it, kind="municipality", place=it) for it in names],
        names=[
            OrganisationNameDraft(organisation=code, language=language, name=name)
            for code, by_language in names.items()
            for language, name in by_language.items()
        ],
        by=OPERATOR,
    )
    bonds = [
        BondDraft(code=f"{it}-uclg", kind="membership", party=it, counterpart="uclg")
        for it in names
    ]
    add_bonds(bonds=bonds, by=OPERATOR)
    said = [statement(bond=it.code, said_by="", source="list") for it in bonds]
    state(statements=said, by=OPERATOR)


def codes(index: CityIndex) -> list[str]:
    return [row.organisation.code for row in index.rows]


SOME = {
    "oslo": {"mul": "Oslo"},
    "oehringen": {"mul": "Öhringen"},
    "zuerich": {"mul": "Zürich"},
    "wroclaw": {"de": "Breslau", "pl": "Wrocław", "en": "Wrocław"},
}


@pytest.mark.parametrize(
    ("language", "order"),
    [
        ("de", ["wroclaw", "oehringen", "oslo", "zuerich"]),
        ("en", ["oehringen", "oslo", "wroclaw", "zuerich"]),
        ("fr", ["oehringen", "oslo", "wroclaw", "zuerich"]),
    ],
)
def test_cities_stand_in_the_order_of_their_names(language: str, order: list[str]) -> None:
    settle(SOME)
    assert codes(cities_on(DAY, language, asked=ALL)) == order


def test_a_letter_keeps_the_cities_that_begin_with_it_in_the_language() -> None:
    settle(SOME)
    assert cities_on(DAY, "de", asked=ALL).letters == ("b", "o", "z")
    assert cities_on(DAY, "en", asked=ALL).letters == ("o", "w", "z")
    assert codes(cities_on(DAY, "de", asked=CityFilter(letter="o"))) == ["oehringen", "oslo"]
    assert codes(cities_on(DAY, "de", asked=CityFilter(letter="z"))) == ["zuerich"]
    assert codes(cities_on(DAY, "de", asked=CityFilter(letter="w"))) == []


def test_countries_are_counted_and_kept() -> None:
    settle({"oslo": {"mul": "Oslo"}, "bergen": {"mul": "Bergen"}}, "NO")
    settle({"linz": {"mul": "Linz"}}, "AT")
    found = cities_on(DAY, "de", asked=CityFilter(country="NO"))
    assert codes(found) == ["bergen", "oslo"]
    assert found.countries == (CountryCount("NO", 2), CountryCount("AT", 1))


def test_a_part_of_any_name_finds_a_city() -> None:
    settle(SOME)
    assert codes(cities_on(DAY, "de", asked=CityFilter(name="wroc"))) == ["wroclaw"]


def test_pages_list_every_city_once() -> None:
    many = {f"c{n:03}": {"mul": f"City {n % 7} {n % 3}"} for n in range(2 * PAGE_SIZE + 5)}
    settle(many)
    found: list[str] = []
    after, pages = "", 0
    while pages == 0 or after:
        index = cities_on(DAY, "en", asked=ALL, after=after)
        found += codes(index)
        after, pages = index.after, pages + 1
    assert pages == 3
    assert sorted(found) == sorted(many)


def test_a_code_that_is_not_in_the_list_leads_to_its_beginning() -> None:
    settle(SOME)
    assert len(cities_on(DAY, "de", asked=ALL, after="nowhere").rows) == len(SOME)


def test_a_city_without_a_name_stands_last_by_its_code() -> None:
    settle({"aalen": {}, "oslo": {"mul": "Oslo"}})
    assert codes(cities_on(DAY, "de", asked=ALL)) == ["oslo", "aalen"]
    assert codes(cities_on(DAY, "de", asked=CityFilter(letter="a"))) == []


def test_ties_of_the_day_are_counted_kind_by_kind() -> None:
    settle({"oslo": {"mul": "Oslo"}})
    bond = BondDraft(code="plan", kind="signature", party="oslo", counterpart="eccar")
    add_bonds(bonds=[bond], by=OPERATOR)
    state(statements=[statement(bond="plan", said_by="", source="list")], by=OPERATOR)
    (row,) = cities_on(DAY, "de", asked=ALL).rows
    assert row.ties == (Counted("membership", "", 1), Counted("signature", "", 1))
    (before,) = cities_on(date(2000, 1, 1), "de", asked=ALL).rows
    assert before.ties == ()


def test_networks_and_cities_without_ties_are_not_listed() -> None:
    assert cities_on(DAY, "de", asked=ALL).rows == ()


@pytest.mark.parametrize("number", [1, 2 * PAGE_SIZE])
def test_any_page_takes_a_fixed_number_of_queries(number: int) -> None:
    settle({f"c{n:03}": {"mul": f"City {n:03}"} for n in range(number)})
    cities_on(DAY, "de", asked=ALL)
    with CaptureQueriesContext(connection) as asked:
        cities_on(DAY, "de", asked=CityFilter(letter="c"))
    assert len(asked) == 4


def test_who_only_houses_or_holds_something_is_no_city_with_a_tie() -> None:
    settle({"tied": {"de": "Angebunden"}})
    add_organisations(
        organisations=[OrganisationDraft(code="host", kind="municipality")], by=OPERATOR
    )
    housed = BondDraft(code="h", kind="secretariat", party="host", counterpart="uclg")
    add_bonds(bonds=[housed], by=OPERATOR)
    codes = [it.organisation.code for it in cities_on(DAY, "de", asked=ALL).rows]
    assert "tied" in codes
    assert "host" not in codes
