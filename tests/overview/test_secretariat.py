"""Who runs the office of a network on a day, where it is, and which city runs one."""

from datetime import date

import pytest
from django.test import Client

from koinon.overview.secretariat import Host, Secretariats, hosted_by, secretariats_of
from koinon.register.actions import add_bonds, state
from koinon.register.drafts import BondDraft
from koinon.register.models import Organisation
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import Bound
from koinon.web.templatetags.network import bare_address
from tests.loaded import demo
from tests.register.town import OPERATOR, statement
from tests.web.markup import page

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DAY = date(2026, 11, 22)


def found(network: str, day: date = DAY) -> Secretariats:
    row = Organisation.objects.get(code=network)
    return secretariats_of(row.pk, statute_of(network), day)


def codes(hosts: tuple[Host, ...]) -> list[tuple[str, bool | None]]:
    return [(it.host.code, it.holds) for it in hosts]


def test_cities_run_an_office_one_after_the_other() -> None:
    today = found("eccar")
    assert codes(today.hosts) == [("heidelberg", True), ("barcelona", True)]
    assert codes(today.former) == [("potsdam", False), ("nuernberg", False)]
    before = found("eccar", date(2015, 1, 1))
    assert codes(before.hosts) == [("potsdam", True)]
    assert codes(before.former) == [("nuernberg", False)]


def test_who_names_an_end_later_outweighs_who_named_none() -> None:
    assert codes(found("rainbow-cities").former) == [("movisie", False)]
    assert codes(found("rainbow-cities", date(2015, 1, 1)).hosts) == [("movisie", None)]


def test_a_later_word_without_an_end_outweighs_one_that_named_an_end() -> None:
    said = statement(
        bond="movisie-rainbow-cities-secretariat",
        number=3,
        said_by="rainbow-cities",
        grade="host",
        valid_from=Bound(date(2022, 1, 1)),
        stated_on=date(2026, 1, 1),
    )
    state(statements=[said], by=OPERATOR)
    assert codes(found("rainbow-cities").hosts) == [("movisie", True)]


def test_the_statute_says_where_an_office_is_on_the_day() -> None:
    offices = [(it.town["de"], it.address) for it in found("cemr").offices]
    assert offices == [("Brüssel", "Square de Meeûs 1")]
    both = [it.town["de"] for it in found("cemr", date(2013, 12, 1)).offices]
    assert both == ["Paris", "Brüssel"]


def test_a_city_shows_what_it_runs_now() -> None:
    heidelberg, potsdam = (Organisation.objects.get(code=it) for it in ("heidelberg", "potsdam"))
    assert [it.network.code for it in hosted_by(heidelberg.pk, DAY)] == ["eccar"]
    assert hosted_by(potsdam.pk, DAY) == ()


def test_a_network_whose_office_nobody_names_says_so(client: Client) -> None:
    for network in ("iccar", "covenant-of-mayors", "rainbow-cities"):
        section = page(client.get(f"/de/networks/{network}/")).one(
            "section", aria_labelledby="secretariat"
        )
        assert "nennt keine verzeichnete Quelle" in section.text
    section = page(client.get("/de/networks/uclg/")).one("section", aria_labelledby="secretariat")
    assert "Carrer Avinyó 15, Barcelona" in section.text
    assert "nennt keine" not in section.text


def test_an_office_that_nobody_has_spoken_of_yet_is_not_shown() -> None:
    bond = BondDraft(code="jena-esn", kind="secretariat", party="jena", counterpart="esn")
    add_bonds(bonds=[bond], by=OPERATOR)
    assert found("esn").hosts == ()


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://www.rgre.de/", "rgre.de"),
        ("http://mayorsforpeace.de/a/b/", "mayorsforpeace.de/a/b"),
        ("rgre.de", "rgre.de"),
    ],
)
def test_an_address_is_written_as_people_write_it(url: str, written: str) -> None:
    assert bare_address(url) == written
