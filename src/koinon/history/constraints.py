"""Truths of a table that neither engine can declare: kept by triggers on both.

The triggers are made through the schema editor's deferred statements, so that they come back
when Django remakes a table on SQLite.
"""

from collections.abc import Sequence
from typing import Any, override

from django.core.exceptions import ValidationError
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.ddl_references import Statement, Table
from django.db.models import Field, Model
from django.db.models.constraints import BaseConstraint


class TriggerConstraint(BaseConstraint):
    """A constraint that is written as SQL of its own for each engine."""

    def statements(self, model: type[Model], vendor: str) -> list[str]:
        """List the SQL that makes the constraint; ``%(table)s`` stands for the table."""
        raise NotImplementedError

    def removals(self, vendor: str) -> list[str]:
        """List the SQL that removes the constraint."""
        raise NotImplementedError

    @override
    def constraint_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        if model is not None and schema_editor is not None:
            vendor = schema_editor.connection.vendor
            for sql in self.statements(model, vendor):
                schema_editor.deferred_sql.append(_on_table(sql, model, schema_editor))
        return ""

    @override
    def create_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        if model is not None and schema_editor is not None:
            # PostgreSQL only: SQLite remakes the table instead.
            for sql in self.statements(model, schema_editor.connection.vendor):
                schema_editor.execute(_on_table(sql, model, schema_editor))
        return ""

    @override
    def remove_sql(
        self, model: type[Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        if model is not None and schema_editor is not None:
            for sql in self.removals(schema_editor.connection.vendor):
                schema_editor.execute(_on_table(sql, model, schema_editor))
        return ""


class AppendOnly(TriggerConstraint):
    """Rows are added and never deleted or changed; the columns ``once`` may be filled once."""

    def __init__(self, *, once: Sequence[str] = (), name: str) -> None:
        super().__init__(name=name)
        self.once = tuple(once)

    @override
    def statements(self, model: type[Model], vendor: str) -> list[str]:
        once = [column_of(model, name) for name in self.once]
        columns = [column_of(model, field.name) for field in model._meta.local_concrete_fields]
        if vendor == "postgresql":
            return [self._function(columns, once), *self._triggers_of_postgresql()]
        return self._triggers_of_sqlite(columns, once)

    @override
    def removals(self, vendor: str) -> list[str]:
        if vendor == "postgresql":
            return [f'DROP FUNCTION "{self.name}" CASCADE']
        return [f'DROP TRIGGER "{self.name}_{event}"' for event in ("update", "delete")]

    def _triggers_of_sqlite(self, columns: list[str], once: list[str]) -> list[str]:
        refusal = f"BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
        condition = f"WHEN NOT ({_unchanged(columns, once, 'IS')})"
        return [
            f'CREATE TRIGGER "{self.name}_update" BEFORE UPDATE ON %(table)s {condition} {refusal}',
            f'CREATE TRIGGER "{self.name}_delete" BEFORE DELETE ON %(table)s {refusal}',
        ]

    def _function(self, columns: list[str], once: list[str]) -> str:
        unchanged = _unchanged(columns, once, "IS NOT DISTINCT FROM")
        return (
            f'CREATE OR REPLACE FUNCTION "{self.name}"() RETURNS trigger LANGUAGE plpgsql AS $$'
            f" BEGIN IF TG_OP = 'UPDATE' THEN IF {unchanged} THEN RETURN NEW; END IF; END IF;"
            f" RAISE EXCEPTION '{self.name}' USING ERRCODE = 'integrity_constraint_violation';"
            " END $$"
        )

    def _triggers_of_postgresql(self) -> list[str]:
        occasion = "BEFORE UPDATE OR DELETE ON %(table)s FOR EACH ROW"
        return [f'CREATE TRIGGER "{self.name}" {occasion} EXECUTE FUNCTION "{self.name}"()']

    @override
    def validate(
        self, model: type[Model], instance: Model, exclude: Any = None, using: str = "default"
    ) -> None:
        stored = model._default_manager.using(using).filter(pk=instance.pk).values().first()
        if stored is None:
            return
        once = {field_of(model, name).attname for name in self.once}
        for name, value in stored.items():
            if getattr(instance, name) != value and not (name in once and value is None):
                raise ValidationError(self.get_violation_error_message())

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, AppendOnly):
            return NotImplemented
        return (self.name, self.once) == (other.name, other.once)

    def __hash__(self) -> int:
        return hash((self.name, self.once))

    @override
    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        path, args, kwargs = super().deconstruct()
        return path, tuple(args), {**kwargs, "once": list(self.once)}


def field_of(model: type[Model], name: str) -> "Field[Any, Any]":
    """Find a field that has a column."""
    field = model._meta.get_field(name)
    if not isinstance(field, Field):
        raise TypeError(f"{name} has no column")
    return field


def column_of(model: type[Model], name: str) -> str:
    """Give the column of a field."""
    column = field_of(model, name).column
    if column is None:
        raise TypeError(f"{name} has no column")
    return column


def _on_table(sql: str, model: type[Model], schema_editor: BaseDatabaseSchemaEditor) -> Statement:
    return Statement(sql, table=Table(model._meta.db_table, schema_editor.quote_name))


def _unchanged(columns: list[str], once: list[str], same: str) -> str:
    conditions = [
        f'(OLD."{column}" IS NULL OR NEW."{column}" {same} OLD."{column}")'
        if column in once
        else f'NEW."{column}" {same} OLD."{column}"'
        for column in columns
    ]
    return " AND ".join(conditions)
