"""What sides and sources say of bonds, and what follows at once."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.history.queries import revision
from koinon.history.refusal import NotAllowed, Refused
from koinon.register.actions import state, undo_entry, withdraw_statements
from koinon.register.models import Event, Figure, Population, Spell, Statement
from koinon.register.queries.bonds import bonds_of, bonds_on, spells_known
from koinon.rules.bound import Bound
from koinon.rules.spell.said import Voice
from koinon.rules.spell.state import State
from tests.register.town import CITY, NETWORK, OPERATOR, add_ties, add_town, fill, statement

pytestmark = pytest.mark.django_db

type Row = tuple[str, str, str, str, bool | None, str]


@pytest.fixture
def town() -> int:
    add_town()
    add_ties()
    return revision()


def spells(bond: str = "koeln-eccar") -> list[Row]:
    rows = Spell.objects.filter(bond__code=bond).order_by("valid_from")
    return [
        (
            str(row.valid_from),
            str(row.valid_until),
            row.party_says,
            row.network_says,
            row.holds,
            row.grade,
        )
        for row in rows
    ]


def test_a_statement_makes_a_spell_in_its_transaction(town: int) -> None:
    state(statements=[statement()], by=CITY)
    assert spells() == [("2010-01-01", "9999-12-31", "yes", "nothing", True, "member")]
    entry = Entry.objects.get(number=town + 1)
    assert (entry.by_kind, entry.by, entry.on_behalf_of, entry.action) == (
        "side",
        "amt-01",
        "koeln",
        "state",
    )


def test_both_sides_and_a_source_part_the_days(town: int) -> None:
    state(statements=[statement()], by=CITY)
    state(
        statements=[statement(2, said_by="eccar", valid_from=Bound(date(2011, 1, 1)))], by=NETWORK
    )
    state(
        statements=[statement(3, said_by="", source="list", valid_from=Bound.parse("2009"))],
        by=OPERATOR,
    )
    assert spells() == [
        ("2009-01-01", "2009-12-31", "nothing", "nothing", None, "member"),
        ("2009-12-31", "2010-01-01", "nothing", "nothing", True, "member"),
        ("2010-01-01", "2011-01-01", "yes", "nothing", True, "member"),
        ("2011-01-01", "9999-12-31", "yes", "yes", True, "member"),
    ]


def test_not_so_is_a_statement(town: int) -> None:
    state(statements=[statement()], by=CITY)
    state(statements=[statement(2, said_by="eccar", grade="")], by=NETWORK)
    assert spells() == [("2010-01-01", "9999-12-31", "yes", "denied", None, "member")]
    (found,) = bonds_on(bonds_of(party="koeln"), date(2021, 1, 1))
    assert found.state is State.DIFFERING


def test_the_later_day_shows_then_the_greater_number(town: int) -> None:
    state(
        statements=[
            statement(3, grade="friend"),
            statement(2, grade="observer"),
            statement(1, grade="member", stated_on=date(2019, 1, 1)),
        ],
        by=CITY,
    )
    assert [row[-1] for row in spells()] == ["friend"]


def test_a_source_of_a_side_is_its_own_voice(town: int) -> None:
    state(
        statements=[
            statement(1, said_by="", source="city-page"),
            statement(2, said_by="", source="network-page"),
        ],
        by=OPERATOR,
    )
    assert spells() == [("2010-01-01", "9999-12-31", "yes", "yes", True, "member")]
    (found,) = bonds_on(bonds_of(party="koeln"), date(2021, 1, 1))
    assert found.state is State.REPORTED
    assert [(it.voice, it.speaker) for it in found.spell.sayings] == [
        (Voice.OWN_SOURCE, "koeln"),
        (Voice.OWN_SOURCE, "eccar"),
    ]


def test_withdrawing_equals_never_having_said(town: int) -> None:
    state(statements=[statement()], by=CITY)
    before = spells()
    state(statements=[statement(2, grade="friend", stated_on=date(2021, 1, 1))], by=CITY)
    assert spells() != before
    withdraw_statements(statements=[("koeln-eccar", 2)], by=CITY)
    assert spells() == before
    assert Entry.objects.get(number=town + 3).action == "withdraw-statements"
    assert Statement.objects.count() == 2


def test_a_withdrawn_number_may_be_used_again(town: int) -> None:
    state(statements=[statement()], by=CITY)
    withdraw_statements(statements=[("koeln-eccar", 1)], by=CITY)
    assert spells() == []
    state(statements=[statement()], by=CITY)
    assert spells() == [("2010-01-01", "9999-12-31", "yes", "nothing", True, "member")]


SIDES = [
    (CITY, "koeln", True),
    (CITY, "eccar", False),
    (CITY, "", False),
    (NETWORK, "eccar", True),
    (NETWORK, "koeln", False),
    (OPERATOR, "koeln", True),
    (OPERATOR, "", True),
    (Actor.system("demo"), "eccar", True),
]


@pytest.mark.parametrize(("by", "said_by", "may"), SIDES)
def test_a_side_speaks_for_itself_alone(town: int, by: Actor, said_by: str, may: bool) -> None:
    draft = statement(said_by=said_by, source="list")
    if may:
        state(statements=[draft], by=by)
        withdraw_statements(statements=[("koeln-eccar", 1)], by=by)
        assert revision() == town + 2
        return
    with pytest.raises(Refused, match=f"“{by.organisation}” may state and withdraw only for"):
        state(statements=[draft], by=by)
    state(statements=[draft], by=OPERATOR)
    with pytest.raises(Refused, match=f"“{by.organisation}” may state and withdraw only for"):
        withdraw_statements(statements=[("koeln-eccar", 1)], by=by)
    assert revision() == town + 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"said_by": ""}, "said_by: Neither a side nor a source is named; fill in said_by or"),
        ({"said_by": "bonn"}, "“bonn” is no side of “koeln-eccar”; name one of the two sides, or"),
        ({"bond": "x"}, "bond: “x” is not known; add it or correct the code."),
        ({"source": "x"}, "source: “x” is not known; add it or correct the code."),
        ({"grade": "Full member"}, "grade: “Full member” is not a code; use small letters"),
        (
            {"valid_until": Bound(date(2009, 1, 1))},
            "until: No day lies between the beginning and the end; check both.",
        ),
    ],
)
def test_what_is_no_statement(town: int, changes: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused) as refusal:
        state(statements=[statement(**changes)], by=OPERATOR)  # type: ignore[arg-type]
    assert str(refusal.value).startswith(sentence)
    assert revision() == town
    assert spells() == []


def test_the_sender_of_a_tenure_may_speak_of_it(town: int) -> None:
    draft = statement(bond="roters-seat", said_by="staedtetag", grade="holder")
    state(statements=[draft], by=Actor.side("staedtetag"))
    assert [row[2:5] for row in spells("roters-seat")] == [("nothing", "nothing", True)]


def test_other_content_under_the_same_number_is_refused(town: int) -> None:
    state(statements=[statement()], by=CITY)
    with pytest.raises(Refused, match="“koeln-eccar, 1” is already there with other content in “g"):
        state(statements=[statement(grade="friend")], by=CITY)


@pytest.mark.parametrize("wanted", [("koeln-eccar", 2), ("bonn-eccar", 1)])
def test_only_what_was_said_is_withdrawn(town: int, wanted: tuple[str, int]) -> None:
    state(statements=[statement()], by=CITY)
    with pytest.raises(Refused, match=f"no statement number {wanted[1]} of “{wanted[0]}” that"):
        withdraw_statements(statements=[("koeln-eccar", 1), wanted], by=OPERATOR)
    assert len(spells()) == 1


def test_undoing_an_entry_withdraws_all_it_brought() -> None:
    fill()
    assert spells() != []
    number = Statement.objects.get().entry.number
    assert number is not None
    undo_entry(number=number, by=OPERATOR)
    assert spells() == []
    assert Statement.objects.get().withdrawn_by == Entry.objects.get(action="undo-entry")
    assert not Event.objects.exclude(withdrawn_by=None).exists()


def test_undoing_reaches_events_and_numbers_too() -> None:
    fill()
    for model in (Event, Figure, Population):
        number = model._default_manager.get().entry.number
        assert number is not None
        undo_entry(number=number, by=OPERATOR)
        assert model._default_manager.get().withdrawn_by is not None


def test_who_may_undo_and_what(town: int) -> None:
    with pytest.raises(NotAllowed):
        undo_entry(number=1, by=CITY)
    with pytest.raises(Refused, match="There is no entry number 99; check the number"):
        undo_entry(number=99, by=OPERATOR)
    undo_entry(number=1, by=OPERATOR)
    assert revision() == town


def test_what_was_known_on_a_day(town: int) -> None:
    with time_machine.travel(datetime(2020, 3, 1, 22, 30, tzinfo=UTC), tick=False):
        state(statements=[statement()], by=CITY)
    with time_machine.travel(datetime(2020, 3, 1, 23, 30, tzinfo=UTC), tick=False):
        state(statements=[statement(2, grade="friend", stated_on=date(2020, 2, 1))], by=CITY)
    with time_machine.travel(datetime(2020, 4, 1, tzinfo=UTC), tick=False):
        withdraw_statements(statements=[("koeln-eccar", 2)], by=CITY)

    def grade(known_on: date | None) -> list[str]:
        rows = bonds_on(bonds_of(party="koeln"), date(2015, 1, 1), known_on=known_on)
        return [row.grade for row in rows]

    assert grade(date(2020, 2, 29)) == []
    # Half past eleven at night in London is the next day in Berlin.
    assert grade(date(2020, 3, 1)) == ["member"]
    assert grade(date(2020, 3, 2)) == ["friend"]
    assert grade(date(2020, 3, 31)) == ["friend"]
    assert grade(date(2020, 4, 1)) == ["member"]
    assert grade(None) == ["member"]


SAYINGS = st.lists(
    st.tuples(
        st.sampled_from(["koeln", "eccar", ""]),
        st.sampled_from(["member", "friend", ""]),
        st.integers(2000, 2010),
        st.integers(1, 8),
        st.integers(2011, 2014),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


class Withdrawing(TestCase):
    """Whatever is said and withdrawn, the rows are those of what is left."""

    @classmethod
    def setUpTestData(cls) -> None:
        add_town()
        add_ties()

    @settings(max_examples=40)
    @given(SAYINGS)
    def test_what_is_stored_is_what_follows_from_what_counts(
        self, sayings: list[tuple[str, str, int, int, int, bool]]
    ) -> None:
        drafts = [
            statement(
                number,
                said_by=said_by,
                source="list",
                grade=grade,
                valid_from=Bound.parse(str(first)),
                valid_until=Bound(date(first + years, 6, 1)),
                stated_on=date(stated, 1, 1),
            )
            for number, (said_by, grade, first, years, stated, _) in enumerate(sayings)
        ]
        for draft in drafts:
            state(statements=[draft], by=OPERATOR)
        taken_back = [("koeln-eccar", number) for number, it in enumerate(sayings) if it[-1]]
        withdraw_statements(statements=taken_back, by=OPERATOR)
        bond = Statement.objects.values_list("bond_id", flat=True)[0]
        rows = tuple(row.value for row in Spell.objects.filter(bond=bond).order_by("valid_from"))
        assert rows == spells_known([bond]).get(bond, ())
        left = Statement.objects.filter(withdrawn_by=None).count()
        assert left == len(drafts) - len(taken_back)
