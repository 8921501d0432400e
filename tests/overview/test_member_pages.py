"""The members of a network a page at a time: all of them, once each, with few queries."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koinon.overview.member_filter import EVERYBODY, STATES, MemberFilter, Moment
from koinon.overview.member_numbers import member_numbers
from koinon.overview.members import PAGE_SIZE, Counted, Members, members_of
from koinon.register.actions import add_bonds, add_organisations, state
from koinon.register.drafts import (
    BondDraft,
    OrganisationDraft,
    OrganisationNameDraft,
    StatementDraft,
)
from koinon.register.models import Organisation
from koinon.register.models.listing import EVERY
from koinon.register.queries.listings import languages_of, listed
from koinon.rules.bound import OPEN_BOUND, Bound
from tests.register.town import OPERATOR, add_town

pytestmark = pytest.mark.django_db

DAY = date(2020, 6, 1)
MANY = 2 * PAGE_SIZE + 5


@pytest.fixture(autouse=True)
def town() -> None:
    add_town()


def key(network: str) -> int:
    return Organisation.objects.get(code=network).pk


def join(network: str, names: list[str], **said: object) -> None:
    """Let new cities say that they belong to a network."""
    organisations = [OrganisationDraft(code=name, kind="municipality") for name in names]
    add_organisations(organisations=organisations, by=OPERATOR)
    codes = {name: f"{name}-{network}" for name in names}
    add_bonds(
        bonds=[
            BondDraft(code=code, kind="membership", party=name, counterpart=network)
            for name, code in codes.items()
        ],
        by=OPERATOR,
    )
    values: dict[str, object] = {
        "number": 1,
        "source": "list",
        "grade": "member",
        "valid_from": Bound(date(2010, 1, 1)),
        "stated_on": date(2019, 1, 1),
    }
    state(
        statements=[
            StatementDraft(bond=code, **(values | said))  # type: ignore[arg-type]
            for code in codes.values()
        ],
        by=OPERATOR,
    )


def name(organisation: str, **names: str) -> None:
    """Name an organisation in languages."""
    drafts = [
        OrganisationNameDraft(organisation=organisation, language=language, name=text)
        for language, text in names.items()
    ]
    add_organisations(names=drafts, by=OPERATOR)


def lines(network: str, language: str) -> tuple[str, ...]:
    return languages_of(listed(key(network)), language)


def codes(page: Members) -> list[str]:
    return [row.code for row in page.rows]


def pages(network: str, language: str = "en") -> list[list[str]]:
    found, after = [], ""
    while True:
        page = members_of(key(network), DAY, lines(network, language), after=after)
        found.append(codes(page))
        after = page.after
        if not after:
            return found


def counted(network: str, asked: MemberFilter = EVERYBODY) -> tuple[Counted, ...]:
    return member_numbers(key(network), network, DAY, "en").counted(asked)


def asked_for(asked: str, day: date = DAY) -> list[str]:
    return codes(members_of(key("uclg"), day, (EVERY, "en"), asked=MemberFilter(state=asked)))


def test_pages_list_every_member_once_in_the_order_of_codes_where_nobody_has_a_name() -> None:
    names = [f"city-{n:03}" for n in range(MANY)]
    join("uclg", names)
    join("eccar", ["elsewhere"])
    found = pages("uclg")
    assert [len(page) for page in found] == [PAGE_SIZE, PAGE_SIZE, 5]
    assert [name for page in found for name in page] == names
    assert counted("uclg") == (Counted("membership", "", MANY),)


def test_who_left_or_denies_is_no_member_and_who_may_belong_is_not_counted() -> None:
    join("uclg", ["sure"])
    join("uclg", ["left"], valid_until=Bound(DAY))
    join("uclg", ["stays"], valid_until=OPEN_BOUND)
    join("uclg", ["denied"], grade=None)
    join("uclg", ["rough"], valid_from=Bound.parse("2020"))
    join("uclg", ["later"], valid_from=Bound(date(2020, 6, 2)))
    assert pages("uclg") == [["rough", "stays", "sure"]]
    assert counted("uclg") == (Counted("membership", "", 2),)
    assert asked_for(Moment.UNCERTAIN) == ["rough"]
    assert asked_for(Moment.FORMER) == ["left"]
    assert asked_for(Moment.COMING) == ["later"]


def test_each_language_has_its_own_order_and_pages_go_on_in_it() -> None:
    others = [f"m-{n:03}" for n in range(PAGE_SIZE - 1)]
    join("uclg", ["wroclaw", "oehringen", *others])
    name("wroclaw", mul="Wrocław", de="Breslau")
    name("oehringen", mul="Öhringen")
    german = [code for page in pages("uclg", "de") for code in page]
    english = [code for page in pages("uclg", "en") for code in page]
    assert german == ["wroclaw", *others, "oehringen"]
    assert english == [*others, "oehringen", "wroclaw"]
    assert [code for page in pages("uclg", "nl") for code in page] == english
    first = members_of(key("uclg"), DAY, (EVERY, "de")).rows[0]
    assert (first.name, first.country) == ("Breslau", "")


def test_lines_of_a_language_are_read_only_where_there_are_any() -> None:
    join("uclg", ["oslo"])
    assert lines("uclg", "de") == (EVERY,)
    join("uclg", ["wroclaw"])
    name("wroclaw", mul="Wrocław", de="Breslau")
    assert lines("uclg", "de") == (EVERY, "de")
    assert lines("uclg", "nl") == (EVERY, "en")


def test_who_begins_with_a_letter_is_asked_for_by_the_name_that_is_shown() -> None:
    join("uclg", ["wroclaw", "oslo"])
    name("wroclaw", mul="Wrocław", de="Breslau")
    asked = MemberFilter(letter="b")
    assert codes(members_of(key("uclg"), DAY, (EVERY, "de"), asked=asked)) == ["wroclaw"]
    assert codes(members_of(key("uclg"), DAY, (EVERY, "en"), asked=asked)) == []


def test_states_are_judged_for_the_day() -> None:
    join("uclg", ["reported"])
    join("uclg", ["fresh"], source="", said_by="uclg")
    join("uclg", ["ending"], valid_until=Bound(date(2021, 1, 1)))
    assert asked_for("reported") == ["ending", "reported"]
    assert asked_for("one-side") == ["fresh"]
    assert asked_for("aging") == []
    later = date(2021, 1, 2)
    assert asked_for("one-side", date(2021, 1, 1)) == ["fresh"]
    assert asked_for("one-side", later) == []
    assert asked_for("aging", later) == ["fresh"]
    assert asked_for(Moment.ENDING) == ["ending"]
    assert asked_for(Moment.FORMER, later) == ["ending"]


def test_numbers_beside_the_list_are_those_that_each_filter_finds() -> None:
    join("uclg", ["reported", "other"])
    join("uclg", ["fresh"], source="", said_by="uclg")
    join("uclg", ["rough"], valid_from=Bound.parse("2020"))
    join("uclg", ["left"], valid_until=Bound(DAY))
    join("uclg", ["ending"], valid_until=Bound(date(2021, 1, 1)))
    join("uclg", ["later"], valid_from=Bound(date(2020, 6, 2)))
    numbers = member_numbers(key("uclg"), "uclg", DAY, "en")
    found = {it: len(asked_for(it)) for it in STATES}
    assert numbers.states(EVERYBODY) == {it: number for it, number in found.items() if number}
    assert numbers.everybody == len(pages("uclg")[0]) == 5
    for it, number in found.items():
        shown = sum(count.number for count in numbers.counted(MemberFilter(state=it)))
        assert shown == number, it


def test_a_new_name_moves_its_bearer() -> None:
    join("uclg", ["amsterdam", "zagreb"])
    assert pages("uclg") == [["amsterdam", "zagreb"]]
    name("zagreb", en="Agram")
    assert pages("uclg") == [["zagreb", "amsterdam"]]
    assert pages("uclg", "de") == [["zagreb", "amsterdam"]]
    name("zagreb", de="Zagreb")
    assert pages("uclg", "de") == [["amsterdam", "zagreb"]]


def test_the_number_of_queries_does_not_grow() -> None:
    join("uclg", ["a"])
    join("eccar", [f"city-{n:03}" for n in range(MANY)])
    counts = []
    for network, after in (("uclg", ""), ("eccar", ""), ("eccar", "city-060-eccar")):
        identity = key(network)
        with CaptureQueriesContext(connection) as queries:
            members_of(identity, DAY, (EVERY, "en"), after=after)
        counts.append(len(queries))
    assert counts == [2, 2, 2]
