"""What an action takes: a row as people write it, with codes in place of keys."""

from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

import msgspec

from koinon.history.cells import BadCell, Cell


class Draft(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row that somebody wants to add. A field without a default must not be empty."""

    def conflict(self) -> tuple[str, BadCell] | None:
        """Find what does not go together: the column to look at, and why."""
        return None

    @property
    def has_other_key(self) -> bool:
        """Whether the row's second key, where its table has one, must be its own."""
        return True


class Field(NamedTuple):
    """A field of a draft with the kind of its value."""

    name: str
    cell: Cell
    required: bool
    empty: Any

    @property
    def headers(self) -> list[str]:
        return self.cell.headers(HEADERS.get(self.name, self.name))

    @property
    def optional(self) -> list[str]:
        return self.cell.optional(HEADERS.get(self.name, self.name))


HEADERS = {"valid_from": "from", "valid_until": "until"}
"""What a field is called in a table, where that word is taken in the language of the code."""


@cache
def fields_of(draft: type[Draft]) -> tuple[Field, ...]:
    """List the fields of a kind of draft, in the order of its columns."""
    return tuple(
        Field(
            info.name,
            _cell(info.type),
            info.required,
            "" if info.default is msgspec.NODEFAULT else info.default,
        )
        for info in msgspec.structs.fields(draft)
    )


def _cell(annotation: Any) -> Cell:
    if get_origin(annotation) is Annotated:
        return next(part for part in get_args(annotation) if isinstance(part, Cell))
    return Cell()
