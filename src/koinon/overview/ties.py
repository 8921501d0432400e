"""The ties of a city on a day: what each side says, how they stand, and what hangs on them."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from koinon.overview.directory import CITIES
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sayings import Cited, Said, bounds_of_day, said, silent_voices
from koinon.overview.statutes import grade_names, is_programme, strand_names
from koinon.overview.tenures import Tenancy
from koinon.register.queries.bonds import (
    BondOn,
    bonds_of_party,
    bonds_on,
    sections,
    spells_known,
)
from koinon.register.queries.figures import FigureOn, latest_figures
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.period import Truth
from koinon.rules.rule import Text
from koinon.rules.spell.disc import half
from koinon.rules.spell.said import Side
from koinon.rules.spell.spell import Spell
from koinon.rules.spell.words import state_words
from koinon.rules.trace import SourceRef

INDIRECT = "indirect"
PROGRAMME = "programme"
"""Taking part in a funding programme: a participation, shown apart."""

OWN_SOURCE = "spell.state.reported.party"
"""How a tie stands of which only the source of the side that belongs speaks."""

DEEPEST = 6


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """A tie on a day. An indirect one leads through ``via`` and has nobody's own word.

    ``holds`` is None where a rough bound leaves it open. ``valid_from`` is ``Disputed`` where
    voices differ about the beginning.
    """

    bond: str
    kind: str
    group: str
    strand: str
    strand_names: Text
    counterpart: Named
    grade: str | None
    grade_names: Text
    valid_from: Bound | None
    valid_until: Bound | None
    holds: Truth
    state: str
    words: Reason
    left: str
    right: str
    member_says: Said | None
    network_says: Said | None
    third: tuple[Said, ...]
    sources: tuple[SourceRef, ...]
    figures: tuple[FigureOn, ...] = ()
    tenures: tuple[Tenancy, ...] = ()
    via: tuple[Named, ...] = ()


def ties_of(
    city: str, day: date, tenures: Sequence[Tenancy], *, known_on: date | None = None
) -> tuple[Tie, ...]:
    """Give the ties that a city has or may have on a day, then those it has through networks."""
    own = _holding(bonds_on(bonds_of_party(city), day, known_on=known_on), day)
    paths = _paths([item.bond.counterpart.code for item in own], _sections(day, known_on))
    reached = [item for path in paths for item in path]
    involved = {item.bond.counterpart_id for item in (*own, *reached)}
    names = names_of_organisations(involved)
    figures = latest_figures(involved, day, known_on=known_on)
    around = _around((*own, *reached), known_on)
    cited = Cited.by(spell for spells in around.values() for spell in spells)
    build = _Builder(names, figures, cited, tenures, own=own, around=around, day=day)
    return (*map(build.direct, own), *map(build.indirect, paths))


def _holding(found: Iterable[BondOn], day: date) -> list[BondOn]:
    """Keep the bonds that hold or may hold; nobody belongs to what is not founded yet."""
    kept = (item for item in found if item.holds is not False)
    return [item for item in kept if item.bond.counterpart.may_exist_on(day)]


def _around(found: Iterable[BondOn], known_on: date | None) -> dict[int, tuple[Spell, ...]]:
    """Gather the spells of bonds: of those about which voices differ all, else that of the day."""
    of_day = {item.bond.pk: item for item in found}
    differing = [key for key, item in of_day.items() if item.spell.differences]
    return {key: (item.spell,) for key, item in of_day.items()} | spells_known(differing, known_on)


def _sections(day: date, known_on: date | None) -> dict[str, list[BondOn]]:
    found: dict[str, list[BondOn]] = {}
    for item in _holding(bonds_on(sections(), day, known_on=known_on), day):
        found.setdefault(item.bond.party.code, []).append(item)
    return found


def _paths(networks: list[str], within: dict[str, list[BondOn]]) -> list[list[BondOn]]:
    """Find the networks above those a city is in, each by its shortest way."""
    reached = set(networks)
    paths: list[list[BondOn]] = []
    ends: list[list[BondOn]] = [[item] for code in networks for item in within.get(code, [])]
    for _ in range(DEEPEST):
        following: list[list[BondOn]] = []
        for path in ends:
            code = path[-1].bond.counterpart.code
            if code in reached:
                continue
            reached.add(code)
            paths.append(path)
            following.extend([*path, item] for item in within.get(code, []))
        ends = following
    return paths


class _Builder:
    """Makes ties from bonds, with names, figures, sources and notes gathered beforehand."""

    def __init__(
        self,
        names: dict[int, tuple[Text, Text]],
        figures: dict[int, tuple[FigureOn, ...]],
        cited: Cited,
        tenures: Sequence[Tenancy],
        *,
        own: Iterable[BondOn],
        around: dict[int, tuple[Spell, ...]],
        day: date,
    ) -> None:
        self.names = names
        self.figures = figures
        self.cited = cited
        self.tenures = tenures
        self.certain = {item.bond.counterpart.code for item in own if item.holds}
        self.around = around
        self.day = day

    def named(self, item: BondOn) -> Named:
        network = item.bond.counterpart
        return named(network.pk, network.code, network.kind, self.names)

    def direct(self, item: BondOn) -> Tie:
        spell, bond = item.spell, item.bond
        voices = [voice for voice in spell.sayings if voice.holds is not False]
        grade = next((voice.grade for voice in voices if voice.grade), None)
        silent = {
            name: said(voice, self.cited, of_day=False)
            for name, voice in silent_voices(spell, self.around[bond.pk], self.day).items()
        }
        member = said(spell.party, self.cited) or silent.pop(Side.PARTY, None)
        network = said(spell.network, self.cited) or silent.pop(Side.NETWORK, None)
        third = (*(said(it, self.cited) for it in spell.third), *silent.values())
        shown = tuple(filter(None, (member, network, *third)))
        return Tie(
            bond=bond.code,
            kind=bond.kind,
            group=PROGRAMME if is_programme(bond.counterpart.code) else bond.kind,
            strand=bond.strand,
            strand_names=strand_names(bond.counterpart.code, bond.strand),
            counterpart=self.named(item),
            grade=grade,
            grade_names=grade_names(bond.counterpart.code, grade or ""),
            valid_from=bounds_of_day(spell)[0],
            valid_until=next((it.ends for it in shown if it.of_day and it.ends is not None), None),
            holds=item.holds,
            state=item.state,
            words=_words(item),
            left=half(spell.party),
            right=half(spell.network),
            member_says=member,
            network_says=network,
            third=tuple(filter(None, third)),
            sources=_refs(shown),
            figures=self.figures.get(bond.counterpart_id, ()),
            tenures=tuple(
                it for it in self.tenures if it.organisation.code == bond.counterpart.code
            ),
        )

    def indirect(self, path: list[BondOn]) -> Tie:
        last = path[-1]
        tie = self.direct(last)
        through = [
            named(step.bond.party.pk, step.bond.party.code, step.bond.party.kind, self.names)
            for step in path
        ]
        certain = path[0].bond.party.code in self.certain and all(it.holds for it in path)
        return msgspec.structs.replace(
            tie,
            kind=INDIRECT,
            group=INDIRECT,
            strand="",
            strand_names={},
            grade=None,
            grade_names={},
            holds=True if certain else None,
            via=tuple(through),
        )


def _words(item: BondOn) -> Reason:
    """Say how a tie stands; an association or a network that belongs is not called a city."""
    words = state_words(item.spell, item.state)
    if words.code == OWN_SOURCE and item.bond.party.kind not in CITIES:
        return Reason(f"{OWN_SOURCE.removesuffix('party')}member")
    return words


def _refs(shown: Iterable[Said]) -> tuple[SourceRef, ...]:
    return tuple(dict.fromkeys(item.source for item in shown if item.source is not None))
