"""Bodies that no statute names, their terms, posts, and the people in them."""

from django.core.validators import RegexValidator
from django.db import models

from koinon.gazetteer.models import CODE_PATTERN
from koinon.history.bounds import BoundColumns, ordered
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified
from koinon.register.models.organisation import Organisation
from koinon.register.models.source import Source


class Body(models.Model):
    """A body of an organisation, beside those that its statute names."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="bodies")
    code = models.CharField(max_length=60, validators=[RegexValidator(CODE_PATTERN)])
    names = models.JSONField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(public="organisation code names", internal="id entry")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "code"], name="body_once")]

    def __str__(self) -> str:
        return self.code


class BodyTerm(models.Model):
    """The election that began a term of a body; ``body`` is a code of the statute or of a row."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="body_terms"
    )
    body = models.CharField(max_length=60)
    began_earliest = models.DateField()
    began_latest = models.DateField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    began = BoundColumns("began")
    classified = Classified(
        public="organisation body began_earliest began_latest source",
        internal="id entry withdrawn_by",
    )

    class Meta:
        constraints = [
            ordered("body_term", "began"),
            models.UniqueConstraint(
                fields=["organisation", "body", "began_earliest", "began_latest", "source"],
                condition=models.Q(withdrawn_by=None),
                name="body_term_once",
            ),
            AppendOnly(once=["withdrawn_by"], name="body_term_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.began}"


class PostKind(models.TextChoices):
    """An office is held, a seat is sat in; both are posts."""

    OFFICE = "office"
    SEAT = "seat"


class Post(models.Model):
    """An office or a kind of seat of an organisation, in a body or in none."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="posts")
    code = models.CharField(max_length=60, validators=[RegexValidator(CODE_PATTERN)])
    body = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=10, choices=PostKind)
    head_of_authority = models.BooleanField(default=False)
    names = models.JSONField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(
        public="organisation code body kind head_of_authority names", internal="id entry"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=PostKind.values), name="post_kind_known"
            ),
            models.UniqueConstraint(fields=["organisation", "code"], name="post_once"),
        ]

    def __str__(self) -> str:
        return self.code


class Person(models.Model):
    """Someone who holds an office that a published source names."""

    code = models.CharField(max_length=100, unique=True, validators=[RegexValidator(CODE_PATTERN)])
    title = models.CharField(max_length=60, blank=True)
    given_name = models.CharField(max_length=100, blank=True)
    family_name = models.CharField(max_length=100)
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(internal="id entry", personal="code title given_name family_name")

    def __str__(self) -> str:
        return self.code

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.title, self.given_name, self.family_name) if part)
