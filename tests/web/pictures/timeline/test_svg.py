"""Timelines as SVG: each width once, patterns of its own, every word escaped."""

from datetime import date
from xml.etree import ElementTree as ET

from koinon.rules.bound import Bound
from koinon.web.pictures.timeline.layout import SIZES, drawn
from koinon.web.pictures.timeline.svg import svg_of
from koinon.web.pictures.timeline.track import Stretch, Track

BAD = 'A & "B" <script>'


def _drawn(name: str = "ties") -> ET.Element:
    stretch = Stretch("key", Bound.parse("2001"), Bound.parse("2019-05-01"), BAD, own=True)
    drawings = drawn([Track(BAD, BAD, (stretch,))], date(2026, 11, 22))
    return ET.fromstring(f"<all>{svg_of(drawings, name, BAD)}</all>")  # noqa: S314 - drawn here


def test_every_width_is_drawn_once_with_a_pattern_of_its_own() -> None:
    svgs = _drawn().findall("svg")
    assert [it.attrib["class"] for it in svgs] == [f"timeline {size}" for size in SIZES]
    patterns = [it.attrib["id"] for it in _drawn().iter("pattern")]
    assert patterns == [f"ties-{size}" for size in SIZES]
    for svg, pattern in zip(svgs, patterns, strict=True):
        assert [it.attrib["fill"] for it in svg if "fill" in it.attrib] == [f"url(#{pattern})"]


def test_words_stand_as_they_are_whatever_letters_they_have() -> None:
    root = _drawn('"><script>')
    assert not list(root.iter("script"))
    texts = [it.text for it in root.iter("text")]
    assert BAD in texts
    assert [it.text for it in root.iter("text") if it.attrib["class"] == "today-label"] == [
        BAD for _ in SIZES
    ]
