"""Statements for tests: written short, or drawn at random."""

from datetime import date, timedelta

from hypothesis import strategies as st

from koinon.rules.bound import Bound
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


_START = st.integers(0, len(CALENDAR) - 2)
_END = st.integers(1, len(CALENDAR) + 4)  # often beyond the calendar: no end
_WIDTH = st.sampled_from([0, 0, 0, 1, 3])


def _bound(place: int, width: int) -> Bound:
    last = len(CALENDAR) - 1
    return Bound(CALENDAR[min(place, last)], CALENDAR[min(place + width, last)])


_STATEMENTS = st.lists(
    st.tuples(
        st.sampled_from(sorted(VOICES)),
        st.tuples(_START, _WIDTH),
        st.tuples(_END, _WIDTH),
        st.sampled_from(["full", "full", "full", "observer", "", None]),
        st.integers(0, 2),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=7,
)


def statements() -> st.SearchStrategy[list[Said]]:
    """Draw statements of one bond, each with a number of its own."""
    return _STATEMENTS.map(
        lambda drawn: [
            Said(
                *VOICES[who],
                grade=grade,
                start=_bound(*start),
                end=_bound(*end),
                stated_on=date(2024, 1, 1) + timedelta(days=later),
                number=number,
                withdrawn=withdrawn,
            )
            for number, (who, start, end, grade, later, withdrawn) in enumerate(drawn)
        ]
    )
