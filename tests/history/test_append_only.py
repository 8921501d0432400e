"""What is written once stays, on both engines, whoever writes."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from tests.register.town import fill

pytestmark = pytest.mark.django_db


def append_only() -> list[type[models.Model]]:
    return [
        model
        for label in ("history", "register")
        for model in apps.get_app_config(label).get_models()
        if any(isinstance(it, AppendOnly) for it in model._meta.constraints)
    ]


def once(model: type[models.Model]) -> set[str]:
    (constraint,) = (it for it in model._meta.constraints if isinstance(it, AppendOnly))
    return set(constraint.once)


def run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_there_are_such_tables() -> None:
    assert {model._meta.label for model in append_only()} == {
        "history.Entry",
        "register.BodyTerm",
        "register.Bond",
        "register.Event",
        "register.Figure",
        "register.Organisation",
        "register.Population",
        "register.SiteText",
        "register.Statement",
        "register.Tenure",
        "register.TypedRule",
    }


def is_refused(sql: str) -> bool:
    try:
        run(sql)
    except IntegrityError as error:
        return "append_only" in str(error)
    return False


def test_no_row_is_deleted() -> None:
    fill()
    assert all(model._default_manager.exists() for model in append_only())
    assert [
        model._meta.label
        for model in append_only()
        if not is_refused(f"DELETE FROM {model._meta.db_table}")
    ] == []


def test_no_column_is_changed() -> None:
    fill()
    assert [
        f"{model._meta.label}.{field.name}"
        for model in append_only()
        for field in model._meta.local_concrete_fields
        if field.name not in once(model)
        and not is_refused(f'UPDATE {model._meta.db_table} SET "{field.column}" = {other(field)}')
    ] == []


def other(field: "models.Field[object, object]") -> str:
    """Write a value that fits the column and is not the one it holds."""
    if isinstance(field, models.DateTimeField):
        return "'1999-01-01 00:00:00+00:00'"
    if isinstance(field, models.DateField):
        return "'1999-01-01'"
    if isinstance(field, models.JSONField):
        return '\'{"xx": "other"}\''
    if isinstance(field, models.CharField | models.TextField):
        return "'zz'"
    return "987654"


def test_what_is_filled_once_cannot_be_filled_again() -> None:
    fill()
    entry = Entry.objects.order_by("number").first()
    assert entry is not None
    run(f"UPDATE register_statement SET withdrawn_by_id = {entry.pk}")
    with pytest.raises(IntegrityError, match="append_only"):
        run("UPDATE register_statement SET withdrawn_by_id = NULL")
    with pytest.raises(IntegrityError, match="append_only"):
        run(f"UPDATE history_entry SET number = 99 WHERE id = {entry.pk}")
