"""Bonds between two parties, what is said of them, and what happened on them."""

from django.core.validators import RegexValidator
from django.db import models

from koinon.gazetteer.models import CODE_PATTERN
from koinon.history.bounds import BoundColumns, OptionalBoundColumns, ordered, possible
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified
from koinon.register.models.body import Person, Post
from koinon.register.models.organisation import Organisation
from koinon.register.models.source import Source
from koinon.rules.bound import OPEN_END
from koinon.rules.event import Event as EventValue


class BondKind(models.TextChoices):
    """In which way a party is tied to its counterpart; the kinds are never counted together.

    A ``secretariat`` is run or housed by its party for a network; it is no way of belonging.
    """

    MEMBERSHIP = "membership"
    SIGNATURE = "signature"
    PARTICIPATION = "participation"
    PARTNERSHIP = "partnership"
    SECTION = "section"
    TENURE = "tenure"
    SECRETARIAT = "secretariat"


class Bond(models.Model):
    """A tie between a party and a counterpart; ``strand`` tells acts of belonging apart."""

    code = models.CharField(max_length=100, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    kind = models.CharField(max_length=20, choices=BondKind)
    strand = models.CharField(max_length=60, blank=True)
    party = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bonds")
    counterpart = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="counterpart_bonds"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(public="code kind strand party counterpart", internal="id entry")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=BondKind.values), name="bond_kind_known"
            ),
            # A city's own offices are tenures of that city with itself.
            models.CheckConstraint(
                condition=~models.Q(party=models.F("counterpart")) | models.Q(kind=BondKind.TENURE),
                name="bond_has_two_sides",
            ),
            models.UniqueConstraint(
                fields=["kind", "strand", "party", "counterpart"],
                condition=~models.Q(kind=BondKind.TENURE),
                name="bond_once",
            ),
            AppendOnly(name="bond_append_only"),
        ]
        # A page of a network's bonds is read in the order of their codes; which networks are part
        # of others is asked on every page of a city.
        indexes = [
            models.Index(fields=["counterpart", "code"], name="bond_of_counterpart"),
            models.Index(fields=["kind", "party"], name="bond_kind"),
        ]

    def __str__(self) -> str:
        return self.code


class Role(models.TextChoices):
    """In which role someone is in a post."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    MEMBER = "member"
    SUBSTITUTE = "substitute"


class Tenure(models.Model):
    """Someone in a post: a bond of its own.

    ``sent_by`` names who says who the successor is; ``rests_on`` the tenure without which this
    one ends; ``delegation`` is a code of the statute or of an organisation. ``person`` is empty
    where a seat is the party's own and no source names who fills it.
    """

    bond = models.OneToOneField(
        Bond, on_delete=models.PROTECT, primary_key=True, related_name="tenure"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="tenures")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="tenures"
    )
    role = models.CharField(max_length=20, choices=Role)
    delegation = models.CharField(max_length=100, blank=True)
    sent_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="sent"
    )
    rests_on = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="carries"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(
        public="bond post role delegation sent_by rests_on", internal="entry", personal="person"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="tenure_role_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(rests_on=models.F("bond")), name="tenure_not_on_itself"
            ),
            AppendOnly(once=["rests_on"], name="tenure_append_only"),
        ]

    def __str__(self) -> str:
        return self.bond.code


class Statement(models.Model):
    """What someone says of a bond for a period.

    ``said_by`` is a side, or nobody where a published source speaks. An empty grade says "not so".
    """

    bond = models.ForeignKey(Bond, on_delete=models.PROTECT, related_name="statements")
    number = models.PositiveIntegerField()
    said_by = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="said"
    )
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="statements"
    )
    grade = models.CharField(max_length=60, null=True, blank=True)  # noqa: DJ001 - None says "not so"
    from_earliest = models.DateField()
    from_latest = models.DateField()
    until_earliest = models.DateField(default=OPEN_END)
    until_latest = models.DateField(default=OPEN_END)
    stated_on = models.DateField()
    note = models.JSONField(default=dict, blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    valid_from = BoundColumns("from")
    valid_until = BoundColumns("until")
    classified = Classified(
        public="bond number said_by source grade from_earliest from_latest until_earliest"
        " until_latest stated_on note",
        internal="id entry withdrawn_by",
    )

    class Meta:
        constraints = [
            ordered("statement", "from"),
            ordered("statement", "until"),
            possible("statement"),
            models.CheckConstraint(
                condition=models.Q(said_by__isnull=False) | models.Q(source__isnull=False),
                name="statement_said_by_someone",
            ),
            models.CheckConstraint(
                condition=models.Q(grade__isnull=True) | ~models.Q(grade=""),
                name="statement_grade_or_not_so",
            ),
            models.UniqueConstraint(
                fields=["bond", "number"],
                condition=models.Q(withdrawn_by=None),
                name="statement_once",
            ),
            AppendOnly(once=["withdrawn_by"], name="statement_append_only"),
        ]
        # What changed is read by day, whatever the bond.
        indexes = [
            models.Index(fields=["from_latest", "from_earliest"], name="statement_from"),
            models.Index(fields=["until_latest", "until_earliest"], name="statement_until"),
        ]

    def __str__(self) -> str:
        return f"{self.bond_id}/{self.number}"


class Event(models.Model):
    """What happened on a bond on a day, or held from a day until another."""

    bond = models.ForeignKey(Bond, on_delete=models.PROTECT, related_name="events")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=60, validators=[RegexValidator(CODE_PATTERN)])
    on_earliest = models.DateField()
    on_latest = models.DateField()
    until_earliest = models.DateField(null=True, blank=True)
    until_latest = models.DateField(null=True, blank=True)
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="events"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    on = BoundColumns("on")
    until = OptionalBoundColumns("until")
    classified = Classified(
        public="bond number code on_earliest on_latest until_earliest until_latest source",
        internal="id entry withdrawn_by",
    )

    class Meta:
        constraints = [
            ordered("event", "on"),
            ordered("event", "until"),
            models.CheckConstraint(
                condition=models.Q(until_latest__isnull=True)
                | models.Q(on_earliest__lte=models.F("until_latest")),
                name="event_period_possible",
            ),
            models.UniqueConstraint(
                fields=["bond", "number"],
                condition=models.Q(withdrawn_by=None),
                name="event_once",
            ),
            AppendOnly(once=["withdrawn_by"], name="event_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.bond_id}/{self.code}"

    @property
    def value(self) -> EventValue:
        """The event as rules know it."""
        source = None if self.source is None else self.source.ref
        return EventValue(self.code, self.on, self.until, self.number, source)
