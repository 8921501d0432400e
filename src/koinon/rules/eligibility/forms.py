"""The forms in which statutes say who may belong."""

from koinon.rules.rule import Code, Conditions, Named, Rule


class Computed(Rule, frozen=True, kw_only=True, tag="conditions"):
    """Conditions that can be told from what is known of a party."""

    grade: Code
    who: Conditions


class Declared(Rule, frozen=True, kw_only=True, tag="declared"):
    """Conditions that are asked, not computed: the party declares them, somebody judges."""

    grade: Code
    must: tuple[Named, ...] = ()
    must_not: tuple[Named, ...] = ()
    judged_by: str = ""


type EligibilityForm = Computed | Declared
