"""What sources state beside what is counted: never mixed, each with its source."""

from datetime import date

from koinon.overview.figure_lines import FigureLine, MeasureShown, figure_table
from koinon.register.models.figure import Qualifier
from koinon.register.queries.counting import Series
from koinon.register.queries.figures import FigureOn
from koinon.rules.bound import Bound
from koinon.rules.spell.counted import Step
from koinon.rules.trace import SourceRef

TODAY = date(2026, 11, 22)
MEMBERS = Series("membership", "", (Step(date(2012, 1, 1), 10), Step(date(2018, 1, 1), 34)))
SIGNED = Series("signature", "plan", (Step(date(2012, 1, 1), 7),))


def figure(
    measure: str, value: int, dated: str, source: str, qualifier: str = Qualifier.EXACTLY
) -> FigureOn:
    ref = SourceRef(code=source, title=source.title(), type="other-page", dated=dated, url="")
    return FigureOn(
        measure=measure,
        value=value,
        qualifier=qualifier,
        dated=Bound.parse(dated),
        source=ref,
        is_of_that_day=False,
    )


LATE = figure("members", 33, "2020", "press")
EARLY = figure("members", 25, "2015..2020", "city", Qualifier.OVER)
LANDS = figure("countries", 12, "2020", "press")


def test_members_come_first_and_a_source_has_one_number() -> None:
    table = figure_table([LANDS, LATE, EARLY], [MEMBERS, SIGNED], TODAY)
    assert table.measures == (
        MeasureShown(
            measure="members",
            lines=(
                FigureLine(figure=LATE, footnote=1, counted=((34, 34),)),
                FigureLine(figure=EARLY, footnote=2, counted=((10, 34),)),
            ),
            series=(MEMBERS,),
        ),
        MeasureShown(measure="countries", lines=(FigureLine(figure=LANDS, footnote=1),), series=()),
    )
    assert table.sources == (LATE, EARLY)


def test_more_counted_than_stated_is_told() -> None:
    late, early = figure_table([LATE, EARLY], [MEMBERS], TODAY).measures[0].lines
    assert late.is_exceeded
    assert not early.is_exceeded


def test_two_strands_of_a_kind_are_not_added_up() -> None:
    world = Series("membership", "world", MEMBERS.steps)
    (shown,) = figure_table([LATE], [MEMBERS, world], TODAY).measures
    assert shown.series == (MEMBERS, world)
    assert shown.lines[0].counted == ((34, 34), (34, 34))
    assert not shown.lines[0].is_exceeded


def test_a_source_for_days_to_come_is_compared_with_nothing() -> None:
    (shown,) = figure_table([figure("members", 50, "2030", "plan")], [MEMBERS], TODAY).measures
    assert shown.lines[0].counted == ()
    assert not shown.is_charted


def test_without_figures_there_is_nothing_to_show() -> None:
    assert figure_table([], [MEMBERS], TODAY).measures == ()
