"""The map: the crop, the dots, what lies outside, and thousands of sites."""

from hypothesis import given
from hypothesis import strategies as st

from koinon.web.pictures.crop import NARROWEST, WORLD, crop
from koinon.web.pictures.labels import Box
from koinon.web.pictures.map import CELL, DOT, SINGLE, Dot, Site, draw_map
from koinon.web.pictures.projection import europe, world

COLOGNE = Site("Köln", 50.94, 6.96, is_this=True)
BERLIN = Site("Berlin", 52.52, 13.4)
MADRID = Site("Madrid", 40.42, -3.7)
MEXICO = Site("Mexiko-Stadt", 19.43, -99.13)
TAIPEI = Site("Taipeh", 25.05, 121.53)
SITES = st.lists(
    st.builds(
        Site,
        name=st.text(alphabet="abcdef", max_size=10),
        latitude=st.floats(-55, 75),
        longitude=st.floats(-180, 180),
        is_this=st.just(False),
        number=st.just(1),
    ),
    min_size=1,
    max_size=40,
)


def test_most_in_europe_make_a_map_of_europe() -> None:
    drawn = draw_map([COLOGNE, BERLIN, MADRID, MEXICO], [326])
    assert not drawn.is_world
    assert (drawn.inside, drawn.outside, drawn.more_outside) == (3, ("Mexiko-Stadt",), 0)


def test_most_elsewhere_make_a_map_of_the_world() -> None:
    drawn = draw_map([COLOGNE, MEXICO, TAIPEI], [326, 640])
    assert drawn.is_world
    assert (drawn.inside, drawn.outside) == (3, ())
    assert [it.width for it in drawn.drawings] == [326, 640]
    assert [it.height for it in drawn.drawings] == [144, 282]


def test_a_crop_is_as_close_as_its_sites_allow_and_never_closer_than_countries() -> None:
    near = crop([(50.94, 6.96), (50.73, 7.1)], 1.0)
    assert near.projection is europe
    assert near.frame.width == near.frame.height == NARROWEST
    far = crop([(50.94, 6.96), (40.42, -3.7), (59.9, 10.7)], 1.0)
    assert far.frame.width > 2 * NARROWEST
    assert all(far.frame.holds(europe(*it)) for it in [(40.42, -3.7), (59.9, 10.7)])


def test_a_world_without_sites_in_europe_is_the_whole_world() -> None:
    assert crop([(19.4, -99.1)], 1.0).frame == WORLD
    assert crop([], 1.0).projection is world


def test_this_city_is_ringed_and_named() -> None:
    (drawing,) = draw_map([COLOGNE, BERLIN], [460]).drawings
    assert drawing.ring is not None
    assert drawing.ring in drawing.dots
    assert [it.text for it in drawing.labels if it.first] == ["Köln"]


def test_without_this_city_nothing_is_ringed() -> None:
    (drawing,) = draw_map([BERLIN, MADRID], [460]).drawings
    assert drawing.ring is None


def test_two_sites_stand_where_the_projection_puts_them() -> None:
    (drawing,) = draw_map([Site("a", 52, 10), Site("b", 52, 10.5)], [550]).drawings
    assert drawing.dots == (Dot(275.0, 275.0, DOT, "a", 1), Dot(292.1, 274.9, DOT, "b", 1))


def test_thousands_of_sites_are_gathered_and_their_number_is_kept() -> None:
    sites = [Site(f"s{n}", 36 + n % 120 / 5, -9 + n // 120 / 3) for n in range(12_000)]
    drawn = draw_map(sites, [326, 460])
    assert drawn.is_gathered
    assert drawn.inside + drawn.more_outside + len(drawn.outside) == 12_000
    for drawing in drawn.drawings:
        cells = -(-drawing.width // CELL) * -(-drawing.height // CELL)
        assert SINGLE < len(drawing.dots) <= cells
        assert sum(dot.number for dot in drawing.dots) == drawn.inside
        assert max(dot.radius for dot in drawing.dots) <= CELL / 2
        assert drawing.labels == ()


def test_of_gathered_sites_only_this_city_is_named() -> None:
    sites = [Site(f"s{n}", 45 + n / 50, 5 + n / 30) for n in range(SINGLE + 1)]
    (drawing,) = draw_map([*sites, COLOGNE], [460]).drawings
    assert [it.text for it in drawing.labels] == ["Köln"]


@given(sites=SITES)
def test_every_dot_lies_in_the_frame_and_nobody_is_lost(sites: list[Site]) -> None:
    drawn = draw_map(sites, [326, 640])
    away = sum(it.name in drawn.outside for it in sites)
    assert len(sites) - away <= drawn.inside + drawn.more_outside <= len(sites)
    for drawing in drawn.drawings:
        for dot in drawing.dots:
            assert 0 <= dot.x <= drawing.width
            assert 0 <= dot.y <= drawing.height
        for label in drawing.labels:
            assert label.box.lies_in(Box(0, 0, drawing.width, drawing.height))
