"""Each action: what it adds, what it refuses and in which words, who may, and its entry."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.history.actor import Actor
from koinon.history.drafts import Draft
from koinon.history.models import Entry
from koinon.history.queries import revision
from koinon.history.refusal import NotAllowed, Refused
from koinon.register import actions, models
from koinon.rules.bound import Bound
from tests.register.rows import (
    ACTIONS,
    Action,
    organisation,
    source,
    tenure,
    tenure_bond,
)
from tests.register.town import CITY, OPERATOR, add_ties, add_town

pytestmark = pytest.mark.django_db


@pytest.fixture
def town() -> int:
    add_town()
    add_ties()
    return revision()


def do(action: Action, *rows: Draft, by: Actor = OPERATOR) -> None:
    action.run(**{action.argument: list(rows)}, by=by)


@pytest.mark.parametrize("case", ACTIONS)
def test_an_action_adds_its_row_and_one_entry(town: int, case: str) -> None:
    action = ACTIONS[case]
    before = action.model.objects.count()  # type: ignore[attr-defined]
    do(action, action.make())
    assert action.model.objects.count() == before + 1  # type: ignore[attr-defined]
    entry = Entry.objects.get(number=town + 1)
    assert (entry.by_kind, entry.by, entry.action) == ("operator", "anna", action.name)


@pytest.mark.parametrize("case", ACTIONS)
def test_the_same_row_again_writes_nothing(town: int, case: str) -> None:
    action = ACTIONS[case]
    do(action, action.make())
    do(action, action.make())
    assert revision() == town + 1


@pytest.mark.parametrize("case", ACTIONS)
def test_a_side_may_not(town: int, case: str) -> None:
    action = ACTIONS[case]
    with pytest.raises(NotAllowed):
        do(action, action.make(), by=CITY)
    assert revision() == town


@pytest.mark.parametrize("case", ACTIONS)
def test_the_same_row_twice_at_once_is_refused(town: int, case: str) -> None:
    action = ACTIONS[case]
    with pytest.raises(Refused, match="already stands further up; leave out one"):
        do(action, action.make(), action.make())
    assert revision() == town


DAY = date(2015, 1, 1)
REFUSED: list[tuple[str, dict[str, object], str]] = [
    (
        "places",
        {"code": "Bonn"},
        "code: “Bonn” is not a code; use small letters, digits",
    ),
    ("places", {"code": ""}, "code: This must not be empty."),
    ("places", {"code": "b" * 101}, "code: The text is too long; 100 characters are the most."),
    (
        "places",
        {"kind": "planet"},
        "kind: “planet” is not one of the choices: country, state, county, municipality, district.",
    ),
    (
        "places",
        {"parent": "nowhere"},
        "parent: “nowhere” is not known; add it or correct the code.",
    ),
    (
        "places",
        {"latitude": Decimal(50)},
        "longitude: This goes together with “latitude”; fill in both cells or none.",
    ),
    (
        "places",
        {"latitude": Decimal(91), "longitude": Decimal(0)},
        "latitude: The number must lie between -90 and 90; check it.",
    ),
    (
        "place names",
        {"language": "en", "name": "Colonia"},
        "“koeln, en, Colonia, official” shares with “koeln, en, Cologne, official” what only",
    ),
    ("sources", {"title": ""}, "title: This must not be empty."),
    ("sources", {"publisher": "x"}, "publisher: “x” is not known; add it or correct the code."),
    (
        "sources",
        {"code": "list", "publisher": ""},
        "“list” is already there with other content in “title”; make the row the same or give it",
    ),
    ("organisations", {"place": "x"}, "place: “x” is not known; add it or correct the code."),
    (
        "organisations",
        {"code": "koeln"},
        "“koeln” is already there with other content in “place”; make the row the same or give",
    ),
    ("legal persons", {"source": ""}, "source: This must not be empty."),
    (
        "legal persons",
        {"valid_until": Bound(DAY)},
        "until: No day lies between the beginning and the end; check both.",
    ),
    (
        "populations",
        {"value": -1},
        "value: “-1” is not a whole number from 0 of at most 12 digits; write digits only.",
    ),
    (
        "figures",
        {"value": Decimal("1.2345")},
        "value: “1.2345” is not a number of at most 12 digits before and 3 after the point;",
    ),
    (
        "bodies",
        {"names": {"it": "Foro"}},
        "name_de: There is no column for these languages: it; use de, en and fr.",
    ),
    ("bodies", {"names": {}}, "name_de: This must not be empty."),
    ("posts", {"organisation": "x"}, "organisation: “x” is not known; add it or correct the code."),
    ("people", {"family_name": ""}, "family_name: This must not be empty."),
    (
        "bonds",
        {"counterpart": "bonn"},
        "counterpart: A tie needs two different sides; name another organisation.",
    ),
    (
        "bonds",
        {"party": "koeln"},
        "“bonn-uclg” shares with “koeln-uclg” what only one row can have; leave out",
    ),
    (
        "bonds",
        {"kind": "tenure"},
        "“bonn-uclg” is a tenure that nobody is in; add the person and the post in tenures.csv.",
    ),
    ("events", {"bond": "x"}, "bond: “x” is not known; add it or correct the code."),
    (
        "events",
        {"valid_until": Bound(DAY)},
        "until: No day lies between the beginning and the end; check both.",
    ),
    ("fees", {"amount": None}, "amount: A fee needs an amount from 0; fill it in."),
    (
        "fees",
        {"currency": "Eur"},
        "currency: A fee needs a currency in three capital letters, for example EUR.",
    ),
    ("fees", {"period": ""}, "period: A fee needs a period, for example year."),
    (
        "fees",
        {"notice": "6 months"},
        "notice: A fee has no notice period; put it in a row of its own with kind notice.",
    ),
    (
        "notices",
        {"notice": "half a year"},
        "notice: “half a year” is not a length of time; write for example 3 months.",
    ),
    (
        "notices",
        {"amount": Decimal(1)},
        "amount: A notice period has neither amount nor currency nor period; leave these cells",
    ),
]


@pytest.mark.parametrize(("case", "changes", "sentence"), REFUSED)
def test_what_an_action_refuses(
    town: int, case: str, changes: dict[str, object], sentence: str
) -> None:
    action = ACTIONS[case]
    with pytest.raises(Refused) as refusal:
        do(action, action.make(**changes))
    assert str(refusal.value).startswith(sentence)
    assert len({refusal.value.sentence(language) for language in ("de", "en", "fr")}) == 3
    assert revision() == town


def test_a_tenure_rests_on_another() -> None:
    add_town()
    add_ties()
    row = models.Tenure.objects.select_related("rests_on__bond", "sent_by").get(
        bond__code="roters-seat"
    )
    assert (str(row.rests_on), str(row.sent_by)) == ("roters-mayor", "staedtetag")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"post": "bishop"}, "post: “koeln/bishop” is not known; add it or correct the code."),
        ({"person": "nobody"}, "person: “nobody” is not known; add it or correct the code."),
        ({"role": "guest"}, "role: “guest” is not one of the choices: holder, deputy, member,"),
        ({"rests_on": "x"}, "“x” rests on itself by way of other tenures; break the chain."),
        ({"rests_on": "koeln-eccar"}, "“koeln-eccar” is not a tenure; name a bond of kind tenure."),
        ({"bond": "koeln-eccar"}, "“koeln-eccar” is not a tenure; name a bond of kind tenure."),
        ({"rests_on": "y"}, "rests on itself by way of other tenures; break the chain."),
    ],
)
def test_what_a_tenure_cannot_be(town: int, changes: dict[str, object], sentence: str) -> None:
    below = "x" if changes.get("rests_on") == "y" else ""
    tenures = [tenure(bond="y", rests_on=below), tenure(**changes)]
    if changes.get("bond"):
        tenures.append(tenure())
    with pytest.raises(Refused) as refusal:
        actions.add_bonds(bonds=[tenure_bond("x"), tenure_bond("y")], tenures=tenures, by=OPERATOR)
    assert sentence in str(refusal.value)
    assert revision() == town


def test_a_source_may_be_published_by_who_comes_with_it(town: int) -> None:
    actions.add_organisations(
        organisations=[organisation(source="paper")],
        sources=[source(publisher="jena")],
        by=OPERATOR,
    )
    assert str(models.Source.objects.get(code="paper").publisher) == "jena"
    assert revision() == town + 1
