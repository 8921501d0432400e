"""Names in their order: what a column is sorted by, stored beside it."""

from typing import Any, override

from django.db import models

from koinon.wording.collation import sort_key

LONGEST = 300


class OrderField(models.BinaryField):  # type: ignore[type-arg]
    """The bytes that a row is sorted by, made from the name in another column when it is added.

    Bytes are compared alike by SQLite and PostgreSQL, whatever the collation of the database.
    """

    def __init__(self, *, source: str, **options: Any) -> None:
        self.source = source
        super().__init__(**options)

    @override
    def deconstruct(self) -> tuple[str, str, Any, Any]:
        """Tell migrations of the column that the bytes come from."""
        name, path, arguments, options = super().deconstruct()
        return name, path, arguments, {**options, "source": self.source}

    @override
    def pre_save(self, instance: models.Model, add: bool) -> bytes:
        """Make the bytes."""
        made = order_of(getattr(instance, self.source))
        setattr(instance, self.attname, made)
        return made


def order_of(name: str) -> bytes:
    """Give the bytes that a name is sorted by, as German, English and French sort names."""
    folded, exact = sort_key(name, "")
    return f"{' '.join(folded.split())}\0{exact}".encode()[:LONGEST]
