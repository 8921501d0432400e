"""What happened on which day, and what was entered when."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine

from koinon.history.actor import Actor
from koinon.overview.changes.change import Change, Order, What
from koinon.overview.changes.page import PAGE_SIZE, changes_on, last_entered
from koinon.register.actions import (
    add_bonds,
    add_figures,
    add_organisations,
    add_people,
    add_posts,
    state,
    withdraw_statements,
)
from koinon.register.drafts import (
    BondDraft,
    FigureDraft,
    OrganisationDraft,
    OrganisationNameDraft,
    PersonDraft,
    PostDraft,
    SourceDraft,
    StatementDraft,
    TenureDraft,
)
from koinon.register.models import BondKind
from koinon.rules.bound import Bound
from koinon.wording.catalogue import has

pytestmark = pytest.mark.django_db

SYSTEM = Actor.system("test")
DAY = date(2024, 6, 1)


@pytest.fixture(autouse=True)
def register() -> None:
    """Found a league and some towns, of which nothing is said yet."""
    towns = [OrganisationDraft(code=f"town-{n}", kind="municipality") for n in range(60)]
    add_organisations(
        organisations=[OrganisationDraft(code="league", kind="network"), *towns],
        names=[OrganisationNameDraft(organisation="town-1", language="de", name="Großstadt")],
        sources=[SourceDraft(code=it, title=it, type="press") for it in ("page", "paper")],
        by=SYSTEM,
    )
    bonds = [
        BondDraft(code=f"b-{n}", kind="membership", party=f"town-{n}", counterpart="league")
        for n in range(60)
    ]
    add_bonds(bonds=bonds, by=SYSTEM)


def say(
    bond: str,
    begins: str,
    ends: str = "",
    *,
    number: int = 1,
    source: str = "page",
    grade: str = "member",
) -> None:
    draft = StatementDraft(
        bond=bond,
        number=number,
        source=source,
        grade=grade,
        valid_from=Bound.parse(begins),
        valid_until=Bound.parse(ends) if ends else None,
        stated_on=date(2024, 1, 1),
    )
    state(statements=[draft], by=SYSTEM)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str]]:
    return [(change.code, str(change.day)) for change in changes]


def test_beginnings_and_ends_stand_by_day_the_last_first() -> None:
    say("b-1", "2010-05-17", "2016-01-01")
    say("b-2", "2012")
    assert told(changes_on(DAY).changes) == [
        ("change.membership.ended", "2015-12-31"),
        ("change.membership.began", "2012"),
        ("change.membership.began", "2010-05-17"),
    ]
    assert told(changes_on(date(2013, 1, 1)).changes) == [
        ("change.membership.began", "2012"),
        ("change.membership.began", "2010-05-17"),
    ]


@pytest.mark.parametrize(
    "begins", ["by 2012", "after 2010", "2010..2012", "2010-12..2011-01", "by 0001"]
)
def test_what_is_rougher_than_a_year_is_no_news(begins: str) -> None:
    say("b-1", begins)
    assert changes_on(DAY).changes == ()


def test_who_says_not_so_says_no_change() -> None:
    say("b-1", "2012", grade="")
    assert changes_on(DAY).changes == ()


def test_two_sources_of_the_same_day_are_one_change_two_days_are_two() -> None:
    say("b-1", "2012-01-01")
    say("b-1", "2012-01-01", number=2, source="paper")
    say("b-1", "2013-01-01", number=3, source="paper")
    changes = changes_on(DAY).changes
    assert [sorted(it.code for it in change.sources) for change in changes] == [
        ["paper"],
        ["page", "paper"],
    ]


def figure(value: int, dated: str, basis: str = "stated") -> FigureDraft:
    return FigureDraft(
        organisation="league",
        measure="members",
        value=Decimal(value),
        basis=basis,
        dated=Bound.parse(dated),
        source="page",
    )


def test_figures_are_changes_and_kinds_can_be_asked_for() -> None:
    say("b-1", "2012-01-01")
    add_figures(
        figures=[figure(5, "2013"), figure(6, "2010..2020"), figure(4, "2011", "counted")],
        by=SYSTEM,
    )
    add_posts(
        posts=[
            PostDraft(organisation="town-1", code="mayor", kind="office", names={"en": "Mayor"})
        ],
        by=SYSTEM,
    )
    add_people(people=[PersonDraft(code="ann", family_name="Ann")], by=SYSTEM)
    bond = BondDraft(code="t", kind="tenure", party="town-1", counterpart="town-1")
    tenure = TenureDraft(
        bond="t", post_organisation="town-1", post="mayor", role="holder", person="ann"
    )
    add_bonds(bonds=[bond], tenures=[tenure], by=SYSTEM)
    say("t", "2014-01-01", grade="holder")
    assert told(changes_on(DAY).changes) == [
        ("change.tenure.began", "2014-01-01"),
        ("change.figure.stated", "2013"),
        ("change.membership.began", "2012-01-01"),
        ("change.figure.counted", "2011"),
    ]
    kinds = {what: len(changes_on(DAY, what=what).changes) for what in What}
    assert kinds == {What.TIES: 1, What.POSTS: 1, What.FIGURES: 2}
    (post,) = changes_on(DAY, what=What.POSTS).changes
    assert (post.person and post.person.code, post.post) == ("ann", {"en": "Mayor"})
    # Said on 1 January 2024 to have begun in 2014: who says then that a term begins, confirms it.
    say("t", "2024-03-01", number=2, source="paper", grade="holder")
    assert told(changes_on(DAY, what=What.POSTS).changes) == [
        ("change.tenure.renewed", "2024-03-01"),
        ("change.tenure.began", "2014-01-01"),
    ]


def test_an_organisation_is_found_by_code_or_name() -> None:
    say("b-1", "2012")
    say("b-2", "2013")
    for words in ("town-1", "TOWN-1", "Großstadt"):
        page = changes_on(DAY, of=words)
        assert (page.nobody, told(page.changes)) == (False, [("change.membership.began", "2012")])
    assert len(changes_on(DAY, of="league").changes) == 2
    nobody = changes_on(DAY, of="nowhere")
    assert (nobody.nobody, nobody.changes) == (True, ())


@pytest.mark.parametrize("order", list(Order))
def test_pages_give_each_change_once(order: Order) -> None:
    for number in range(40):
        say(f"b-{number}", f"{2000 + number % 7}-01-01", f"{2015 + number % 5}-01-01")
    seen: list[str] = []
    after, pages = "", 0
    while pages == 0 or after:
        page = changes_on(DAY, order=order, after=after)
        seen += [change.name for change in page.changes]
        after, pages = page.after, pages + 1
    assert pages == 2
    assert len(seen) == len(set(seen)) == 80 > PAGE_SIZE
    if order is Order.HAPPENED:
        days = [name.rpartition("/")[2] for name in seen]
        assert days == sorted(days, reverse=True)


def test_a_place_of_the_other_order_is_no_place() -> None:
    say("b-1", "2012")
    for order in Order:
        page = changes_on(DAY, order=order, after="1_2001-01-01_2001-01-01_3_1")
        assert len(page.changes) == (1 if order is Order.HAPPENED else 0)


def test_what_was_entered_stands_by_entry_and_tells_what_was_taken_back() -> None:
    with time_machine.travel(datetime(2024, 2, 1, 12, tzinfo=UTC), tick=False):
        say("b-1", "2020-01-01")
    with time_machine.travel(datetime(2024, 3, 1, 12, tzinfo=UTC), tick=False):
        say("b-2", "2010-01-01")
    later = datetime(2024, 4, 1, 12, tzinfo=UTC)
    with time_machine.travel(later, tick=False):
        withdraw_statements(statements=[("b-1", 1)], by=SYSTEM)
    entered = changes_on(DAY, order=Order.ENTERED).changes
    assert [(str(change.day), change.withdrawn_at) for change in entered] == [
        ("2010-01-01", None),
        ("2020-01-01", later),
    ]
    assert told(changes_on(DAY).changes) == [("change.membership.began", "2010-01-01")]
    assert last_entered() == later


@pytest.mark.parametrize("kind", BondKind.values)
@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_every_kind_of_bond_can_be_told(kind: str, language: str) -> None:
    assert has(f"change.{kind}.began", language)
    assert has(f"change.{kind}.ended", language)
    assert has("change.tenure.renewed", language)
