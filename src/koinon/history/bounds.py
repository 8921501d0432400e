"""Bounds in the database: the earliest and the latest day, each in a column of its own."""

from typing import Any, overload

from django.db.models import CheckConstraint, F, Q

from koinon.rules.bound import Bound


class BoundColumns:
    """The bound that two columns of a row hold together."""

    def __init__(self, prefix: str) -> None:
        self.earliest = f"{prefix}_earliest"
        self.latest = f"{prefix}_latest"

    @overload
    def __get__(self, row: None, owner: type) -> "BoundColumns": ...
    @overload
    def __get__(self, row: object, owner: type) -> Bound: ...
    def __get__(self, row: object | None, owner: type) -> "Bound | BoundColumns":
        if row is None:
            return self
        return Bound(getattr(row, self.earliest), getattr(row, self.latest))


class OptionalBoundColumns(BoundColumns):
    """The bound that two columns hold, or None where nobody knows it."""

    @overload  # type: ignore[override]
    def __get__(self, row: None, owner: type) -> "OptionalBoundColumns": ...
    @overload
    def __get__(self, row: object, owner: type) -> Bound | None: ...
    def __get__(self, row: object | None, owner: type) -> "Bound | OptionalBoundColumns | None":
        if row is None:
            return self
        if getattr(row, self.earliest) is None:
            return None
        return Bound(getattr(row, self.earliest), getattr(row, self.latest))


def columns(prefix: str, bound: Bound | None) -> dict[str, Any]:
    """Give the values of the two columns that hold a bound."""
    return {
        f"{prefix}_earliest": None if bound is None else bound.earliest,
        f"{prefix}_latest": None if bound is None else bound.latest,
    }


def ordered(table: str, prefix: str) -> CheckConstraint:
    """Declare that a bound's earliest day is not after its latest, and both are known or none."""
    earliest, latest = f"{prefix}_earliest", f"{prefix}_latest"
    return CheckConstraint(
        condition=Q(
            **{f"{earliest}__isnull": False, f"{latest}__isnull": False},
            **{f"{earliest}__lte": F(latest)},
        )
        | Q(**{f"{earliest}__isnull": True, f"{latest}__isnull": True}),
        name=f"{table}_{prefix}_ordered",
    )


def possible(table: str) -> CheckConstraint:
    """Declare that the period from ``from_…`` until ``until_…`` may hold at least one day."""
    return CheckConstraint(
        condition=Q(from_earliest__lt=F("until_latest")), name=f"{table}_period_possible"
    )
