"""Where the partner cities of a city lie."""

from collections.abc import Iterable

from koinon.overview.member_map import Spot, Spots
from koinon.overview.names import Named
from koinon.overview.ties import Tie
from koinon.register.models import BondKind, Organisation

NOWHERE = Spots(spots=(), unplaced=())


def partners_of(city: Named, ties: Iterable[Tie]) -> Spots:
    """Place a city and its partners; one query, none for a city without partners."""
    partners = {it.counterpart.code: it.counterpart for it in ties if _is_partnership(it)}
    if not partners:
        return NOWHERE
    known = {city.code: city} | partners
    rows = Organisation.objects.filter(code__in=known, place__latitude__isnull=False)
    found = rows.order_by("code").values_list("code", "place__latitude", "place__longitude")
    spots = {
        code: Spot(latitude=float(y), longitude=float(x), organisation=known[code])
        for code, y, x in found
        if y is not None and x is not None
    }
    return Spots(
        spots=tuple(spots.values()),
        unplaced=tuple(it for code, it in sorted(partners.items()) if code not in spots),
    )


def _is_partnership(tie: Tie) -> bool:
    return tie.kind == BondKind.PARTNERSHIP
