"""The form in which statutes say what a report must contain."""

from koinon.rules.rule import Code, Rule, Text


class AtLeast(Rule, frozen=True, kw_only=True, tag="at-least"):
    """At least a number of the parts named; missing values need one of the keys, explained."""

    what: Text
    at_least: int
    counts: Text
    of: dict[str, Text] = {}
    charter: tuple[Code, ...] = ()
    missing_keys: dict[str, Text] = {}
    explain_missing: bool = False


type CompletenessForm = AtLeast
