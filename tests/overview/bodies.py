"""Bodies as pages show them, in a form short enough to compare."""

from datetime import date

from koinon.overview.body import BodyPage, body_on
from koinon.overview.body_seats import SeatRow

TODAY = date(2026, 11, 22)


def body(network: str, code: str, day: date = TODAY, *, after: str = "") -> BodyPage:
    page = body_on(network, code, day, after=after)
    assert page is not None
    return page


def row(item: SeatRow) -> tuple[str, int | None, int, int | None]:
    return item.code, item.seats.value, item.seated.held, item.open.vacant


def rows(page: BodyPage) -> list[tuple[str, int | None, int, int | None]]:
    assert page.seats is not None
    return [row(item) for item in page.seats.voting.rows]


def sides(page: BodyPage) -> list[tuple[str, list[tuple[int | None, bool]]]]:
    assert page.seats is not None
    return [
        (it.about.get("de", ""), [(side.value, side.at_most) for side in it.sides])
        for it in page.seats.differences
    ]
