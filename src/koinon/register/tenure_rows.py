"""Tenures as they are read: with post, party and person in one row, as there may be very many."""

from typing import Any, NamedTuple

from django.db.models import QuerySet

from koinon.register.models import Tenure
from koinon.rules.rule import Text

COLUMNS = (
    "pk",
    "bond__code",
    "bond__party_id",
    "bond__party__code",
    "bond__party__kind",
    "post__code",
    "post__names",
    "post__body",
    "post__head_of_authority",
    "post__organisation_id",
    "post__organisation__code",
    "post__organisation__kind",
    "person__code",
    "person__title",
    "person__given_name",
    "person__family_name",
    "role",
    "delegation",
    "sent_by_id",
    "sent_by__code",
    "sent_by__kind",
    "rests_on_id",
)


class TenureRow(NamedTuple):
    """A tenure with what it refers to, in the order of ``COLUMNS``.

    ``owner`` is the organisation that has the post. A person's code and names are None where
    nobody is named, a sender's key, code and kind where nobody sends.
    """

    pk: int
    code: str
    party_id: int
    party_code: str
    party_kind: str
    post: str
    post_names: Text
    body: str
    is_head: bool
    owner_id: int
    owner_code: str
    owner_kind: str
    person_code: str | None
    title: str | None
    given_name: str | None
    family_name: str | None
    role: str
    delegation: str
    sender_id: int | None
    sender_code: str | None
    sender_kind: str | None
    rests_on_id: int | None

    @property
    def person_name(self) -> str:
        """The whole name of the person, empty where nobody is named."""
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)


type TenureColumns = tuple[Any, ...]
"""The columns of a tenure as the database gives them: ``TenureRow._make`` names them."""


def in_columns(tenures: QuerySet[Tenure]) -> QuerySet[Tenure, TenureColumns]:
    """Ask for the columns that make a row."""
    return tenures.values_list(*COLUMNS)
