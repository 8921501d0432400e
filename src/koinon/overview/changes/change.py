"""A change as pages and feeds show it."""

from datetime import datetime
from enum import StrEnum

import msgspec

from koinon.overview.changes.key import Key
from koinon.overview.names import Named
from koinon.overview.tenures import Person
from koinon.register.queries.figures import FigureOn
from koinon.rules.bound import Bound
from koinon.rules.rule import Text
from koinon.rules.trace import SourceRef


class What(StrEnum):
    """What there is to tell apart, and to ask for."""

    TIES = "ties"
    POSTS = "posts"
    FIGURES = "figures"


class Order(StrEnum):
    """By the day on which something happened, or by the entry that brought it."""

    HAPPENED = "happened"
    ENTERED = "entered"


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """Something that began or ended, or a new figure, as one or more sources say.

    ``name`` tells it from all others for good. ``code`` is its sentence; ``party`` is None of a
    figure, ``figure`` of all else. ``withdrawn_at`` is when it was taken back.
    """

    key: Key
    name: str
    what: What
    code: str
    day: Bound
    party: Named | None
    network: Named
    person: Person | None
    post: Text
    figure: FigureOn | None
    sources: tuple[SourceRef, ...]
    entry: int
    entered_at: datetime
    withdrawn_at: datetime | None
