"""Organisations: cities, networks, associations and what else can be one side of a bond."""

from datetime import date

from django.core.validators import RegexValidator
from django.db import models

from koinon.gazetteer.models import CODE_PATTERN, NameUse, Place, name_constraints
from koinon.history.bounds import BoundColumns, OptionalBoundColumns, ordered, possible
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified
from koinon.register.models.order import OrderField
from koinon.register.models.source import Source
from koinon.rules.kind import OrganisationKind


class Organisation(models.Model):
    """One side of bonds; a network's code is the code of its statute, where it has one."""

    code = models.CharField(max_length=100, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    kind = models.CharField(max_length=30, choices=[(kind, kind) for kind in OrganisationKind])
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    founded_earliest = models.DateField(null=True, blank=True)
    founded_latest = models.DateField(null=True, blank=True)
    source = models.ForeignKey(
        Source, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    founded = OptionalBoundColumns("founded")
    classified = Classified(
        public="code kind place founded_earliest founded_latest source", internal="id entry"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=list(OrganisationKind)), name="organisation_kind_known"
            ),
            ordered("organisation", "founded"),
            AppendOnly(
                once=["place", "founded_earliest", "founded_latest", "source"],
                name="organisation_append_only",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def may_exist_on(self, day: date) -> bool:
        """Tell whether the organisation was, or may have been, founded by a day."""
        founded = self.founded
        return founded is None or founded.earliest <= day


class OrganisationName(models.Model):
    """A name of an organisation; language "mul" for one that is the same in every language."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="names")
    language = models.CharField(max_length=10)
    name = models.CharField(max_length=300, db_index=True)
    use = models.CharField(max_length=10, choices=NameUse, default=NameUse.OFFICIAL)
    order = OrderField(source="name")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(public="organisation language name use", internal="id order entry")

    class Meta:
        constraints = name_constraints("organisation")
        indexes = [models.Index(fields=["order", "organisation"], name="organisation_name_order")]

    def __str__(self) -> str:
        return self.name


class LegalPerson(models.Model):
    """The legal person that an organisation was for a time."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="legal_persons"
    )
    name = models.CharField(max_length=300)
    form = models.CharField(max_length=100, blank=True)
    seat = models.CharField(max_length=200, blank=True)
    from_earliest = models.DateField()
    from_latest = models.DateField()
    until_earliest = models.DateField()
    until_latest = models.DateField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    valid_from = BoundColumns("from")
    valid_until = BoundColumns("until")
    classified = Classified(
        public="organisation name form seat from_earliest from_latest until_earliest until_latest"
        " source",
        internal="id entry",
    )

    class Meta:
        constraints = [
            ordered("legal_person", "from"),
            ordered("legal_person", "until"),
            possible("legal_person"),
            models.UniqueConstraint(
                fields=["organisation", "name", "from_earliest", "from_latest"],
                name="legal_person_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
