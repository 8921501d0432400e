"""The page of a network with 12,000 members: its time, deep in the list, and beside 60 members."""

from collections.abc import Iterator

from bench.measure import Measurement, seconds
from bench.register.asking import LIMIT, ask, client, processor_seconds
from bench.register.filling import fill, fill_members, settle
from koinon.register.actions.spells import rebuild_spells

MEMBERS, FEW = 12_000, 60
LARGE, SMALL = "large-network", "small-network"
GROWTH, DEPTH = 3.2, 1.5


def measurements() -> Iterator[Measurement]:
    """Time the pages of both networks, and the first and last page of the large one's members."""
    bonds = fill([LARGE], MEMBERS, strand="", grade="member")
    bonds += fill_members([SMALL], FEW, strand="", grade="member")
    rebuild_spells(bonds)
    settle()
    visitor = client()
    few, many, first, last = (
        f"/de/networks/{SMALL}/",
        f"/de/networks/{LARGE}/",
        f"/de/networks/{LARGE}/members/",
        f"/de/networks/{LARGE}/members/?after=city-{MEMBERS - FEW:05}-{LARGE}",
    )
    for address in (few, many, first, last):
        ask(visitor, address)
    small, large, begin, deep = seconds(
        lambda: ask(visitor, few),
        lambda: ask(visitor, many),
        lambda: ask(visitor, first),
        lambda: ask(visitor, last),
    )
    (processor,) = processor_seconds(visitor, many)
    yield Measurement(f"page-network-{MEMBERS}", processor / LIMIT, 1)
    yield Measurement(f"page-network-{MEMBERS}-beside-{FEW}", large / small, GROWTH)
    yield Measurement(f"page-network-{MEMBERS}-last-beside-first", deep / begin, DEPTH)
