"""The forms in which statutes lay down terms of office."""

from typing import Literal

from koinon.rules.bound import Bound
from koinon.rules.duration import Duration
from koinon.rules.rule import Code, Conditions, Rule, Text


class TermRule(Rule, frozen=True, kw_only=True):
    """What all forms share: the bodies and posts of the document that they are about."""

    of: tuple[Code, ...]


class Length(TermRule, frozen=True, kw_only=True, tag="length"):
    """How long a term is (None: unknown), and what else ends it.

    ``ends_with`` names what the seat rests on; ``seat_of`` to whom it belongs;
    ``holding_over`` whether the holder stays until a successor is there (None: unknown);
    ``process_starts`` how long before the end the election must begin.
    """

    length: Duration | None = None
    permanent: bool = False
    ends_with: tuple[Literal["mandate", "function", "membership"], ...] = ()
    seat_of: Literal["", "association", "city", "person"] = ""
    holding_over: bool | None = None
    process_starts: Duration | None = None
    who: Conditions = ()


class Rotation(TermRule, frozen=True, kw_only=True, tag="rotation"):
    """A post or venue that passes from one to the next; ``every`` None: at each meeting.

    ``in_order`` is true where the source says that the turn goes in the order of ``among``.
    """

    among: tuple[str, ...]
    every: Duration | None = None
    in_order: bool = False


class Succession(TermRule, frozen=True, kw_only=True, tag="succession"):
    """Who names the successor, for how long, and whether a substitute moves up."""

    named_by: Literal["sender", "body", "unknown"]
    for_rest_of_term: bool | None = None
    substitute_moves_up: bool | None = None
    substitute_acts: Literal["", "in-absence"] = ""


class Stretched(TermRule, frozen=True, kw_only=True, tag="stretched"):
    """A term or a deadline that an event moved from one day to another."""

    moved_from: Bound
    moved_to: Bound
    reason: Text = {}


class StandIn(TermRule, frozen=True, kw_only=True, tag="stand-in"):
    """A body that acted for another that could not meet."""

    acted_by: Code
    acted_on: Bound
    reason: Text = {}


type TermForm = Length | Rotation | Succession | Stretched | StandIn
