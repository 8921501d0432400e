"""Places: added level by level, named once in each language."""

import pytest

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft, PlaceNameDraft
from koinon.gazetteer.models import Place, PlaceName
from koinon.history.actor import Actor
from koinon.history.queries import revision
from koinon.history.refusal import Refused

pytestmark = pytest.mark.django_db

OPERATOR = Actor.operator("anna")


def place(code: str, **changes: str) -> PlaceDraft:
    return PlaceDraft(**({"code": code, "kind": "municipality"} | changes))  # type: ignore[arg-type]


def test_a_place_may_come_before_the_one_it_lies_in() -> None:
    places = [
        place("bonn", parent="nrw"),
        place("nrw", kind="state", parent="de"),
        place("de", kind="country"),
    ]
    add_places(places=places, by=OPERATOR)
    parents = Place.objects.order_by("code").values_list("code", "parent__code")
    assert list(parents) == [("bonn", "nrw"), ("de", None), ("nrw", "de")]


def test_a_place_may_lie_in_one_that_is_there() -> None:
    add_places(places=[place("de", kind="country")], by=OPERATOR)
    add_places(places=[place("bonn", parent="de")], by=OPERATOR)
    assert str(Place.objects.get(code="bonn").parent) == "de"


@pytest.mark.parametrize("parent", ["a", "b"])
def test_places_that_lie_in_each_other_are_refused(parent: str) -> None:
    places = [place("a", parent=parent), place("b", parent="a")]
    with pytest.raises(Refused, match=f"parent: “{parent}” is not known"):
        add_places(places=places, by=OPERATOR)
    assert (revision(), Place.objects.count()) == (0, 0)


def test_a_municipality_has_its_official_code_alone_in_its_country() -> None:
    add_places(places=[place("bonn", country="DE", lau="05314000")], by=OPERATOR)
    with pytest.raises(Refused, match="“jena” shares with “bonn” what only one row can have"):
        add_places(places=[place("jena", country="DE", lau="05314000")], by=OPERATOR)
    add_places(places=[place("liege", country="BE", lau="05314000")], by=OPERATOR)
    add_places(places=[place("x", country="DE"), place("y", country="DE")], by=OPERATOR)
    assert Place.objects.count() == 4


def test_a_place_has_one_official_name_in_a_language_and_many_aliases() -> None:
    def name(text: str, use: str = "official") -> PlaceNameDraft:
        return PlaceNameDraft(place="koeln", language="de", name=text, use=use)

    add_places(
        places=[place("koeln")],
        names=[name("Köln"), name("Kölle", "alias"), name("Cöln", "alias"), name("K", "short")],
        by=OPERATOR,
    )
    with pytest.raises(Refused, match="shares with “koeln, de, Köln, official” what only one row"):
        add_places(names=[name("Coellen")], by=OPERATOR)
    assert PlaceName.objects.count() == 4
