"""Who takes an action: a system, an operator of the site, or one side."""

from enum import StrEnum
from typing import NamedTuple, Self


class ActorKind(StrEnum):
    """In which role someone acts."""

    SYSTEM = "system"
    OPERATOR = "operator"
    SIDE = "side"


class Actor(NamedTuple):
    """Someone who acts, by code; a side acts on behalf of an organisation, named by its code."""

    kind: ActorKind
    code: str
    organisation: str = ""

    @classmethod
    def system(cls, code: str) -> Self:
        return cls(ActorKind.SYSTEM, code)

    @classmethod
    def operator(cls, code: str) -> Self:
        return cls(ActorKind.OPERATOR, code)

    @classmethod
    def side(cls, organisation: str, code: str = "") -> Self:
        return cls(ActorKind.SIDE, code or organisation, organisation)
