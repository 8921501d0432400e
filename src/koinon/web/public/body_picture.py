"""The seats of a body as shares of its half circle, in the words of the page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from koinon.overview.body import BodyPage
from koinon.overview.body_seats import SeatRow, Seats
from koinon.rules.answer import Reason
from koinon.web.pictures.half_circle import HalfCircle, Look, Share, half_circle
from koinon.web.pictures.seat_marks import Mark, marks_of
from koinon.wording.language import pick
from koinon.wording.say import say

WIDTHS = {"tiny": 288, "narrow": 358, "broad": 640, "full": 1104}
"""The width of each drawing; only from the broad one on there is room for names."""
MOST_DRAWN = 1200
"""Up to how many seats a half circle is still read."""
LEAST_RADIUS, LARGE_ENOUGH = 1.5, 5.0
"""Smaller seats are not drawn; where the broad drawing has large ones, no larger one is needed."""
OFFICES = "offices"
KEY = 18


class Drawing(NamedTuple):
    """The half circle in one width, with what is drawn of each wedge."""

    size: str
    picture: HalfCircle
    marks: tuple[Mark, ...]

    @property
    def number_y(self) -> float:
        """Where the number in the middle stands, above its word."""
        return self.picture.y - KEY

    @property
    def key_y(self) -> float:
        """Where the word below the number stands."""
        return self.picture.y + 2


class SeatsPicture(NamedTuple):
    """Half circles of the same seats; ``words`` say all that they show.

    ``number`` is what stands inside: the size laid down, else the sum; None where the size is
    not known, for what is drawn is no size.
    """

    drawings: tuple[Drawing, ...]
    number: int | None
    key: Reason
    looks: tuple[Look, ...]
    has_twins: bool
    words: str
    not_drawn: Reason | None

    @property
    def is_dense(self) -> bool:
        """Whether there are so many seats that the drawing takes the width of the page."""
        return any(drawing.size == "full" for drawing in self.drawings)

    @property
    def names_largest(self) -> bool:
        """Whether only the largest delegations are named beside their seats."""
        wedges = [drawing.picture.wedges for drawing in self.drawings]
        return any(
            any(it.label and it.label.leader for it in some) and not all(it.label for it in some)
            for some in wedges
        )

    @property
    def smallest(self) -> str:
        """The first size that can be read; on less room the table stands alone."""
        return self.drawings[0].size


def too_many(page: BodyPage) -> bool:
    """Tell whether a body has more seats than a half circle can show."""
    return page.seats is not None and _count(page.seats) > MOST_DRAWN


def mostly_unknown(page: BodyPage) -> bool:
    """Tell whether what could be drawn would mislead: most of the seats are not known.

    So it is where more delegations are of unknown size than known, and where a source states a
    size of which the rules give less than half.
    """
    seats = page.seats
    if seats is None or seats.rest is not None or seats.total.value is not None:
        return False
    known = sum(row.seats.value is not None for row in seats.voting.rows)
    stated = page.figures.stated
    is_small = stated is not None and 2 * _count(seats) < stated.value
    return known > 0 and (_left_out(seats) > known or is_small)


def _count(seats: Seats) -> int:
    rest = seats.rest.seats.value or 0 if seats.rest else 0
    return rest + sum(row.seats.value or 0 for row in seats.voting.rows)


def seats_picture(page: BodyPage, language: str) -> SeatsPicture | None:
    """Draw the seats of a body, None where no number of seats is known or too many are."""
    if page.seats is None:
        return None
    shares = shares_of(page.seats, language, is_seated=page.is_seated)
    drawn = sum(len(share.seats) for share in shares)
    if not 0 < drawn <= MOST_DRAWN or mostly_unknown(page):
        return None
    drawings = tuple(drawings_of(shares))
    if not drawings:
        return None
    looks = tuple(look for look in Look if any(look in share.seats for share in shares))
    number, key = _number(page.seats)
    return SeatsPicture(
        drawings=drawings,
        number=number,
        key=key,
        looks=looks,
        has_twins=any(share.twins for share in shares),
        words=_words(shares, drawn, language, size_known=number is not None),
        not_drawn=_not_drawn(page.seats),
    )


def drawings_of(shares: Sequence[Share]) -> Iterator[Drawing]:
    """Draw each size in which seats can be told apart, the largest only where it is needed."""
    radius = 0.0
    for size, width in WIDTHS.items():
        if radius > LARGE_ENOUGH and size == "full":
            continue
        labelled = size in ("broad", "full") and len(shares) > 1
        picture = half_circle(shares, width, labelled=labelled)
        radius = picture.radius
        if radius >= LEAST_RADIUS:
            yield Drawing(size, picture, marks_of(picture))


def shares_of(seats: Seats, language: str, *, is_seated: bool) -> list[Share]:
    """Share out the seats: the rules' order, all seats that come with an office together."""
    rows = [row for row in seats.voting.rows if row.seats.value]
    if seats.rest is not None and seats.rest.seats.value:
        rows.append(seats.rest)
    offices = [row for row in rows if row.is_office]
    if len(offices) < 2 or len(offices) == len(rows):
        return [_share(row, language, seats, is_seated=is_seated) for row in rows]
    shares = [
        _share(row, language, seats, is_seated=is_seated) for row in rows if row not in offices
    ]
    together = _together(offices, language, seats, is_seated=is_seated)
    half = (len(shares) + 1) // 2
    return [*shares[:half], together, *shares[half:]]


