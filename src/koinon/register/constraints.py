"""Rows of one owner whose periods never overlap: a constraint on both engines."""

from typing import Any, override

from django.core.exceptions import ValidationError
from django.db.models import Model

from koinon.history.constraints import TriggerConstraint, column_of, field_of


class NoOverlap(TriggerConstraint):
    """The periods [start, end) of rows with the same owner share no day.

    On PostgreSQL an exclusion constraint; a range of one number stands for the owner, so that no
    extension is needed. On SQLite triggers.
    """

    def __init__(self, *, owner: str, start: str, end: str, name: str) -> None:
        super().__init__(name=name)
        self.owner = owner
        self.start = start
        self.end = end

    @override
    def statements(self, model: type[Model], vendor: str) -> list[str]:
        owner, start, end = (column_of(model, name) for name in (self.owner, self.start, self.end))
        if vendor == "postgresql":
            ranges = (
                f'int8range("{owner}", "{owner}", \'[]\') WITH &&'
                f', daterange("{start}", "{end}") WITH &&'
            )
            exclusion = f'"{self.name}" EXCLUDE USING gist ({ranges})'
            return [f"ALTER TABLE %(table)s ADD CONSTRAINT {exclusion}"]
        overlapping = (
            # The names are those of columns.
            f'SELECT 1 FROM %(table)s WHERE "{owner}" = NEW."{owner}"'  # noqa: S608
            f' AND "{start}" < NEW."{end}" AND NEW."{start}" < "{end}"'
        )
        return [
            self._trigger("insert", "INSERT", overlapping),
            self._trigger("update", "UPDATE", f"{overlapping} AND id <> NEW.id"),
        ]

    def _trigger(self, suffix: str, event: str, overlapping: str) -> str:
        return (
            f'CREATE TRIGGER "{self.name}_{suffix}" BEFORE {event} ON %(table)s'
            f" WHEN EXISTS ({overlapping}) BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
        )

    @override
    def removals(self, vendor: str) -> list[str]:
        if vendor == "postgresql":
            return [f'ALTER TABLE %(table)s DROP CONSTRAINT "{self.name}"']
        return [f'DROP TRIGGER "{self.name}_{event}"' for event in ("insert", "update")]

    @override
    def validate(
        self, model: type[Model], instance: Model, exclude: Any = None, using: str = "default"
    ) -> None:
        attname = field_of(model, self.owner).attname
        others = model._default_manager.using(using).exclude(pk=instance.pk)
        overlapping = others.filter(
            **{
                attname: getattr(instance, attname),
                f"{self.start}__lt": getattr(instance, self.end),
                f"{self.end}__gt": getattr(instance, self.start),
            }
        )
        if overlapping.exists():
            raise ValidationError(self.get_violation_error_message())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, NoOverlap):
            return NotImplemented
        return self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((self.name, self.owner, self.start, self.end))

    @override
    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return (
            path,
            tuple(args),
            {**kwargs, "owner": self.owner, "start": self.start, "end": self.end},
        )
