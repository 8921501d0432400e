"""The form in which statutes say what a report must contain."""

import msgspec

from koinon.rules.rule import Code, Named, Rule, Text


class Key(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A notation key as the source writes it ("NO"), and what it stands for."""

    key: str
    names: Text


class AtLeast(Rule, frozen=True, kw_only=True, tag="at-least"):
    """At least a number of the parts named; missing values need one of the keys, explained."""

    what: Text
    at_least: int
    counts: Text
    of: tuple[Named, ...] = ()
    charter: tuple[Code, ...] = ()
    missing_keys: tuple[Key, ...] = ()
    explain_missing: bool = False


type CompletenessForm = AtLeast
