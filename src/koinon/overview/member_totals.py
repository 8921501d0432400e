"""What is counted over all members of a network: once for each state of the register and day."""

from datetime import date

import msgspec

from koinon.overview.member_filter import CountryCount, countries_of
from koinon.overview.member_map import Spots, spots_of
from koinon.overview.totals import total
from koinon.register.queries.counting import Series, counted_over_time


class MemberTotals(msgspec.Struct, frozen=True, kw_only=True):
    """Where members lie, how many there are by country, and how many there were over time."""

    spots: Spots
    countries: tuple[CountryCount, ...]
    series: tuple[Series, ...]


def member_totals(network: str, identity: int, day: date) -> MemberTotals:
    """Count over all members of a network, given by its code and its key."""
    return total("member-totals", network, day=day, count=lambda: _count(network, identity, day))


def _count(network: str, identity: int, day: date) -> MemberTotals:
    return MemberTotals(
        spots=spots_of(network, day),
        countries=countries_of(network, day),
        series=counted_over_time(identity),
    )
