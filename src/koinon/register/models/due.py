"""What follows from events and statutes: what is owed, by whom, to whom, by when."""

from django.db import models

from koinon.history.bounds import OptionalBoundColumns, ordered
from koinon.history.publicity import Classified
from koinon.register.models.bond import Bond
from koinon.register.models.organisation import Organisation


class Due(models.Model):
    """Something that one side of a bond owes the other; whatever day it is asked about.

    Derived: rebuilt whenever an event or a statement of the bond changes. ``anchor`` names the
    event it is counted from, ``n`` counts on from there. Whether it is open or late is judged
    when it is read.
    """

    bond = models.ForeignKey(Bond, on_delete=models.CASCADE, related_name="dues")
    rule = models.CharField(max_length=60)
    anchor = models.CharField(max_length=80)
    n = models.PositiveIntegerField()
    owed_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="owes")
    network = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="is_owed")
    owed_to = models.JSONField()
    what = models.JSONField()
    is_invitation = models.BooleanField()
    due_earliest = models.DateField(null=True, blank=True)
    due_latest = models.DateField(null=True, blank=True)

    due_on = OptionalBoundColumns("due")
    classified = Classified(
        public="bond rule anchor n owed_by network owed_to what is_invitation due_earliest"
        " due_latest"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bond", "rule", "anchor", "n"], name="due_once"),
            ordered("due", "due"),
        ]
        indexes = [models.Index(fields=["due_latest"], name="due_by_day")]

    def __str__(self) -> str:
        return f"{self.rule}/{self.anchor}/{self.n}"
