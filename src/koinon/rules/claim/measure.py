"""As which measure a register keeps what a text counts, and the claim that comes of it."""

from collections.abc import Collection, Sequence

from koinon.rules.bound import Bound
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.numeral import Number
from koinon.rules.claim.vocabulary import COUNTRIES

_WHOLE = ("members", "signatories")
"""Measures by which a register counts all that belong, whatever a text calls them."""

OTHERWISE = {
    "members": ("members", "signatories", "cities"),
    "cities": ("cities", "members", "signatories"),
    "signatories": ("signatories", "members"),
    "associations": ("associations", "members"),
    "coalitions": ("coalitions",),
    COUNTRIES: (COUNTRIES,),
}
"""As which measures a register may keep what a noun counts."""


def count_claim(
    number: Number,
    network: str,
    counted: Sequence[str],
    known: Collection[str],
    *,
    place: tuple[int, int],
    told: tuple[int, int] | None,
    said: Bound | None,
    besides: int = 0,
) -> Claim | None:
    """Claim how many of what is counted a network has, None where it is not known at all.

    ``place`` is what is quoted, ``told`` the number alone where another may stand in its place,
    ``besides`` how many are told apart from the number.
    """
    measure = measure_of(counted, known)
    if not known or not measure or number.whole is None:
        return None
    return Claim(
        kind=ClaimKind.COUNT,
        subject=network,
        aspect=measure,
        value=number.whole + (0 if measure == COUNTRIES else besides),
        qualifier=number.qualifier,
        said=said,
        start=place[0],
        end=place[1],
        told=told if is_fitting(measure, counted) else None,
    )


def measure_of(counted: Sequence[str], known: Collection[str]) -> str:
    """Tell as which measure that is known a register keeps what is counted."""
    wanted = [it for measure in counted for it in OTHERWISE.get(measure, (measure,))]
    return next((it for it in wanted if it in known), wanted[0] if wanted else "")


def is_fitting(measure: str, counted: Sequence[str]) -> bool:
    """Tell whether a number of a measure can stand before the noun of a text."""
    return measure in (*counted, *_WHOLE)
