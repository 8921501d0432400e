"""A network's figures, measure by measure: what sources state beside what the register counts."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import msgspec

from koinon.register.models import BondKind
from koinon.register.models.figure import Qualifier
from koinon.register.queries.counting import Series
from koinon.register.queries.figures import FigureOn
from koinon.rules.spell.counted import counted_within

COUNTED_AS = {
    "members": BondKind.MEMBERSHIP,
    "signatories": BondKind.SIGNATURE,
    "participants": BondKind.PARTICIPATION,
}
"""Of which kind a bond is that counts towards a measure; other measures are not counted."""

CHARTED_FROM = 2
"""How many figures a measure needs to be worth a chart."""


class FigureLine(msgspec.Struct, frozen=True, kw_only=True):
    """A stated figure; for each series the least and most counted on the days its source means."""

    figure: FigureOn
    footnote: int
    counted: tuple[tuple[int, int], ...] = ()

    @property
    def is_exceeded(self) -> bool:
        """Whether more are counted than the source states, on each of its days."""
        if len(self.counted) != 1 or self.figure.qualifier == Qualifier.OVER:
            return False
        return self.counted[0][0] > self.figure.value


class MeasureShown(msgspec.Struct, frozen=True, kw_only=True):
    """A measure with its stated figures, the latest first, and who is counted towards it."""

    measure: str
    lines: tuple[FigureLine, ...]
    series: tuple[Series, ...]

    @property
    def is_charted(self) -> bool:
        """Whether there is enough over time to draw."""
        return len(self.lines) >= CHARTED_FROM


class FigureTable(msgspec.Struct, frozen=True, kw_only=True):
    """All measures, the one of members first, with the sources that footnotes name."""

    measures: tuple[MeasureShown, ...]
    sources: tuple[FigureOn, ...]


def figure_table(figures: Sequence[FigureOn], series: Sequence[Series], today: date) -> FigureTable:
    """Put stated and counted figures side by side; today ends what can be counted."""
    ordered = sorted(figures, key=lambda it: it.measure)
    grouped = {measure: list(group) for measure, group in groupby(ordered, lambda it: it.measure)}
    first = sorted(grouped, key=lambda it: (it not in COUNTED_AS, -len(grouped[it]), it))
    numbers: dict[str, int] = {}
    sources: list[FigureOn] = []
    for measure in first:
        for figure in grouped[measure]:
            if figure.source.code not in numbers:
                sources.append(figure)
                numbers[figure.source.code] = len(sources)
    return FigureTable(
        measures=tuple(
            _measure(measure, grouped[measure], _counted(measure, series), numbers, today)
            for measure in first
        ),
        sources=tuple(sources),
    )


def _counted(measure: str, series: Sequence[Series]) -> tuple[Series, ...]:
    return tuple(it for it in series if it.kind == COUNTED_AS.get(measure))


def _measure(
    measure: str,
    figures: Sequence[FigureOn],
    series: tuple[Series, ...],
    numbers: dict[str, int],
    today: date,
) -> MeasureShown:
    lines = tuple(
        FigureLine(figure=it, footnote=numbers[it.source.code], counted=_within(it, series, today))
        for it in figures
    )
    return MeasureShown(measure=measure, lines=lines, series=series)


def _within(
    figure: FigureOn, series: tuple[Series, ...], today: date
) -> tuple[tuple[int, int], ...]:
    """Count on the days of a source, strand by strand; of days to come nothing is counted."""
    first, last = figure.dated.earliest, min(figure.dated.latest, today)
    if first > today:
        return ()
    return tuple(counted_within(it.steps, first, last) for it in series)
