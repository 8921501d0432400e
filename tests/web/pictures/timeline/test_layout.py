"""Where bars, names, arrows and marks of years stand on a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.rules.bound import Bound
from koinon.web.pictures.calendar import Calendar, Year, calendar
from koinon.web.pictures.timeline.drawing import Bar, Tied
from koinon.web.pictures.timeline.layout import MOST, MOST_LANES, SIZES, draw, drawn
from koinon.web.pictures.timeline.track import Stretch, Track
from koinon.web.pictures.timeline.words import Name, Span, place_name

DAY = date(2020, 1, 1)
MAYOR = Stretch("mayor", Bound.parse("2010-01-01"), Bound.parse("2015-01-01"), "Ada", own=True)
SEAT = Stretch(
    "seat", Bound.parse("2012"), Bound.parse("2015-01-01"), "Ada", own=False, rests_on="mayor"
)
TRACKS = (Track("Vogt", "Stadt", (MAYOR,)), Track("Sitz", "Bund", (SEAT,)))


def test_a_bar_is_certain_between_its_rough_bounds() -> None:
    drawing = draw(TRACKS, DAY, "broad")
    assert drawing.lines[1].bars == (
        Bar(
            key="seat",
            x=408.6,
            width=223.1,
            sure_x=482.9,
            sure_width=148.8,
            y=70,
            name="Ada",
            name_x=488.9,
            own=False,
            name_on="sure",
        ),
    )
    assert drawing.lines[0].bars[0].x == 260


def test_on_a_day_ahead_only_what_is_known_today_is_certain() -> None:
    open_end = MAYOR._replace(until=None)
    later = open_end._replace(key="later", since=Bound.parse("2022-01-01"))
    tracks = (Track("Vogt", "Stadt", (open_end, later, SEAT)),)
    known, ahead = drawn(tracks, date(2030, 1, 1)), drawn(tracks, date(2030, 1, 1), DAY)
    sure = [[bar.sure_width / bar.width for bar in it[-1].lines[0].bars] for it in (known, ahead)]
    assert sure[0][:2] == [1, 1]
    assert sure[1][0] == pytest.approx(0.5, abs=0.01)
    assert sure[1][1:] == [0, sure[0][2]]
    assert drawn(tracks, DAY, DAY) == drawn(tracks, DAY)


def test_a_name_lies_across_what_is_certain_only_where_nothing_else_fits() -> None:
    bar, sure = Span(100, 300), Span(200, 300)
    beside = Span(100, 500)
    assert place_name(["x" * 20, "1999"], bar, sure, beside).on == "ground"
    assert place_name(["x" * 20, "1999"], bar, sure, bar) == Name("1999", "sure", 206)
    assert place_name(["x" * 20], bar, sure, bar).on == "rough"


def test_an_arrow_leads_to_what_ends_with_the_office() -> None:
    assert draw(TRACKS, DAY, "broad").tied == (Tied(631.7, 39, 72),)
    alone = SEAT._replace(until=Bound.parse("2014-01-01"))
    assert draw((TRACKS[0], Track("Sitz", "Bund", (alone,))), DAY, "broad").tied == ()
    unknown = SEAT._replace(until=Bound.parse("after 2014"))
    assert draw((TRACKS[0], Track("Sitz", "Bund", (unknown,))), DAY, "broad").tied == ()


def test_what_looks_alike_is_one_path() -> None:
    drawing = draw(TRACKS, DAY, "broad")
    assert drawing.own == "M260 28h371.7v22h-371.7z"
    assert drawing.seats == "M482.9 70h148.8v22h-148.8z"
    assert drawing.rough == "M260 28h371.7v22h-371.7zM408.6 70h223.1v22h-223.1z"
    assert drawing.ends.startswith("M631.7 39V72m0 0l-4 -7h8z")
    assert drawing.grid.endswith("M0 60H1152")
    assert draw(TRACKS, DAY, "tiny").grid.endswith("M0 88H272")


def test_what_overlaps_stands_below_and_what_follows_beside() -> None:
    after = MAYOR._replace(key="b", since=Bound.parse("2015-01-01"), until=None)
    beside = MAYOR._replace(key="c", since=Bound.parse("2012-01-01"))
    (line,) = draw((Track("Vogt", "Stadt", (MAYOR, beside, after)),), DAY, "broad").lines
    assert [(bar.key, bar.y) for bar in line.bars] == [("mayor", 28), ("c", 52), ("b", 28)]
    assert line.bottom == 76


def test_an_open_end_is_drawn_up_to_the_day_and_an_uncertain_one_hatched() -> None:
    since = Bound.parse("2018-01-01")
    still = Track("Vogt", "Stadt", (Stretch("a", since, None, "", own=True),))
    rough = Track("Vogt", "Stadt", (Stretch("b", since, Bound.parse("after 2018"), "", own=True),))
    drawing = draw((still, rough), DAY, "broad")
    one, other = (line.bars[0] for line in drawing.lines)
    assert one.x + one.width == pytest.approx(drawing.today_x)
    assert one.sure_width == one.width
    assert other.width == one.width
    assert other.sure_width == pytest.approx(one.width / 2, abs=1)


def test_a_name_stands_inside_else_beside_else_nowhere() -> None:
    short = MAYOR._replace(since=Bound.parse("2014-12-01"), name="Ada Lovelace")
    (line,) = draw((Track("Vogt", "Stadt", (short,)),), DAY, "broad").lines
    assert line.bars[0].name_on == "ground"
    (line,) = draw((Track("Vogt", "Stadt", (short,)),), DAY, "tiny").lines
    assert (line.bars[0].name, line.bars[0].anchor, line.last) == ("Ada Lovelace", "start", "")


def test_a_name_stands_left_of_its_bar_where_something_follows() -> None:
    first = MAYOR._replace(since=Bound.parse("2013-01-01"), until=Bound.parse("2014-01-01"))
    second = Stretch("b", Bound.parse("2014-01-01"), None, "B" * 40, own=True)
    early = Track("Rat", "", (MAYOR._replace(key="c", since=Bound.parse("2005-01-01")),))
    row = draw((early, Track("Vogt", "", (first, second))), DAY, "tiny").lines[1]
    assert [(bar.name, bar.anchor) for bar in row.bars] == [("Ada", "end"), ("", "start")]
    assert row.bars[0].name_x < row.bars[0].x


def test_who_is_there_and_finds_no_room_is_named_above_and_who_is_gone_is_not() -> None:
    long = "Augusta Ada King, Countess"
    there = MAYOR._replace(since=Bound.parse("2015-01-01"), until=None, name=long)
    gone = there._replace(until=Bound.parse("2019-12-01"))
    for item, last in ((there, long), (gone, "")):
        track = Track("Vogt", "", (MAYOR._replace(key="b", until=item.since), item))
        (line,) = draw((track,), DAY, "tiny").lines
        assert (line.bars[-1].name, line.last) == ("", last)


def test_no_word_is_broken_for_a_name_and_a_shorter_name_steps_in() -> None:
    first = MAYOR._replace(key="b", name="", until=Bound.parse("2020-10-01"))
    now = Stretch("c", Bound.parse("2020-10-01"), None, "Ada Lovelace King", own=True, short="King")
    day = date(2020, 12, 1)
    (line,) = draw((Track("Oberbürgermeister/in", "", (first, now)),), day, "tiny").lines
    assert (line.titles, line.last) == (("Oberbürgermeister/in",), "King")


def test_no_title_is_cut_but_takes_more_lines() -> None:
    title = "Leitung des Amtes für Soziales, Arbeit und Senioren"
    seat = Track(title, "European Social Network", (SEAT,))
    for size in SIZES:
        (line, below) = draw((seat, seat), DAY, size).lines
        said = " ".join((*line.titles, *line.subtitles))
        assert title in said
        assert "European Social Network" in said
        assert len({y for y, _, _ in line.words}) == len(line.words) > 1 or size == "half"
        assert max(y for y, _, _ in line.words) < min(y for y, _, _ in below.words)


def test_on_a_narrow_screen_titles_stand_above_and_name_the_network() -> None:
    drawing = draw(TRACKS, DAY, "tiny")
    assert drawing.label_above
    assert [(line.titles, line.bars[0].name) for line in drawing.lines] == [
        (("Vogt",), "Ada"),
        (("Bund: Sitz",), "Ada"),
    ]
    assert [size.size for size in drawn(TRACKS, DAY)] == list(SIZES)
    assert drawn((), DAY) == ()


def test_more_rows_than_anybody_reads_are_not_drawn() -> None:
    assert len(drawn(TRACKS[:1] * MOST, DAY)) == len(SIZES)
    assert drawn(TRACKS[:1] * (MOST + 1), DAY) == ()


def test_a_time_of_which_nothing_is_known_is_neither_certain_nor_hatched() -> None:
    after = Stretch("after", Bound(DAY.replace(year=2015)), Bound(DAY), "", own=False, gap=True)
    drawing = draw((Track("Rat", "", (SEAT, after)),), DAY, "broad")
    assert drawing.gaps == "M527.7 28h446v22h-446z"
    assert "M527.7" not in drawing.rough + drawing.seats
    assert draw(TRACKS, DAY, "broad").gaps == ""


def test_what_finds_no_line_is_counted_as_left_out() -> None:
    many = [MAYOR._replace(key=str(n)) for n in range(MOST_LANES + 3)]
    resting = SEAT._replace(rests_on=str(MOST_LANES + 1))
    drawing = draw((Track("Vogt", "", (*many, resting)),), DAY, "broad")
    assert len(drawing.lines[0].bars) == MOST_LANES
    assert drawing.left_out == 4
    assert drawing.tied == ()


def test_a_short_name_stands_where_the_long_one_finds_no_room() -> None:
    named = MAYOR._replace(name="Augusta Ada King " * 8, short="King")
    lines = draw((Track("Vogt", "", (named, MAYOR._replace(key="b"))),), DAY, "broad").lines
    assert [bar.name for bar in lines[0].bars] == ["King", "Ada"]


def test_a_title_that_stands_alone_has_nothing_before_it() -> None:
    seat = Track("Sitz", "Bund", (SEAT,))
    titles = [
        draw((it,), DAY, "tiny").lines[0].titles[0] for it in (seat, seat._replace(alone=True))
    ]
    assert titles == ["Bund: Sitz", "Sitz"]


def test_years_have_room_and_give_way_to_the_day() -> None:
    days = Calendar(date(2000, 1, 1), date(2020, 12, 31), 0, 280)
    assert days.years(date(2012, 1, 1)) == (
        Year(0, "2000"),
        Year(53.3, "2004"),
        Year(106.7, "2008"),
        Year(160, ""),
        Year(213.3, "2016"),
        Year(266.7, ""),
    )


@pytest.mark.parametrize("day", [date(1, 1, 1), DAY, date(9998, 12, 31), date.max])
def test_the_calendar_holds_at_the_ends_of_time(day: date) -> None:
    days = calendar([(Bound(date.min, day), None)], day, 0, 300)
    assert days.first < days.last
    assert 0 <= days.x(day) <= 300


DAYS = st.dates(date(1950, 1, 1), date(2060, 1, 1))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    since, length = draw(DAYS), draw(st.integers(1, 9000))
    rough = draw(st.integers(0, 900))
    until = Bound(since + timedelta(rough + length), since + timedelta(2 * rough + length))
    name = "N" * draw(st.integers(0, 30))
    return Stretch(
        str(draw(st.uuids())),
        Bound(since, since + timedelta(rough)),
        draw(st.sampled_from([until, None])),
        name,
        own=draw(st.booleans()),
    )


@given(st.lists(stretches(), min_size=1, max_size=6), DAYS, st.sampled_from(list(SIZES)))
def test_bars_stay_inside_and_names_beside_none(found: list[Stretch], day: date, size: str) -> None:
    found.sort(key=lambda it: it.since.latest)
    drawing = draw((Track("Vogt", "Stadt", tuple(found)),), day, size)
    (line,) = drawing.lines
    for bar in line.bars:
        assert drawing.left <= bar.x <= bar.x + bar.width <= drawing.width + 2
        assert bar.x <= bar.sure_x
        assert bar.y + 22 <= drawing.height
    for n, one in enumerate(line.bars):
        for other in line.bars[n + 1 :]:
            assert one.y != other.y or one.x + one.width <= other.x + 3
