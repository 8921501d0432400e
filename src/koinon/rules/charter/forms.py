"""The form in which a text that members commit themselves to is described."""

from typing import Literal

from koinon.rules.bound import Bound
from koinon.rules.rule import Code, Named, Rule, Text


class Point(Named, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A point of a commitment with its sub-actions."""

    actions: tuple[Named, ...] = ()


class Version(Rule, frozen=True, kw_only=True, tag="version"):
    """One text: who accepts during its validity is bound to it.

    ``renewal`` "new-act": whoever signed an older text stays bound to that until a new act.
    """

    names: Text
    strand: Code = ""
    adopted_on: Bound | None = None
    adopted_by: Code = ""
    replaces: Code = ""
    older_texts: Literal["still-bind", "replaced", "unknown"] = "unknown"
    renewal: Literal["", "new-act"] = ""
    points: tuple[Point, ...] = ()


type CharterForm = Version
