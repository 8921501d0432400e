"""How drafts become rows, and rows drafts again."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import batched
from typing import Any, NamedTuple

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet

from koinon.history.cells import BadCell, Refers
from koinon.history.drafts import Draft, Field, fields_of

MANY = 10_000
"""How many codes one query asks for."""


class Table[D: Draft](NamedTuple):
    """A table that drafts are added to.

    ``key`` names the fields by which a row is known, ``other`` those that no two rows share.
    """

    draft: type[D]
    model: type[Model]
    key: tuple[str, ...]
    other: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.model._meta.label

    @property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.draft)

    def key_of(self, draft: D) -> tuple[Any, ...]:
        return tuple(getattr(draft, name) for name in self.key)

    def other_key_of(self, draft: D) -> tuple[Any, ...] | None:
        if not self.other or not draft.has_other_key:
            return None
        return tuple(getattr(draft, name) for name in self.other)

    def rows(self) -> QuerySet[Model]:
        """Ask for the rows that count: those that nobody withdrew."""
        rows = self.model._default_manager.all()
        return rows.filter(withdrawn_by=None) if self.has("withdrawn_by") else rows

    def has(self, name: str) -> bool:
        try:
            self.model._meta.get_field(name)
        except FieldDoesNotExist:
            return False
        return True

    def longest(self, name: str) -> int | None:
        """Tell how long a text in a field may be."""
        return _longest(self.model, name)

    def drafts(self, rows: QuerySet[Model]) -> Iterator[D]:
        """Write rows as drafts."""
        paths = [path for field in self.fields for path in field.cell.paths(field.name)]
        for values in rows.values_list(*paths).iterator(chunk_size=MANY):
            yield self._draft(values)

    def _draft(self, values: Sequence[Any]) -> D:
        taken, start = {}, 0
        for field in self.fields:
            end = start + len(field.cell.paths(field.name))
            taken[field.name] = field.cell.taken(values[start:end])
            start = end
        return self.draft(**taken)

    def present(self, drafts: Iterable[D], key: tuple[str, ...]) -> list[D]:
        """Find what is stored with the same value as one of the drafts in the key's first field."""
        first = next(field for field in self.fields if field.name == key[0])
        (path,) = first.cell.paths(first.name)
        found: list[D] = []
        wanted = sorted({getattr(draft, first.name) for draft in drafts})
        for codes in batched(wanted, MANY):
            found += self.drafts(self.rows().filter(**{f"{path}__in": codes}))
        return found

    def references(self) -> list[tuple[Field, Refers]]:
        return [(field, field.cell) for field in self.fields if isinstance(field.cell, Refers)]

    def ids(self, drafts: Sequence[D]) -> dict[str, dict[str, int]]:
        """Find the keys of all rows that drafts refer to."""
        wanted: dict[str, set[str]] = {}
        cells: dict[str, Refers] = {}
        for field, cell in self.references():
            cells[cell.model] = cell
            codes = wanted.setdefault(cell.model, set())
            codes.update(code for draft in drafts if (code := cell.wanted(field.name, draft)))
        return {model: _look_up(cells[model], codes) for model, codes in wanted.items()}

    def fault(self, draft: D) -> tuple[str, BadCell] | None:
        """Find the first value of a draft that its column does not take."""
        for field in self.fields:
            value = getattr(draft, field.name)
            try:
                _check(field, value, self.longest(field.name))
            except BadCell as error:
                return field.headers[0], error
        return draft.conflict()


@cache
def _longest(model: type[Model], name: str) -> int | None:
    try:
        return getattr(model._meta.get_field(name), "max_length", None)
    except FieldDoesNotExist:
        return None


def _look_up(cell: Refers, codes: set[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in batched(sorted(codes), MANY):
        found |= cell.look_up(set(part))
    return found


def _check(field: Field, value: Any, longest: int | None) -> None:
    if value is None or value in ("", {}):
        if field.required:
            raise BadCell("bundle.cell.empty")
        return
    if longest is not None and isinstance(value, str) and len(value) > longest:
        raise BadCell("bundle.cell.too-long", longest=longest)
    field.cell.check(value)
