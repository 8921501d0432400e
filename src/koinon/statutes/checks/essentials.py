"""What a form must say at least, so that a rule says anything at all."""

from collections.abc import Iterator

from koinon.rules.charter.forms import Version
from koinon.rules.completeness.forms import AtLeast
from koinon.rules.condition import Condition, Group
from koinon.rules.cycle.forms import After
from koinon.rules.eligibility.forms import Computed, Declared
from koinon.rules.fee.forms import Bands, TwoFactor
from koinon.rules.procedure.forms import Exit, Steps
from koinon.rules.quota.forms import Class, Criteria, Each
from koinon.rules.representation.forms import Delegation, Mandate
from koinon.rules.seats.forms import Brackets, EqualShares, ExOfficio, Fixed, Proportional
from koinon.rules.target.forms import Corridor, Follows, Mark, Reduction
from koinon.rules.term.forms import Length, Rotation, TermRule
from koinon.rules.vote.forms import Majority, Meeting
from koinon.rules.window.forms import Round
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault
from koinon.statutes.walk import Spot, spots

_ONE_OF: dict[type, tuple[str, ...]] = {
    Computed: ("who",),
    Class: ("who",),
    Declared: ("must", "must_not"),
    Bands: ("bands", "observations"),
    Steps: ("steps",),
    Exit: ("notice", "written", "dues"),
    Brackets: ("brackets", "holes"),
    Fixed: ("per",),
    EqualShares: ("among",),
    Proportional: ("among",),
    ExOfficio: ("posts",),
    Each: ("of", "genders"),
    Criteria: ("criteria",),
    Mandate: ("all_of", "any_of", "never", "who"),
    Delegation: ("must_include", "rest_by"),
    Length: ("length", "permanent", "ends_with", "seat_of", "process_starts"),
    Rotation: ("among",),
    Meeting: (
        "every",
        "at_least_a_year",
        "at_most_a_year",
        "notice",
        "called_by",
        "written_instead",
    ),
    After: ("within", "every"),
    Reduction: ("year", "every"),
    Corridor: ("marks",),
    Mark: ("by_at_least", "level"),
    Follows: ("follows", "neutral"),
    Round: ("opens",),
    Group: ("places", "never"),
}
"""Fields of which at least one must say something."""

_NOT_BOTH: dict[type, tuple[tuple[str, str], ...]] = {
    Length: (("length", "permanent"),),
    Each: (("of", "genders"),),
}

_NOTHING = Condition()


def essential_faults(statute: Statute) -> Iterator[Fault]:
    """List rules that say nothing, conditions without a condition, halves without the other."""
    for spot in spots(statute):
        for found in (*_says_nothing(spot), *_says_too_much(spot), *_does_not_fit(spot)):
            yield Fault(found.path, found.reason, spot.code)


def _says_nothing(spot: Spot) -> Iterator[Fault]:
    names = _ONE_OF.get(type(spot.part), ())
    if names and not any(_says(getattr(spot.part, name)) for name in names):
        yield fault(spot.path, "says-nothing", keys=names)
    if spot.part == _NOTHING:
        yield fault(spot.path, "no-condition")
    if isinstance(spot.part, TermRule | Mandate | Delegation) and not spot.part.of:
        yield fault(f"{spot.path}.of", "empty-list")


def _says(value: object) -> bool:
    return value is not None and value is not False and value != ()


def _says_too_much(spot: Spot) -> Iterator[Fault]:
    for one, other in _NOT_BOTH.get(type(spot.part), ()):
        if _says(getattr(spot.part, one)) and _says(getattr(spot.part, other)):
            yield fault(spot.path, "not-both", one=one, other=other)


def _does_not_fit(spot: Spot) -> Iterator[Fault]:
    path, part = spot.path, spot.part
    match part:
        case Majority(need=need, share=share) if (need == "share") != (share is not None):
            yield fault(f"{path}.share", "share-and-need")
        case AtLeast(at_least=least, of=parts) if parts and least > len(parts):
            yield fault(f"{path}.at_least", "more-than-there-are", n=len(parts))
        case TwoFactor(cells=cells, currency=currency) if bool(cells) != bool(currency):
            yield fault(path, "cells-and-currency")
        case EqualShares(seats=seats, among=among) if among and seats % len(among):
            yield fault(f"{path}.seats", "no-equal-shares", seats=seats, n=len(among))
        case Version(code=code, replaces=replaces) if code == replaces:
            yield fault(f"{path}.replaces", "replaces-itself", code=code)
        case Round(opens=opens, closes=closes) if closes and closes.latest < opens.earliest:
            yield fault(f"{path}.closes", "ends-before-start", start=opens, end=closes)
