"""Where partner cities lie."""

from datetime import date

import pytest
from django.test import Client

from koinon.overview.city import city_on
from koinon.register.actions import add_bonds, state
from koinon.register.drafts import BondDraft
from tests.loaded import demo
from tests.register.town import OPERATOR, statement
from tests.web.markup import page

__all__ = ["demo"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DAY = date(2026, 11, 22)


def befriend(*cities: str) -> None:
    bonds = [
        BondDraft(code=f"koeln-{it}", kind="partnership", party="koeln", counterpart=it)
        for it in cities
    ]
    add_bonds(bonds=bonds, by=OPERATOR)
    said = [statement(bond=it.code, said_by="koeln", grade="partner") for it in bonds]
    state(statements=said, by=OPERATOR)


def test_partners_lie_around_their_city() -> None:
    befriend("jena", "aachen")
    found = city_on("koeln", DAY)
    assert found is not None
    placed = [(it.organisation.code, it.latitude) for it in found.partners.spots if it.organisation]
    assert placed == [("aachen", 50.7714), ("jena", 50.9184), ("koeln", 50.9441)]
    assert found.partners.unplaced == ()


def test_the_page_draws_partners_only_where_there_are_any(client: Client) -> None:
    address = "/de/cities/koeln/"
    section = page(client.get(address)).one("section", aria_labelledby="partners")
    assert section.all("svg") == []
    assert "Nach Angabe einer Quelle: 23 Partnerstädte." in section.text
    assert "Welche Städte Partnerstädte sind, ist hier noch nicht verzeichnet." in section.text
    befriend("jena")
    section = page(client.get(address)).one("section", aria_labelledby="partners")
    assert "Partnerstädte von Köln" in section.all("title")[0].text
    assert "Jena" in section.text
