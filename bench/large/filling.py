"""Fills an empty database with a register of a size, and shows how far it has come."""

from collections.abc import Callable, Iterator
from time import perf_counter

from django.db import transaction
from django.db.models import Model
from rich.console import Console
from rich.progress import Progress

from bench.large.copying import Row, add, settle, unchecked
from bench.large.rows import AT, ENTRY, Rows
from bench.large.shape import Size
from bench.large.ties import Ties
from koinon.gazetteer.models import Place, PlaceName
from koinon.history.models import Entry, Revision
from koinon.register.models import (
    Body,
    Bond,
    Listing,
    Organisation,
    OrganisationName,
    Person,
    Population,
    Post,
    Source,
    Spell,
    Statement,
    Tenure,
)


def fill(size: Size, *, shown: bool = True) -> dict[str, int]:
    """Add all rows in one transaction; give how many there are by table."""
    start, counts = perf_counter(), {}
    console = Console(stderr=True, quiet=not shown)
    tables = _tables(Rows(size), Ties(size))
    with Progress(console=console) as progress, transaction.atomic(), unchecked([*tables]):
        _enter()
        for model, rows in tables.items():
            task = progress.add_task(model._meta.db_table, total=_expected(model, size))
            counts[model.__name__] = add(model, _counted(rows(), progress, task))
            progress.update(task, completed=counts[model.__name__], total=counts[model.__name__])
        progress.add_task("indexes", total=None)
    settle([Entry, *tables])
    console.print(f"{sum(counts.values()):,} rows in {perf_counter() - start:.0f} s")
    return counts


def _enter() -> None:
    Entry.objects.create(
        id=ENTRY, number=1, at=AT, by_kind="system", by="bench", action="load-bundle"
    )
    Revision.objects.create(id=1, number=1)


def _tables(rows: Rows, ties: Ties) -> dict[type[Model], Callable[[], Iterator[Row]]]:
    return {
        Place: rows.places,
        PlaceName: rows.place_names,
        Organisation: rows.organisations,
        OrganisationName: rows.organisation_names,
        Source: rows.sources,
        Population: rows.populations,
        Body: rows.bodies,
        Post: rows.posts,
        Person: rows.people,
        Bond: ties.bonds,
        Tenure: ties.tenures,
        Statement: ties.statements,
        Spell: ties.spells,
        Listing: ties.listings,
    }


def _expected(model: type[Model], size: Size) -> int:
    each = {Statement: 2.03, Spell: 1.2}
    return int(size.bonds * each[model]) if model in each else size.cities


def _counted(rows: Iterator[Row], progress: Progress, task: int) -> Iterator[Row]:
    for n, row in enumerate(rows):
        if n % 5000 == 0:
            progress.update(task, completed=n)  # type: ignore[arg-type]
        yield row
