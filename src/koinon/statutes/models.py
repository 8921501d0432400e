"""The editions of statutes: each text that was ever loaded, never changed, never deleted."""

from django.db import models

from koinon.history.constraints import AppendOnly
from koinon.history.models import Entry
from koinon.history.publicity import Classified


class Edition(models.Model):
    """The text of a network's statute as it was loaded; the latest one is in use."""

    network = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    text = models.TextField()
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")

    classified = Classified(public="network digest text", internal="id entry")

    class Meta:
        indexes = [models.Index(fields=["network", "-id"], name="edition_latest_of_network")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(digest__regex=r"^[0-9a-f]{64}$"), name="edition_digest_is_sha256"
            ),
            models.UniqueConstraint(fields=["network", "entry"], name="edition_once_in_an_entry"),
            AppendOnly(name="edition_append_only"),
        ]

    def __str__(self) -> str:
        return f"{self.network} {self.digest[:12]}"
