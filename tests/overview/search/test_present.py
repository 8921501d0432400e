"""No answer is older than the register: each name is found as soon as it was written."""

from datetime import date

import pytest

from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft, PlaceNameDraft
from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.overview.search import present, search
from koinon.register.actions import (
    add_bodies,
    add_bonds,
    add_organisations,
    add_people,
    add_posts,
    state,
    undo_entry,
    withdraw_statements,
)
from koinon.register.drafts import (
    BodyDraft,
    BondDraft,
    LegalPersonDraft,
    OrganisationDraft,
    OrganisationNameDraft,
    PersonDraft,
    PostDraft,
    SourceDraft,
    StatementDraft,
    TenureDraft,
)
from koinon.rules.bound import Bound

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)
BY = Actor.operator("anna")


def found(text: str) -> list[str]:
    return [hit.code for hit in search(text, TODAY).hits if not hit.is_guess]


def add_town(code: str, *names: str) -> None:
    add_places(places=[PlaceDraft(code=code, kind="municipality")], by=BY)
    add_organisations(
        organisations=[OrganisationDraft(code=code, kind="municipality", place=code)],
        names=[
            OrganisationNameDraft(organisation=code, language="mul", name=name, use=use)
            for name, use in zip(names, ("official", "short", "alias"), strict=False)
        ],
        by=BY,
    )


def test_each_name_is_found_as_soon_as_it_was_written() -> None:
    assert found("Quaxburg") == []
    add_town("quaxburg", "Quaxburg")
    assert found("Quaxburg") == ["quaxburg"]
    assert found("Quaxingen") == []
    alias = OrganisationNameDraft(
        organisation="quaxburg", language="de", name="Quaxingen", use="alias"
    )
    add_organisations(names=[alias], by=BY)
    assert found("Quaxingen") == ["quaxburg"]
    name = PlaceNameDraft(place="quaxburg", language="el", name="Κουάξ", use="official")
    add_places(names=[name], by=BY)
    assert found("κουαξ") == ["quaxburg"]


def test_names_that_a_place_had_before_its_city_are_found() -> None:
    add_places(
        places=[PlaceDraft(code="zwimm", kind="municipality")],
        names=[PlaceNameDraft(place="zwimm", language="fr", name="Zouime")],
        by=BY,
    )
    assert found("Zouime") == []
    add_organisations(
        organisations=[OrganisationDraft(code="zwimm", kind="municipality", place="zwimm")], by=BY
    )
    assert found("Zouime") == ["zwimm"]


def test_former_names_and_bodies_are_found() -> None:
    former = LegalPersonDraft(
        organisation="quaxbund",
        name="Bund der Quaxe",
        valid_from=Bound(date(1950, 1, 1)),
        valid_until=Bound(date(1990, 1, 1)),
        source="book",
    )
    assert found("Bund der Quaxe") == []
    add_organisations(
        organisations=[OrganisationDraft(code="quaxbund", kind="network")],
        sources=[SourceDraft(code="book", title="Book", type="press")],
        legal_persons=[former],
        by=BY,
    )
    assert found("Bund der Quaxe") == ["quaxbund"]
    body = BodyDraft(organisation="quaxbund", code="council", names={"de": "Quaxrat"})
    add_bodies(bodies=[body], by=BY)
    assert found("quaxrat") == ["council"]


def name_reeve() -> None:
    add_town("quaxburg", "Quaxburg")
    add_posts(
        posts=[
            PostDraft(organisation="quaxburg", code="reeve", kind="office", names={"de": "Vogt"})
        ],
        by=BY,
    )
    add_people(people=[PersonDraft(code="ada", given_name="Ada", family_name="Quaxe")], by=BY)
    add_bonds(
        bonds=[
            BondDraft(code="ada-reeve", kind="tenure", party="quaxburg", counterpart="quaxburg")
        ],
        tenures=[
            TenureDraft(
                bond="ada-reeve",
                post_organisation="quaxburg",
                post="reeve",
                role="holder",
                person="ada",
            )
        ],
        by=BY,
    )


def say_so() -> None:
    said = StatementDraft(
        bond="ada-reeve",
        number=1,
        said_by="quaxburg",
        grade="holder",
        valid_from=Bound(date(2020, 1, 1)),
        stated_on=date(2020, 1, 1),
    )
    state(statements=[said], by=BY)


def test_a_person_is_found_while_an_office_is_on_record() -> None:
    name_reeve()
    assert found("Ada Quaxe") == []
    say_so()
    assert found("Ada Quaxe") == ["ada"]
    withdraw_statements(statements=[("ada-reeve", 1)], by=BY)
    assert found("Ada Quaxe") == []


def test_a_person_is_not_found_once_the_import_was_undone() -> None:
    name_reeve()
    say_so()
    assert found("Ada Quaxe") == ["ada"]
    last = Entry.objects.order_by("-number").values_list("number", flat=True).first()
    undo_entry(number=last or 0, by=BY)
    assert found("Ada Quaxe") == []


def test_many_later_names_are_taken_into_the_large_index(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(present, "FEW", 3)
    for n in range(9):
        add_town(f"quax-{n}", f"Quaxdorf {n}")
        assert found(f"Quaxdorf {n}") == [f"quax-{n}"]
    assert len(found("Quaxdorf")) == 9
