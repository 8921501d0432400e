"""What a person typed in about a network that has no statute, and where bundles came from."""

from django.core.validators import RegexValidator
from django.db import models

from koinon.gazetteer.models import CODE_PATTERN
from koinon.history.bounds import BoundColumns, ordered, possible
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified
from koinon.register.models.organisation import Organisation
from koinon.register.models.source import Source
from koinon.rules.bound import OPEN_END


class TypedRuleKind(models.TextChoices):
    """Which rules may be typed by hand."""

    FEE = "fee"
    NOTICE = "notice"


class TypedRule(models.Model):
    """A fee or a notice period typed by a person: who and when stands in its entry."""

    network = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="typed_rules")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=TypedRuleKind)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, blank=True)
    period = models.CharField(max_length=20, blank=True)
    notice = models.CharField(max_length=20, blank=True)
    from_earliest = models.DateField()
    from_latest = models.DateField()
    until_earliest = models.DateField(default=OPEN_END)
    until_latest = models.DateField(default=OPEN_END)
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    valid_from = BoundColumns("from")
    valid_until = BoundColumns("until")
    classified = Classified(
        public="network number kind amount currency period notice from_earliest from_latest"
        " until_earliest until_latest source",
        internal="id entry withdrawn_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    kind=TypedRuleKind.FEE, amount__isnull=False, amount__gte=0, notice=""
                )
                & ~models.Q(currency="")
                & ~models.Q(period="")
                | models.Q(kind=TypedRuleKind.NOTICE, amount=None, currency="", period="")
                & ~models.Q(notice=""),
                name="typed_rule_is_fee_or_notice",
            ),
            ordered("typed_rule", "from"),
            ordered("typed_rule", "until"),
            possible("typed_rule"),
            models.UniqueConstraint(
                fields=["network", "number"],
                condition=models.Q(withdrawn_by=None),
                name="typed_rule_once",
            ),
            AppendOnly(once=["withdrawn_by"], name="typed_rule_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.network_id}/{self.kind}"


class Collection(models.Model):
    """The head of a bundle that was loaded: its names, and whom its data owes credit to."""

    code = models.CharField(max_length=100, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    names = models.JSONField()
    about = models.JSONField()
    credits = models.JSONField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(public="code names about credits", internal="id entry")

    def __str__(self) -> str:
        return self.code
