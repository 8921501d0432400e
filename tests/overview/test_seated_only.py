"""A seat in a network whose member a city is not on record as."""

from datetime import date

import pytest
from django.test import Client

from koinon.overview.city import city_on
from koinon.register.models import Bond
from tests.loaded import demo
from tests.web.markup import page

__all__ = ["demo"]

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

TODAY = date(2026, 11, 22)


def seated_only(code: str) -> list[str]:
    found = city_on(code, TODAY)
    assert found is not None
    return [it.code for it in found.seated_only]


def test_no_other_seat_of_the_demo_stands_without_a_belonging() -> None:
    parties = Bond.objects.filter(kind="tenure").values_list("party__code", flat=True)
    found = {code: networks for code in set(parties) if (networks := seated_only(code))}
    assert found == {"barcelona": ["eurocities"], "unesco": ["eccar"]}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", "Ein Sitz ist belegt, eine Mitgliedschaft nicht erfasst."),
        ("en", "A seat is on record, a membership is not."),
        ("fr", "Un siège est attesté, une adhésion n’est pas enregistrée."),
    ],
)
def test_the_page_says_so(client: Client, language: str, words: str) -> None:
    ties = page(client.get(f"/{language}/cities/barcelona/?on={TODAY}")).one(
        "section", aria_labelledby="ties"
    )
    assert [it.text for it in ties.all("p", class_="note") if words in it.text] != []
    assert "eurocities" in "".join(it["href"] for it in ties.all("a", href=None))
    other = page(client.get(f"/{language}/cities/koeln/?on={TODAY}"))
    assert words not in other.one("section", aria_labelledby="ties").text
