"""ECCAR's steering committee, and organisations that sit in it."""

from datetime import date

from koinon.register.actions import add_bonds, add_posts, state
from koinon.register.drafts import BondDraft, PostDraft, StatementDraft, TenureDraft
from koinon.rules.bound import Bound
from tests.register.town import OPERATOR, add_town

SEATS = "steering-committee-seat"


def seat(*parties: str, delegation: str = "") -> None:
    """Give organisations a seat in ECCAR's steering committee."""
    codes = {party: f"{party}-seat" for party in parties}
    add_bonds(
        bonds=[
            BondDraft(code=code, kind="tenure", party=party, counterpart="eccar")
            for party, code in codes.items()
        ],
        tenures=[
            TenureDraft(
                bond=code,
                post_organisation="eccar",
                post=SEATS,
                role="member",
                delegation=delegation,
            )
            for code in codes.values()
        ],
        by=OPERATOR,
    )
    state(
        statements=[
            StatementDraft(
                bond=code,
                number=1,
                source="list",
                grade="holder",
                valid_from=Bound(date(2025, 11, 1)),
                stated_on=date(2025, 12, 1),
            )
            for code in codes.values()
        ],
        by=OPERATOR,
    )


def add_committee() -> None:
    """Add the committee with a kind of seat and an office."""
    add_town()
    add_posts(
        posts=[
            PostDraft(
                organisation="eccar",
                code=SEATS,
                body="steering-committee",
                kind="seat",
                names={"en": "Seat"},
            ),
            PostDraft(
                organisation="eccar",
                code="president",
                body="steering-committee",
                kind="office",
                names={"en": "President"},
            ),
        ],
        by=OPERATOR,
    )
