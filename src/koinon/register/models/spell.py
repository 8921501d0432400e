"""What follows from statements: stretches of days in which nothing that is said changes."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Self

import msgspec
from django.db import models

from koinon.history.publicity import Classified
from koinon.register.constraints import NoOverlap
from koinon.register.models.bond import Bond
from koinon.rules.bound import Bound
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Ended, Says, says
from koinon.rules.spell.spell import Spell as SpellValue
from koinon.rules.spell.state import State, last_confirmed_on, standing


class Spell(models.Model):
    """The days from ``valid_from`` until ``valid_until`` (excluded) of a bond.

    Derived: rebuilt from the statements of the bond whenever one is added or withdrawn.
    ``detail`` holds the whole answer of the rule; the other columns are for asking. ``standing``
    is the state apart from its age, which is judged by ``confirmed_on`` when reading.
    """

    bond = models.ForeignKey(Bond, on_delete=models.CASCADE, related_name="spells")
    valid_from = models.DateField()
    valid_until = models.DateField()
    party_says = models.CharField(max_length=10, choices=[(it, it) for it in Says])
    network_says = models.CharField(max_length=10, choices=[(it, it) for it in Says])
    holds = models.BooleanField(null=True)
    is_certain = models.BooleanField()
    grade = models.CharField(max_length=60, blank=True)
    ended = models.CharField(max_length=20, choices=[(it, it) for it in Ended])
    standing = models.CharField(max_length=10, choices=[(it, it) for it in State])
    confirmed_on = models.DateField(null=True, blank=True)
    detail = models.JSONField()

    classified = Classified(
        public="bond valid_from valid_until party_says network_says holds is_certain grade ended"
        " standing confirmed_on detail"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_from__lt=models.F("valid_until")),
                name="spell_period_possible",
            ),
            NoOverlap(
                owner="bond", start="valid_from", end="valid_until", name="spell_without_overlap"
            ),
        ]
        indexes = [
            models.Index(fields=["valid_from", "valid_until"], name="spell_period"),
            # Few ties of many differ or are denied: those are looked for first.
            models.Index(fields=["standing"], name="spell_standing"),
        ]

    def __str__(self) -> str:
        return f"{self.bond_id} {self.valid_from}..{self.valid_until}"

    @classmethod
    def of(cls, bond: int, spell: SpellValue, spells: Sequence[SpellValue]) -> Self:
        """Make the row of one of a bond's spells, without adding it."""
        return cls(
            bond_id=bond,
            valid_from=spell.valid_from,
            valid_until=spell.valid_until,
            party_says=says(spell.party),
            network_says=says(spell.network),
            holds=conclusion(spell, spells),
            is_certain=spell.is_certain,
            grade=next((saying.grade for saying in spell.sayings if saying.grade), ""),
            ended=spell.ended,
            standing=standing(spell),
            confirmed_on=last_confirmed_on(spell),
            detail=msgspec.to_builtins(spell, enc_hook=str),
        )

    @property
    def value(self) -> SpellValue:
        """The spell as rules know it."""
        return msgspec.convert(self.detail, SpellValue, dec_hook=_bound)


def read_spell(detail: str) -> SpellValue:
    """Read the spell of a row from the text of its ``detail``."""
    return _DECODER.decode(detail)


def _bound(_kind: type, value: object) -> Bound:
    return _parsed(str(value))


@lru_cache(maxsize=50_000)
def _parsed(text: str) -> Bound:
    """Read a bound; the same few days stand in many spells."""
    return Bound.parse(text)


_DECODER = msgspec.json.Decoder(SpellValue, dec_hook=_bound)
