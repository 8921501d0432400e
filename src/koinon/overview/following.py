"""Who came next in an office or a seat: asked by every page that names a successor."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Case, IntegerField, Q, When

from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import PostKind
from koinon.register.queries.tenures import tenures_of
from koinon.rules.term.following import follows, next_after

MOST_FOLLOWERS = 200
"""Among how many tenures in the same posts a successor is sought, the likeliest first."""


def everybody_in(
    tenures: Sequence[Tenancy], day: date, *, known_on: date | None = None
) -> tuple[Tenancy, ...]:
    """Lay out who ever was in the posts of tenures; a fixed number of queries.

    Of very many those in offices, for the same party or by the same sender come first.
    """
    posts, near = Q(pk=None), Q(pk=None)
    for item in tenures:
        post = Q(post__organisation__code=item.organisation.code, post__code=item.post)
        posts |= post
        kin = Q(post__kind=PostKind.OFFICE) | Q(bond__party__code=item.party.code)
        near |= post & (kin | Q(sent_by__code=item.sent_by.code) if item.sent_by else kin)
    rows = tenures_of().filter(posts)
    kept = rows.order_by(Case(When(near, then=0), default=1, output_field=IntegerField()), "-pk")
    found = kept.values_list("pk", flat=True)[:MOST_FOLLOWERS]
    return tenancies(tenures_of().filter(pk__in=list(found)), day, known_on=known_on)


def next_in(left: Tenancy, everybody: Iterable[Tenancy]) -> Tenancy | None:
    """Find who was next in the post of somebody who left it, None where nobody is known.

    Who came for the same party or by the same sender, since a post may have many seats; else
    only one who alone came after.
    """
    same = [it for it in everybody if _is_same_post(it, left)]
    after = [it for it in same if follows(it.since, left.since, left.until)]
    near = [it for it in after if _is_near(it, left)]
    chosen = near or (after if len(after) == 1 else [])
    return next_after(left.since, left.until, [(it, it.since) for it in chosen])


def _is_same_post(one: Tenancy, other: Tenancy) -> bool:
    return one.bond != other.bond and (one.organisation.code, one.post, one.role) == (
        other.organisation.code,
        other.post,
        other.role,
    )


def _is_near(one: Tenancy, other: Tenancy) -> bool:
    return one.party.code == other.party.code or (
        one.sent_by is not None and one.sent_by == other.sent_by
    )
