"""Where something was read, and what it says of populations."""

from django.core.validators import RegexValidator
from django.db import models

from koinon.gazetteer.models import CODE_PATTERN, Place
from koinon.history.bounds import BoundColumns, OptionalBoundColumns, ordered
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified
from koinon.rules.trace import SourceRef


class SourceType(models.TextChoices):
    """What kind of text or table a source is."""

    STATUTE = "statute"
    LAW = "law"
    NETWORK_PAGE = "network-page"
    CITY_PAGE = "city-page"
    COUNCIL_PAPER = "council-paper"
    PRESS = "press"
    STATISTICS = "statistics"
    DATASET = "dataset"
    OTHER_PAGE = "other-page"


class Source(models.Model):
    """A published source; ``dated`` is the time it speaks for, ``publisher`` whose own it is."""

    code = models.CharField(max_length=100, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    title = models.TextField()
    type = models.CharField(max_length=20, choices=SourceType)
    publisher = models.ForeignKey(
        "register.Organisation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="published",
    )
    publisher_name = models.TextField(blank=True)
    url = models.TextField(blank=True)
    dated_earliest = models.DateField(null=True, blank=True)
    dated_latest = models.DateField(null=True, blank=True)
    read_on = models.DateField(null=True, blank=True)
    licence = models.TextField(blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    dated = OptionalBoundColumns("dated")
    classified = Classified(
        public="code title type publisher publisher_name url dated_earliest dated_latest read_on"
        " licence",
        internal="id entry",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(type__in=SourceType.values), name="source_type_known"
            ),
            ordered("source", "dated"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def ref(self) -> SourceRef:
        """The source as traces show it."""
        dated = self.dated
        return SourceRef(
            code=self.code,
            title=self.title,
            type=self.type,
            dated="" if dated is None else str(dated),
            url=self.url,
        )


class Population(models.Model):
    """How many people lived in a place on a day, as a source says."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="populations")
    on_earliest = models.DateField()
    on_latest = models.DateField()
    value = models.PositiveBigIntegerField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    on = BoundColumns("on")
    classified = Classified(
        public="place on_earliest on_latest value source", internal="id entry withdrawn_by"
    )

    class Meta:
        constraints = [
            ordered("population", "on"),
            models.UniqueConstraint(
                fields=["place", "on_earliest", "on_latest", "source"],
                condition=models.Q(withdrawn_by=None),
                name="population_once_per_source",
            ),
            AppendOnly(once=["withdrawn_by"], name="population_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.value} ({self.on})"
