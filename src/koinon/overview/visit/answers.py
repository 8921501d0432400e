"""What a visitor says of a city: it is carried from page to page and never kept."""

from enum import StrEnum

import msgspec

from koinon.rules.bound import Bound


class Mark(StrEnum):
    """What a visitor says to something that sources report."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Added(msgspec.Struct, frozen=True, omit_defaults=True):
    """A network that a visitor adds: as typed, and its code where it is a known one.

    ``guesses`` are the codes of those that may be meant, while that is an open question.
    """

    typed: str
    network: str = ""
    guesses: tuple[str, ...] = ()


class Head(msgspec.Struct, frozen=True, omit_defaults=True):
    """Who heads the city, as a visitor says: another than sources name, or whether those are right.

    ``since`` is the text of a bound.
    """

    mark: Mark = Mark.UNSURE
    name: str = ""
    since: str = ""

    @property
    def began(self) -> Bound | None:
        return Bound.parse(self.since) if self.since else None


class Part(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the city belongs to a network: the option that a visitor chose, and since when.

    ``since`` is the text of a bound.
    """

    option: str = ""
    since: str = ""

    @property
    def began(self) -> Bound | None:
        return Bound.parse(self.since) if self.since else None


class Visit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that a visitor said: of a city of the register, or of one that only they name."""

    city: str = ""
    name: str = ""
    country: str = ""
    population: int | None = None
    marks: dict[str, Mark] = {}
    added: tuple[Added, ...] = ()
    parts: dict[str, Part] = {}
    head: Head = Head()

    @property
    def denied(self) -> frozenset[str]:
        """The ties of which the visitor says that they do not hold."""
        return frozenset(code for code, mark in self.marks.items() if mark is Mark.NO)

    @property
    def networks(self) -> tuple[str, ...]:
        """The known networks that the visitor adds, each once."""
        return tuple(dict.fromkeys(item.network for item in self.added if item.network))

    @property
    def others(self) -> tuple[str, ...]:
        """The networks of which only the typed name is known."""
        return tuple(dict.fromkeys(item.typed for item in self.added if not item.network))
