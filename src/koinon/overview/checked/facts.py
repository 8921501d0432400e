"""What is known of networks, as facts that claims can be held against."""

from collections.abc import Iterator
from datetime import date

from koinon.history.belief import known
from koinon.register.models import Basis, Figure, Organisation
from koinon.rules.claim.claim import ClaimKind, Fact


def figures(day: date) -> Iterator[Fact]:
    """List what sources say in numbers; one query."""
    rows = known(Figure.objects.filter(basis=Basis.STATED, dated_earliest__lte=day))
    for row in rows.select_related("source", "organisation").order_by("pk"):
        yield Fact(
            subject=row.organisation.code,
            aspect=row.measure,
            value=int(row.value),
            qualifier=row.qualifier,
            begins=row.dated,
            source=row.source.ref,
        )


def foundations() -> Iterator[Fact]:
    """List when networks were founded; one query."""
    rows = Organisation.objects.exclude(founded_earliest=None).select_related("source")
    for row in rows.order_by("pk"):
        yield Fact(
            subject=row.code,
            aspect=str(ClaimKind.FOUNDED),
            value=row.founded,
            begins=row.founded,
            source=row.source.ref if row.source else None,
        )
