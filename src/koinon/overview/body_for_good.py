"""Who holds a post of a body without a term, because a rule gives it to them."""

from datetime import date

from koinon.overview.delegations import conditions
from koinon.overview.rules import in_force
from koinon.overview.worded import worded
from koinon.rules.answer import Reason
from koinon.rules.rule import Text
from koinon.rules.term.forms import Length
from koinon.statutes.document import Statute


def holders_for_good(statute: Statute, post: str, day: date) -> tuple[Text | Reason, ...]:
    """Name the parties that a rule in force gives a post for good; empty where none does."""
    rules = (item.rule for item in in_force(statute, "term", day) if item.holds)
    parties = [
        party
        for rule in rules
        if isinstance(rule, Length) and rule.permanent and post in rule.of
        for condition in conditions(rule.who)
        for party in condition.party
    ]
    return tuple(worded("body.actor", party) for party in dict.fromkeys(parties))
