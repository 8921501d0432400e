"""The forms in which calls and procedures open and close windows."""

from decimal import Decimal

import msgspec

from koinon.rules.bound import Bound
from koinon.rules.duration import Duration
from koinon.rules.rule import Code, Conditions, Named, Rule, Text


class After(Rule, frozen=True, kw_only=True, tag="after"):
    """Open for a time from an event; several may run on one file."""

    what: Text
    after: str
    within: Duration


class Money(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Money of one source; ``at_least`` where the source says "more than"."""

    source: str
    amount: Decimal | None = None
    currency: str = "EUR"
    at_least: bool = False


class Round(Rule, frozen=True, kw_only=True, tag="round"):
    """A round of a call: opened, closed, its money kept apart by where it comes from.

    ``excludes`` names what cannot be funded; ``follows`` the call before it.
    """

    call: Code
    names: Text
    opens: Bound
    closes: Bound | None = None
    money: tuple[Money, ...] = ()
    who: Conditions = ()
    excludes: tuple[Named, ...] = ()
    follows: Code = ""


type WindowForm = After | Round
