"""Statements for tests: written short, or drawn at random."""

from datetime import date, timedelta

from hypothesis import strategies as st

from koinon.rules.bound import OPEN_END, Bound
from koinon.rules.spell.said import Said, Side, Voice
from tests.rules.spell.painter import CALENDAR

VOICES = {
    "city": (Side.PARTY, Voice.IN_KOINON, "koeln"),
    "city-page": (Side.PARTY, Voice.OWN_SOURCE, "koeln"),
    "network": (Side.NETWORK, Voice.IN_KOINON, "rainbow-cities"),
    "network-page": (Side.NETWORK, Voice.OWN_SOURCE, "rainbow-cities"),
    "press": (Side.THIRD, Voice.THIRD_PARTY, "report-k"),
    "other-city": (Side.THIRD, Voice.THIRD_PARTY, "saarbruecken"),
}


def said(
    who: str,
    start: str,
    end: str = "9999-12-31",
    *,
    grade: str | None = "member",
    on: str = "2020-01-01",
    number: int = 1,
    source: str = "",
    withdrawn: bool = False,
) -> Said:
    side, voice, speaker = VOICES[who]
    return Said(
        side=side,
        voice=voice,
        speaker=speaker,
        grade=grade,
        start=Bound.parse(start),
        end=Bound.parse(end),
        stated_on=date.fromisoformat(on),
        number=number,
        source=source,
        withdrawn=withdrawn,
    )


_DAYS = st.sampled_from(CALENDAR[:-1])
_ENDS = st.sampled_from([*CALENDAR[1:], OPEN_END, OPEN_END])


def _bound(days: list[date]) -> Bound:
    return Bound(min(days), max(days))


@st.composite
def statements(draw: st.DrawFn, least: int = 0) -> list[Said]:
    """Draw statements of one bond, each with a number of its own."""
    count = draw(st.integers(least, 7))
    numbers = draw(st.permutations(range(count)))
    found = []
    for number in numbers:
        side, voice, speaker = draw(st.sampled_from(sorted(VOICES.values())))
        width = draw(st.sampled_from([1, 1, 2]))
        start = _bound(draw(st.lists(_DAYS, min_size=width, max_size=width)))
        end = _bound(draw(st.lists(_ENDS, min_size=width, max_size=width)))
        found.append(
            Said(
                side=side,
                voice=voice,
                speaker=speaker,
                grade=draw(st.sampled_from(["full", "full", "full", "observer", "", None])),
                start=start,
                end=end,
                stated_on=date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 2))),
                number=number,
                withdrawn=draw(st.sampled_from([False, False, False, True])),
            )
        )
    return found
