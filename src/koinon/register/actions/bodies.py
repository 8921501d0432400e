"""Adding bodies, posts, people, and the bonds between them."""

from collections.abc import Sequence
from itertools import batched

from koinon.history.actions import add_rows, recorded
from koinon.history.actor import Actor
from koinon.history.permissions import must_keep_register
from koinon.register import tables
from koinon.register.actions.listings import MANY, rebuild_listings
from koinon.register.drafts import (
    BodyDraft,
    BodyTermDraft,
    BondDraft,
    PersonDraft,
    PostDraft,
    TenureDraft,
)
from koinon.register.models import Bond, BondKind
from koinon.register.queries.bonds import NO_BELONGING
from koinon.register.refusals import Circle, NotATenure, TenureMissing


def add_bodies(
    *, bodies: Sequence[BodyDraft] = (), terms: Sequence[BodyTermDraft] = (), by: Actor
) -> None:
    """Add bodies that no statute names, and elections that began a term of a body.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-bodies", by=by) as change:
        add_rows(tables.BODIES, bodies, change=change)
        add_rows(tables.BODY_TERMS, terms, change=change)


def add_posts(*, posts: Sequence[PostDraft], by: Actor) -> None:
    """Add offices and kinds of seats.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-posts", by=by) as change:
        add_rows(tables.POSTS, posts, change=change)


def add_people(*, people: Sequence[PersonDraft], by: Actor) -> None:
    """Add people whom published sources name with their function.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-people", by=by) as change:
        add_rows(tables.PEOPLE, people, change=change)


def add_bonds(
    *, bonds: Sequence[BondDraft], tenures: Sequence[TenureDraft] = (), by: Actor
) -> None:
    """Add bonds; each tenure comes with who is in which post.

    Raises NotAllowed, BadValue, Twice, Shared, Differs, TenureMissing, NotATenure, Circle.
    """
    must_keep_register(by)
    with recorded("add-bonds", by=by) as change:
        new = add_rows(tables.BONDS, bonds, change=change)
        held = {tenure.bond for tenure in tenures}
        for bond in new:
            if bond.kind == BondKind.TENURE and bond.code not in held:
                raise TenureMissing(bond, bond=bond.code)
        _refuse_other_bonds(tenures)
        _refuse_circles(tenures)
        add_rows(tables.TENURES, tenures, change=change)
        belonging = [bond.code for bond in new if bond.kind not in NO_BELONGING]
        rebuild_listings(_parties(belonging))


def _parties(bonds: Sequence[str]) -> set[int]:
    rows = (
        Bond.objects.filter(code__in=codes).values_list("party_id", flat=True)
        for codes in batched(bonds, MANY)
    )
    return {party for found in rows for party in found}


def _refuse_other_bonds(tenures: Sequence[TenureDraft]) -> None:
    """Refuse tenures that are, or rest on, a bond of another kind."""
    codes = {code for tenure in tenures for code in (tenure.bond, tenure.rests_on) if code}
    others = Bond.objects.exclude(kind=BondKind.TENURE)
    wrong = set(others.filter(code__in=codes).values_list("code", flat=True)) if codes else set()
    for tenure in tenures:
        for code in (tenure.bond, tenure.rests_on):
            if code in wrong:
                raise NotATenure(tenure, bond=code)


def _refuse_circles(tenures: Sequence[TenureDraft]) -> None:
    """Refuse tenures that rest on each other; one that is stored rests on stored ones only."""
    below = {tenure.bond: tenure for tenure in tenures if tenure.rests_on}
    for tenure in tenures:
        seen = {tenure.bond}
        step = below.get(tenure.bond)
        while step is not None:
            if step.rests_on in seen:
                raise Circle(tenure, bond=tenure.bond)
            seen.add(step.rests_on)
            step = below.get(step.rests_on)
