"""The texts of the site itself, such as the imprint: versions in a language, each from a day."""

from django.core.validators import RegexValidator
from django.db import models

from koinon.gazetteer.models import CODE_PATTERN
from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified


class SiteText(models.Model):
    """A version of a text: it holds until the next one begins, or until its own end.

    ``body`` is Markdown. ``translates`` names the language that the text was translated from;
    it is empty for an original. ``written_on`` tells whether a translation is older than that.
    """

    code = models.CharField(max_length=60, validators=[RegexValidator(CODE_PATTERN)])
    language = models.CharField(max_length=10)
    valid_from = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    written_on = models.DateField()
    translates = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=200)
    body = models.TextField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    withdrawn_by = models.ForeignKey(
        Entry, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    classified = Classified(
        public="code language valid_from valid_until written_on translates title body",
        internal="id entry withdrawn_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until=None)
                | models.Q(valid_from__lt=models.F("valid_until")),
                name="site_text_period_possible",
            ),
            models.CheckConstraint(
                condition=~models.Q(language=models.F("translates")),
                name="site_text_not_from_itself",
            ),
            models.UniqueConstraint(
                fields=["code", "language", "valid_from"],
                condition=models.Q(withdrawn_by=None),
                name="site_text_once",
            ),
            AppendOnly(once=["withdrawn_by"], name="site_text_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.code} ({self.language})"
