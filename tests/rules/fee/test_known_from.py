"""A band counts from the time its own source speaks; before, it is a hole of the table."""

from datetime import date
from decimal import Decimal

import pytest

from koinon.rules.bound import Bound
from koinon.rules.fee.forms import Band, Bands, Observation
from koinon.rules.fee.table import known_by

RULE = Bands(
    code="members",
    valid_from=Bound.parse("by 2014"),
    source="cologne",
    currency="EUR",
    holes=False,
    bands=(
        Band(pay=Decimal(500), from_=20_000, up_to=100_000, known_from=Bound.parse("2021")),
        Band(pay=Decimal(1500), from_=100_001),
    ),
    observations=(
        Observation(
            population=155_000, pay=Decimal(1000), source="herne", known_from=Bound.parse("by 2026")
        ),
    ),
)


@pytest.mark.parametrize(
    ("day", "bands", "observations", "holes"),
    [
        (date(2021, 12, 30), 1, 0, True),
        (date(2021, 12, 31), 2, 0, True),
        (date(2026, 12, 31), 2, 1, False),
    ],
)
def test_what_no_source_tells_yet_is_a_hole(
    day: date, bands: int, observations: int, holes: bool
) -> None:
    known = known_by(RULE, day)
    assert (len(known.bands), len(known.observations), known.holes) == (bands, observations, holes)
