"""Single facts for other people's pages: a figure, a count, the ties of a city."""

from collections.abc import Iterable
from datetime import date

import msgspec
from django.db.models import Count, Q

from koinon.gazetteer.slug import slug
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.statutes import strand_names
from koinon.overview.ties import Tie, ties_of
from koinon.register.models import Basis, BondKind, Organisation, OrganisationName, Source, Spell
from koinon.register.queries.bonds import NO_BELONGING
from koinon.register.queries.figures import FigureOn, latest_figures, named_figures
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text
from koinon.wording.placeholders import FigureName

COUNTED = (
    BondKind.MEMBERSHIP,
    BondKind.SIGNATURE,
    BondKind.PARTICIPATION,
    BondKind.PARTNERSHIP,
)
"""The kinds of tie that are counted, each by itself."""


class FigureFact(msgspec.Struct, frozen=True, kw_only=True):
    """A figure; None where nobody knows it. ``read_on`` is the day its source was last read."""

    organisation: Named
    on: date
    measure: str
    basis: str
    figure: FigureOn | None
    read_on: date | None


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """How many ties of a kind and strand hold for sure, and how many more may hold."""

    kind: str
    strand: str
    strand_names: Text
    sure: int
    perhaps: int


class CountFact(msgspec.Struct, frozen=True, kw_only=True):
    """The ties of one kind, counted; those of a network by the act of belonging."""

    organisation: Named
    on: date
    kind: str
    numbers: tuple[Number, ...]


class TiesFact(msgspec.Struct, frozen=True, kw_only=True):
    """The ties of a city that hold or may hold, without those through other networks."""

    organisation: Named
    on: date
    ties: tuple[Tie, ...]


class Offered(msgspec.Struct, frozen=True, kw_only=True):
    """All facts of an organisation that can be taken to another page."""

    organisation: Named
    figures: tuple[FigureFact, ...]
    counts: tuple[CountFact, ...]
    has_ties: bool


def figure_fact(code: str, measure: str, basis: str, day: date) -> FigureFact | None:
    """Give a figure as of a day, None where the register knows no such organisation."""
    row = Organisation.objects.filter(code=code).first()
    if row is None or basis not in Basis.values:
        return None
    name = FigureName(code, measure, basis)
    figure = named_figures([name], day).get(name)
    read = _read_on([figure] if figure else [])
    return FigureFact(
        organisation=_named(row),
        on=day,
        measure=measure,
        basis=basis,
        figure=figure,
        read_on=read.get(figure.source.code) if figure else None,
    )


def count_fact(code: str, kind: str, day: date) -> CountFact | None:
    """Count the ties of a kind on a day, None where there is no such organisation or kind."""
    row = Organisation.objects.filter(code=code).first()
    if row is None or kind not in COUNTED:
        return None
    numbers = _numbers(row, day, [kind])
    return CountFact(organisation=_named(row), on=day, kind=kind, numbers=numbers)


def ties_fact(code: str, day: date) -> TiesFact | None:
    """Give the ties of a city on a day, None where the register knows no such organisation."""
    row = Organisation.objects.filter(code=code).first()
    if row is None:
        return None
    ties = tuple(tie for tie in ties_of(code, day, ()) if not tie.via)
    return TiesFact(organisation=_named(row), on=day, ties=ties)


def facts_of(text: str, day: date) -> Offered | None:
    """List what there is to take of an organisation, by its code or any of its names."""
    names = OrganisationName.objects.filter(name__iexact=text).values("organisation")
    found = Organisation.objects.filter(Q(code=slug(text)) | Q(pk__in=names))
    row = found.order_by("code").first() if text else None
    if row is None:
        return None
    organisation = _named(row)
    figures = latest_figures([row.pk], day).get(row.pk, ())
    read = _read_on(figures)
    numbers = _numbers(row, day, COUNTED)
    return Offered(
        organisation=organisation,
        figures=tuple(
            FigureFact(
                organisation=organisation,
                on=day,
                measure=figure.measure,
                basis=Basis.STATED.value,
                figure=figure,
                read_on=read.get(figure.source.code),
            )
            for figure in figures
        ),
        counts=tuple(
            CountFact(
                organisation=organisation,
                on=day,
                kind=kind,
                numbers=tuple(number for number in numbers if number.kind == kind),
            )
            for kind in dict.fromkeys(number.kind for number in numbers)
        ),
        has_ties=row.bonds.exclude(kind__in=NO_BELONGING).exists(),
    )


def _named(row: Organisation) -> Named:
    return named(row.pk, row.code, row.kind, names_of_organisations([row.pk]))


def _read_on(figures: Iterable[FigureOn]) -> dict[str, date | None]:
    codes = {figure.source.code for figure in figures}
    rows = Source.objects.filter(code__in=codes).values_list("code", "read_on")
    return dict(rows) if codes else {}


def _numbers(row: Organisation, day: date, kinds: Iterable[str]) -> tuple[Number, ...]:
    """Count what an organisation belongs to; of a network, who belongs to it. One query."""
    side = Q(bond__counterpart=row) if row.kind == OrganisationKind.NETWORK else Q(bond__party=row)
    spells = Spell.objects.filter(
        side, valid_from__lte=day, valid_until__gt=day, bond__kind__in=list(kinds)
    ).exclude(bond__counterpart__founded_earliest__gt=day)
    counted = (
        spells.order_by("bond__kind", "bond__strand")
        .values_list("bond__kind", "bond__strand")
        .annotate(sure=Count("pk", Q(holds=True)), perhaps=Count("pk", Q(holds=None)))
    )
    network = row.code if row.kind == OrganisationKind.NETWORK else ""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for kind, strand, sure, perhaps in counted:
        # A city's ties of a kind are counted together, whatever the networks call them.
        key = (kind, strand if network else "")
        before = found.get(key, (0, 0))
        found[key] = (before[0] + sure, before[1] + perhaps)
    return tuple(
        Number(
            kind=kind,
            strand=strand,
            strand_names=strand_names(network, strand) if network else {},
            sure=sure,
            perhaps=perhaps,
        )
        for (kind, strand), (sure, perhaps) in found.items()
        if sure or perhaps
    )
