"""Places with their codes, and their names by language."""

from django.core.validators import RegexValidator
from django.db import models

from koinon.history.models import Entry
from koinon.history.publicity import Classified

CODE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"
"""A public code: small letters, digits, hyphens."""


class PlaceKind(models.TextChoices):
    """What a place is in the order of its country."""

    COUNTRY = "country"
    STATE = "state"
    COUNTY = "county"
    MUNICIPALITY = "municipality"
    DISTRICT = "district"


class NameUse(models.TextChoices):
    """How a name is used: in full, for short, or only for finding."""

    OFFICIAL = "official"
    SHORT = "short"
    ALIAS = "alias"


def name_constraints(owner: str) -> list[models.BaseConstraint]:
    """Let a table of names hold each name once, and one official and one short name a language."""
    return [
        models.CheckConstraint(
            condition=models.Q(use__in=NameUse.values), name=f"{owner}_name_use_known"
        ),
        models.UniqueConstraint(
            fields=[owner, "language", "name", "use"], name=f"{owner}_name_once"
        ),
        models.UniqueConstraint(
            fields=[owner, "language", "use"],
            condition=~models.Q(use=NameUse.ALIAS),
            name=f"{owner}_name_one_official_one_short",
        ),
    ]


class Place(models.Model):
    """A place; ``country`` is the two-letter code, ``lau`` the code of the municipality in it."""

    code = models.CharField(max_length=100, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    kind = models.CharField(max_length=20, choices=PlaceKind)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts"
    )
    country = models.CharField(max_length=2, blank=True)
    nuts = models.CharField(max_length=5, blank=True, db_index=True)
    lau = models.CharField(max_length=20, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(
        public="code kind parent country nuts lau latitude longitude", internal="id entry"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=PlaceKind.values), name="place_kind_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="place_not_its_own_parent"
            ),
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(
                    latitude__isnull=False,
                    longitude__isnull=False,
                    latitude__range=(-90, 90),
                    longitude__range=(-180, 180),
                ),
                name="place_on_the_globe",
            ),
            models.UniqueConstraint(
                fields=["country", "lau"],
                condition=~models.Q(lau=""),
                name="place_lau_once_per_country",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PlaceName(models.Model):
    """A name of a place; language "mul" stands for a name that is the same in every language."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="names")
    language = models.CharField(max_length=10)
    name = models.CharField(max_length=200, db_index=True)
    use = models.CharField(max_length=10, choices=NameUse, default=NameUse.OFFICIAL)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(public="place language name use", internal="id entry")

    class Meta:
        constraints = name_constraints("place")

    def __str__(self) -> str:
        return self.name
