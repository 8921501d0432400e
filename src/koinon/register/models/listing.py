"""Where a bond stands in the list of its counterpart's parties: by name, language by language."""

from collections.abc import Iterator
from typing import Self

from django.db import models

from koinon.history.publicity import Classified
from koinon.register.models.bond import Bond
from koinon.register.models.order import OrderField
from koinon.register.models.organisation import Organisation
from koinon.rules.rule import Text
from koinon.wording.language import Language, pick

EVERY = ""
"""Stands for all languages, where a party's name is the same in each."""


class Listing(models.Model):
    """A line in a list of parties, with the name that a page in ``language`` shows.

    Derived: rebuilt whenever a bond or a name of a party is added. A party whose name is the same
    in every language has one line, others one for each language that Koinon brings along.
    """

    bond = models.ForeignKey(Bond, on_delete=models.CASCADE, related_name="listings")
    counterpart = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    language = models.CharField(max_length=10, blank=True)
    name = models.CharField(max_length=300)
    order = OrderField(source="name")
    country = models.CharField(max_length=2, blank=True)

    classified = Classified(public="bond counterpart language name country", internal="id order")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bond", "language"], name="listing_once"),
        ]
        # A page of a list goes on from the line shown last.
        indexes = [
            models.Index(
                fields=["counterpart", "language", "order", "bond"], name="listing_in_order"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bond_id} {self.language} {self.name}"

    @classmethod
    def of(cls, bond: Bond, names: Text, country: str) -> Iterator[Self]:
        """Make the lines of a bond by the official names of its party, without adding them."""
        for language, name in shown_names(names).items():
            yield cls(
                bond_id=bond.pk,
                counterpart_id=bond.counterpart_id,
                language=language,
                name=name,
                country=country,
            )


def shown_names(names: Text) -> Text:
    """Give the name that each language shows; under ``EVERY`` where it is the same in all."""
    shown = {language.value: pick(names, language) for language in Language}
    different = set(shown.values())
    return shown if len(different) > 1 else {EVERY: different.pop()}


def language_of_lists(language: str) -> str:
    """Give the language whose lines a page in a language reads: its own, else English."""
    return language if language in set(Language) else Language.ENGLISH.value
