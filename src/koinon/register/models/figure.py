"""What sources say of an organisation in numbers."""

from decimal import Decimal

from django.db import models

from koinon.history.bounds import BoundColumns, ordered
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified
from koinon.register.models.organisation import Organisation
from koinon.register.models.source import Source


class Qualifier(models.TextChoices):
    """How exactly a source gives a number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    OVER = "over"
    UP_TO = "up-to"


class Basis(models.TextChoices):
    """Whether a source states a number or someone counted it; the two are never mixed."""

    STATED = "stated"
    COUNTED = "counted"


class Figure(models.Model):
    """A number about an organisation at the time its source speaks for."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=60)
    value = models.DecimalField(max_digits=15, decimal_places=3)
    qualifier = models.CharField(max_length=10, choices=Qualifier, default=Qualifier.EXACTLY)
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.STATED)
    dated_earliest = models.DateField()
    dated_latest = models.DateField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    dated = BoundColumns("dated")
    classified = Classified(
        public="organisation measure value qualifier basis dated_earliest dated_latest source",
        internal="id entry withdrawn_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(qualifier__in=Qualifier.values), name="figure_qualifier_known"
            ),
            models.CheckConstraint(
                condition=models.Q(basis__in=Basis.values), name="figure_basis_known"
            ),
            ordered("figure", "dated"),
            models.UniqueConstraint(
                fields=[
                    "organisation",
                    "measure",
                    "basis",
                    "dated_earliest",
                    "dated_latest",
                    "source",
                ],
                condition=models.Q(withdrawn_by=None),
                name="figure_once_per_source",
            ),
            AppendOnly(once=["withdrawn_by"], name="figure_append_only"),
        ]
        indexes = [models.Index(fields=["dated_latest", "dated_earliest"], name="figure_dated")]

    def __str__(self) -> str:
        return f"{self.measure} {self.plain_value}"

    @property
    def plain_value(self) -> Decimal:
        """The number without zeros that nobody wrote."""
        whole = self.value.to_integral_value()
        return whole if whole == self.value else self.value.normalize()
