"""The history: one entry for each action that wrote something, in the order of commits."""

from django.db import models

from koinon.history.actor import ActorKind
from koinon.history.constraints import AppendOnly
from koinon.history.publicity import Classified


class Revision(models.Model):
    """The counter that entries take their numbers from: a single row."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    number = models.PositiveBigIntegerField()

    classified = Classified(public="number")

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="revision_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)


class Entry(models.Model):
    """An action that someone took.

    Rows refer to it by its key; its number, the order of commits, comes as the last statement
    of the transaction.
    """

    number = models.PositiveBigIntegerField(null=True, unique=True)
    at = models.DateTimeField(db_index=True)
    by_kind = models.CharField(max_length=10, choices=[(kind, kind) for kind in ActorKind])
    by = models.CharField(max_length=150)
    on_behalf_of = models.CharField(max_length=100, blank=True)
    action = models.CharField(max_length=60)
    source = models.TextField(blank=True)

    classified = Classified(
        public="number at on_behalf_of action", internal="id by_kind source", personal="by"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by_kind__in=list(ActorKind)), name="entry_by_kind_known"
            ),
            models.CheckConstraint(
                condition=models.Q(by_kind=ActorKind.SIDE) ^ models.Q(on_behalf_of=""),
                name="entry_side_is_named",
            ),
            AppendOnly(once=["number"], name="entry_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"
