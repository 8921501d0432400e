"""The ties that an organisation had once and no longer has on a day."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from django.db.models import Exists, OuterRef, Q, QuerySet

from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sayings import Cited, Said, begun, bounds_said, said
from koinon.overview.statutes import is_programme, strand_names
from koinon.overview.ties import PROGRAMME
from koinon.register.models import Bond
from koinon.register.models import Spell as SpellRow
from koinon.register.prepared import prepared
from koinon.register.queries.bonds import bonds_of, spells_known
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.rule import Text
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Saying, Spell
from koinon.rules.term.last_day import last_day


class FormerTie(msgspec.Struct, frozen=True, kw_only=True):
    """A tie that has ended, with the days as its best sources give them."""

    bond: str
    group: str
    strand_names: Text
    counterpart: Named
    since: Bound
    last_day: Bound | None
    said: tuple[Said, ...]


def former_ties_of(
    organisation: str, day: date, *, known_on: date | None = None
) -> tuple[FormerTie, ...]:
    """List the ties that ended before a day, those that ended last first.

    One query where there are none; with ``known_on``, as it was known at the end of that day.
    """
    rows = _ended(organisation, day) if known_on is None else list(bonds_of(party=organisation))
    found = {
        row.pk: [
            it for it in spells if it.valid_from <= day and conclusion(it, spells) is not False
        ]
        for row, spells in _with_spells(rows, known_on)
    }
    ended = [row for row in rows if _is_over(found.get(row.pk, []), day)]
    names = names_of_organisations({row.counterpart_id for row in ended})
    cited = Cited.by(spell for row in ended for spell in found[row.pk])
    ties = [_former(row, found[row.pk], names, cited) for row in ended]
    return tuple(sorted(ties, key=_position))


@prepared
def _ended(organisation: str, day: date) -> QuerySet[Bond]:
    """Ask for bonds of which something holds before a day, and on it and later nothing."""
    spells = SpellRow.objects.filter(bond=OuterRef("pk")).filter(Q(holds=True) | Q(holds=None))
    return bonds_of(party=organisation).filter(
        Exists(spells.filter(valid_until__lte=day)), ~Exists(spells.filter(valid_until__gt=day))
    )


def _with_spells(
    rows: Sequence[Bond], known_on: date | None
) -> Iterable[tuple[Bond, tuple[Spell, ...]]]:
    spells = spells_known([row.pk for row in rows], known_on)
    return ((row, spells.get(row.pk, ())) for row in rows)


def _is_over(spells: Sequence[Spell], day: date) -> bool:
    return bool(spells) and spells[-1].valid_until <= day


def _former(
    row: Bond, spells: Sequence[Spell], names: dict[int, tuple[Text, Text]], cited: Cited
) -> FormerTie:
    since, until = bounds_said(spells)
    sayings = (it for spell in spells for it in spell.sayings if it.holds is not False)
    return FormerTie(
        bond=row.code,
        group=PROGRAMME if is_programme(row.counterpart.code) else row.kind,
        strand_names=strand_names(row.counterpart.code, row.strand),
        counterpart=named(row.counterpart_id, row.counterpart.code, row.counterpart.kind, names),
        since=begun(spells) or since,
        last_day=None if until == OPEN_BOUND else last_day(until, since),
        said=tuple(filter(None, (said(it, cited) for it in _last_of_each(sayings)))),
    )


def _last_of_each(sayings: Iterable[Saying]) -> Iterable[Saying]:
    return {(it.voice, it.speaker): it for it in sayings}.values()


def _position(tie: FormerTie) -> tuple[int, str]:
    end = tie.last_day.latest.toordinal() if tie.last_day else 0
    return -end, tie.bond
