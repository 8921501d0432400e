"""What a finder of claims must know to tell a claim from a mere mention."""

from collections.abc import Mapping

import msgspec


class PostKnown(msgspec.Struct, frozen=True, kw_only=True):
    """A post: of which organisation, in which body, and which words may stand for it."""

    organisation: str
    code: str
    body: str
    is_head: bool
    held_by_one: bool
    roles: frozenset[str]
    body_classes: frozenset[str]


class Familiar(msgspec.Struct, frozen=True, kw_only=True):
    """What is known at all, without how it stands.

    ``measures`` by network, ``sections`` the networks of one country, ``posts`` by organisation,
    ``held`` the posts each person ever held, ``goals`` the networks with numeric targets,
    ``hosts`` those of which a host is known, ``seats`` those of which the town of the office is,
    ``programmes`` those that hand out money.
    """

    measures: Mapping[str, frozenset[str]] = {}
    sections: frozenset[str] = frozenset()
    posts: tuple[PostKnown, ...] = ()
    held: Mapping[str, tuple[PostKnown, ...]] = {}
    goals: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()
    programmes: frozenset[str] = frozenset()
