"""The offices of a city on a day: who holds them, which are vacant, who stands in."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import msgspec
from django.db.models import QuerySet

from koinon.overview.tenures import Tenancy
from koinon.register.models import Post, PostKind
from koinon.register.prepared import prepared
from koinon.rules.bound import OPEN_END
from koinon.rules.rule import Text


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """An office with those who hold it, or perhaps hold it.

    ``vacant`` is True where it was held before and after and by nobody on the day, None where
    no source tells who holds it.
    """

    post: str
    names: Text
    head_of_authority: bool
    holders: tuple[Tenancy, ...]
    perhaps: tuple[Tenancy, ...]
    vacant: bool | None


def offices_of(city: str, day: date, tenures: Sequence[Tenancy]) -> tuple[Office, ...]:
    """Give the offices of a city on a day, the head of its authority first; one query."""
    own = sorted((it for it in tenures if it.organisation.code == city), key=lambda it: it.post)
    held = {post: list(group) for post, group in groupby(own, key=lambda it: it.post)}
    return tuple(_office(post, held.get(post.code, []), day) for post in _posts(city))


@prepared
def _posts(city: str) -> QuerySet[Post]:
    posts = Post.objects.filter(organisation__code=city, kind=PostKind.OFFICE)
    return posts.order_by("-head_of_authority", "code")


def _office(post: Post, tenures: list[Tenancy], day: date) -> Office:
    holders = tuple(item for item in tenures if item.holds is True)
    perhaps = tuple(item for item in tenures if item.holds is None)
    return Office(
        post=post.code,
        names=post.names,
        head_of_authority=post.head_of_authority,
        holders=holders,
        perhaps=perhaps,
        vacant=False if holders else _is_vacant(perhaps, tenures, day),
    )


def _is_vacant(perhaps: Sequence[Tenancy], tenures: list[Tenancy], day: date) -> bool | None:
    if perhaps:
        return None
    before = any((it.until.latest if it.until else OPEN_END) <= day for it in tenures)
    after = any(it.since.earliest > day for it in tenures)
    return True if before and after else None
