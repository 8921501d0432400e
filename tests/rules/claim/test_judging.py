"""Claims judged by facts: numbers as exactly as they are meant, days, and who holds a place."""

from datetime import date

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.claim.amount import agrees
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.judging import judge

TODAY = date(2026, 11, 22)
SAID = Reason("measure.members", {"subject": {"mul": "League"}})


def claim(value: object, kind: ClaimKind = ClaimKind.COUNT, **more: object) -> Claim:
    return Claim(kind=kind, subject="league", aspect="x", value=value, start=0, end=1, **more)  # type: ignore[arg-type]


def fact(value: object, begins: str = "2024", **more: object) -> Fact:
    return Fact(subject="league", aspect="x", value=value, begins=Bound.parse(begins), **more)  # type: ignore[arg-type]


def verdict(one: Claim, *facts: Fact) -> str | None:
    found = judge(one, facts, TODAY, SAID)
    return None if found is None else str(found.verdict)


@pytest.mark.parametrize(
    ("said", "how", "known", "known_how", "same"),
    [
        (200, "exactly", 200, "over", True),
        (200, "over", 200, "exactly", True),
        (190, "over", 200, "over", False),
        (50, "over", 56, "exactly", True),
        (40, "over", 56, "exactly", False),
        (60, "up-to", 56, "exactly", True),
        (30, "up-to", 33, "exactly", False),
        (200, "up-to", 200, "over", False),
        (55, "about", 56, "exactly", True),
        (60, "about", 56, "exactly", True),
        (50, "about", 56, "exactly", False),
        (57, "exactly", 56, "exactly", False),
    ],
)
def test_numbers_agree_as_exactly_as_they_are_meant(
    said: int, how: str, known: int, known_how: str, same: bool
) -> None:
    assert agrees(claim(said, qualifier=how), fact(known, qualifier=known_how)) is same


@for_all(st.integers(2, 1_000_000), st.sampled_from(["exactly", "over", "about"]))
def test_what_the_latest_source_says_is_current(value: int, how: str) -> None:
    assert verdict(claim(value, qualifier=how), fact(value, qualifier=how)) == "current"


@for_all(st.integers(2, 1_000_000), st.integers(2, 1_000_000))
def test_another_exact_number_is_never_current(one: int, other: int) -> None:
    found = verdict(claim(one), fact(other))
    assert found == ("current" if one == other else "outdated" if one < other else "differing")


def test_an_older_source_tells_outdated_from_differing() -> None:
    assert verdict(claim(300), fact(300, "2020"), fact(200)) == "outdated"
    assert verdict(claim(300), fact(200)) == "differing"


def test_an_old_source_wants_its_day_beside_the_number() -> None:
    assert verdict(claim(112), fact(112, "2019")) == "undated"
    assert verdict(claim(112, said=Bound.parse("2019")), fact(112, "2019")) == "current"


def test_a_number_of_a_day_is_held_against_that_day() -> None:
    old = claim(112, said=Bound.parse("2019"))
    assert verdict(old, fact(112, "2019"), fact(200)) == "current"
    assert (
        verdict(claim(120, said=Bound.parse("2019")), fact(112, "2019"), fact(200)) == "differing"
    )
    assert verdict(claim(120, said=Bound.parse("2012")), fact(200)) is None


def test_nothing_is_said_where_nothing_is_known() -> None:
    assert verdict(claim(5)) is None
    assert verdict(claim(Bound.parse("1986"), ClaimKind.FOUNDED)) is None


def test_the_day_of_what_happened_once() -> None:
    founded = fact(None, "2004-12-10")
    assert verdict(claim(Bound.parse("2004"), ClaimKind.FOUNDED), founded) == "current"
    assert verdict(claim(Bound.parse("2004-12-12"), ClaimKind.FOUNDED), founded) == "differing"
    assert verdict(claim(Bound.parse("2003"), ClaimKind.FOUNDED), founded) == "differing"


def test_who_holds_a_place() -> None:
    gone = fact("ann", "2015", ends=Bound.parse("2025-10-31"), holds=False)
    here = fact("ben", "2025-11-01", holds=True)
    assert verdict(claim("ben", ClaimKind.OFFICE), gone, here) == "current"
    assert verdict(claim("ann", ClaimKind.OFFICE), gone, here) == "past"
    assert verdict(claim("ann", ClaimKind.OFFICE, is_past=True), gone, here) == "current"
    assert verdict(claim("", ClaimKind.OFFICE), gone, here) == "differing"
    assert verdict(claim("", ClaimKind.OFFICE), gone) is None
    since = claim("ben", ClaimKind.OFFICE, since=Bound.parse("2024"))
    assert verdict(since, gone, here) == "differing"
    unsure = fact("ann", "2015", holds=None)
    assert verdict(claim("ann", ClaimKind.OFFICE), unsure) == "unknown"


def test_who_belongs() -> None:
    left = fact("", "2015", ends=Bound.parse("2019-12-31"), holds=False)
    stays = fact("", "2016", holds=True)
    assert verdict(claim("ann", ClaimKind.MEMBER), left, stays) == "current"
    assert verdict(claim("ann", ClaimKind.MEMBER), left) == "past"
    assert verdict(claim("ann", ClaimKind.MEMBER), fact("", "2015", holds=None)) == "unknown"
    assert verdict(claim("ann", ClaimKind.MEMBER)) is None


def test_until_when_a_place_is_held() -> None:
    known = fact("ben", "2024", ends=Bound.parse("2028"), holds=True)
    unknown = fact("ben", "2024", holds=True)
    over, ahead = (
        claim("ben", ClaimKind.OFFICE, until=Bound.parse(it), is_past=True)
        for it in ("2025", "2027")
    )
    assert [verdict(it, known) for it in (over, ahead)] == ["differing", "differing"]
    assert [verdict(it, unknown) for it in (over, ahead)] == ["differing", "unknown"]
    right = claim("ben", ClaimKind.OFFICE, until=Bound.parse("2028"), is_past=True)
    assert verdict(right, known) == "current"
    chosen = claim("ben", ClaimKind.OFFICE, until=Bound.parse("2025"), is_past=True, is_choice=True)
    assert verdict(chosen, known) == "current"
