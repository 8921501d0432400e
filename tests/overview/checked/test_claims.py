"""What the demonstration's city says on its own page, and what others say by now."""

from datetime import date

import pytest

from koinon.overview.checked.claims import CheckedClaim, checked_claims
from koinon.rules.claim.judgement import Verdict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]


def numbers(claim: CheckedClaim) -> list[tuple[str, int, int]]:
    return [(it.before.measure, it.before.value, it.after.value) for it in claim.numbers]


def test_three_claims_before_and_after_each_with_both_sources() -> None:
    found = checked_claims(date(2026, 11, 22), city="koeln")
    assert [(it.network.code, numbers(it)) for it in found] == [
        ("eurocities", [("countries", 35, 38), ("members", 135, 200)]),
        ("rainbow-cities", [("members", 25, 56)]),
        ("eccar", [("members", 150, 170)]),
    ]
    assert {it.verdict for it in found} == {Verdict.OUTDATED}
    assert {it.page.code for it in found} == {"koeln-page"}
    assert [it.code for it in found[0].sources] == ["portico-eurocities"]


def test_before_anybody_said_otherwise_there_is_nothing_to_show() -> None:
    assert checked_claims(date(2015, 6, 1), city="koeln") == ()


def test_a_city_without_a_page_of_its_own_has_no_claims() -> None:
    assert checked_claims(date(2026, 11, 22), city="mannheim") == ()
