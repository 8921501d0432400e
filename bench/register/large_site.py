"""The site with a large register: lists computed afresh, kept pages, cities and bodies."""

from collections.abc import Iterator, Sequence
from statistics import median

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from bench.large.filling import fill
from bench.large.serving import served
from bench.large.shape import (
    ASSEMBLY,
    COMMITTEE,
    LARGE,
    LARGEST,
    MEDIUM,
    MIDDLING,
    Size,
    city,
    member,
    network,
)
from bench.large.visitors import Visit, tag_of, visit
from bench.measure import Measurement

ROUNDS, SECONDS = 5, 4.0
BARE = "/bare/"
MOST = 0.15
"""Within so many seconds 95 % of the pages of cities and bodies are answered."""

LIST_LIMIT, KEPT_LIMIT, GROWTH = 1 / 0.3, 1 / 2, 1.3


def measurements() -> Iterator[Measurement]:
    """Fill a register, then time two sites beside a bare view: without and with kept pages."""
    size = LARGE if connection.vendor == "postgresql" else MEDIUM
    fill(size)
    settings.STATIC_ROOT.mkdir(parents=True)
    call_command("collectstatic", verbosity=0, interactive=False)
    connections.close_all()
    with served(pages_mb=0) as port:
        yield from _afresh(port, size)
    with served(pages_mb=64) as port:
        yield from _kept(port)


def _afresh(port: int, size: Size) -> Iterator[Measurement]:
    large, middling = _list(size, 0), _list(size, 1)
    cities = [f"/de/cities/{city(n)}/" for n in range(0, 9000, 9)]
    bodies = [
        f"/de/networks/{LARGEST}/bodies/{ASSEMBLY}/",
        f"/de/networks/{MIDDLING}/bodies/{COMMITTEE}/",
    ]
    bare, many, fewer, city_pages, body_pages = _in_turns(
        port, [BARE], large, middling, cities, bodies
    )
    yield Measurement("member-list-beside-bare", bare.per_second / fewer.per_second, LIST_LIMIT)
    yield Measurement("member-list-100000-beside-10000-p95", many.p95 / fewer.p95, GROWTH)
    yield Measurement("city-p95", city_pages.p95 / MOST, 1)
    yield Measurement("body-p95", body_pages.p95 / MOST, 1)


def _list(size: Size, number: int) -> list[str]:
    """Give pages of a list of members: its beginning, and from three places further on."""
    code = network(number)
    start = f"/de/networks/{code}/members/"
    places = (size.members[number] * tenth // 10 for tenth in (1, 4, 8))
    after = (f"{start}?after={member(size, number, n)}-{code}" for n in places)
    return [start, *after]


def _kept(port: int) -> Iterator[Measurement]:
    page = f"/de/networks/{MIDDLING}/"
    tag = tag_of(port, page)
    bare, kept, unchanged = _in_turns(port, [BARE], [page], [page], tags=("", "", tag))
    yield Measurement("kept-page-beside-bare", bare.per_second / kept.per_second, KEPT_LIMIT)
    yield Measurement(
        "unchanged-page-beside-bare", bare.per_second / unchanged.per_second, KEPT_LIMIT
    )


def _in_turns(port: int, *works: list[str], tags: Sequence[str] = ()) -> list[Visit]:
    """Visit pages in turns, after once for each worker; the median of rates and of times.

    ``tags`` are what visitors have of the pages already, work by work.
    """
    for pages in works:
        visit(port, pages[:10], seconds=1.0)
    found: list[list[Visit]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for pages, tag, visits in zip(works, tags or [""] * len(works), found, strict=True):
            visits.append(visit(port, pages, seconds=SECONDS, tag=tag))
    return [
        Visit(median(it.per_second for it in visits), median(it.p95 for it in visits))
        for visits in found
    ]