def _share(row: SeatRow, language: str, seats: Seats, *, is_seated: bool) -> Share:
    looks = tuple(_looks(row, is_seated=is_seated))
    is_twin = set(seats.one_person) == {row.code} and len(looks) > 1
    return Share(row.code, pick(row.names, language), looks, is_twin, row.at_most)


def _together(offices: Sequence[SeatRow], language: str, seats: Seats, *, is_seated: bool) -> Share:
    """Put the seats of all offices into one wedge, first one of each that a person may hold."""
    looks = {row.code: list(_looks(row, is_seated=is_seated)) for row in offices}
    twins = [code for code in seats.one_person if looks.get(code)]
    first = [looks[code].pop(0) for code in twins[:2]] if len(twins) > 1 else []
    rest = [look for code in looks for look in looks[code]]
    name = say("body.half-circle.offices", language)
    return Share(OFFICES, name, (*first, *rest), bool(first))


def _looks(row: SeatRow, *, is_seated: bool) -> Iterator[Look]:
    number = row.seats.value or 0
    held = min(row.seated.held, number)
    perhaps = min(row.seated.perhaps, number - held)
    is_open = is_seated and row.open.vacant is not None
    yield from [Look.HELD] * held
    yield from [Look.UNCERTAIN] * perhaps
    yield from [Look.VACANT if is_open else Look.UNCERTAIN] * (number - held - perhaps)


def _number(seats: Seats) -> tuple[int | None, Reason]:
    if seats.declared is not None and seats.declared.answer.value is not None:
        most = seats.declared.at_most
        return seats.declared.answer.value, Reason(
            _key(at_most=most, n=seats.declared.answer.value)
        )
    if seats.total.value is not None:
        return seats.total.value, Reason(_key(at_most=seats.at_most, n=seats.total.value))
    return None, Reason("body.half-circle.unknown")


def _key(*, at_most: bool, n: int) -> str:
    if at_most:
        return "body.half-circle.at-most"
    return "body.half-circle.seat" if n == 1 else "body.half-circle.seats"


def _words(shares: Sequence[Share], drawn: int, language: str, *, size_known: bool) -> str:
    counts = {look: sum(share.seats.count(look) for share in shares) for look in Look}
    parts = [
        say(f"body.half-circle.{look}.n", language, n=count)
        for look, count in counts.items()
        if count
    ]
    groups = "; ".join(_counted(share, language) for share in shares)
    whole = say("body.half-circle.words", language, n=drawn, parts=", ".join(parts))
    unknown = "" if size_known else f"{say('body.half-circle.no-size', language)} "
    return f"{unknown}{whole} {groups}."


def _counted(share: Share, language: str) -> str:
    n = len(share.seats)
    return f"{share.name}: {say('body.at-most', language, n=n) if share.at_most else n}"


def _left_out(seats: Seats) -> int:
    unknown = sum(len(group.names) for group in seats.voting.unknown)
    return unknown + sum(row.seats.value is None for row in seats.voting.rows)


def _not_drawn(seats: Seats) -> Reason | None:
    left_out = _left_out(seats)
    return Reason("body.half-circle.not-drawn", {"n": left_out}) if left_out else None
