"""Which procedure of a statute is asked about: by purpose, strand, party and the steps taken."""

from collections.abc import Collection, Iterable, Sequence

import msgspec

from koinon.rules.bad_input import BadInput
from koinon.rules.condition import Group, Party, applies
from koinon.rules.event import OBJECTION, REFUSAL, WITHDRAWAL
from koinon.rules.procedure.forms import Steps
from koinon.rules.rule import AppliedRule

ANYWHERE = (OBJECTION, REFUSAL, WITHDRAWAL)
"""Events that may happen at any step."""


class UnknownStep(BadInput):
    """An event that is no step of the procedure."""

    def __init__(self, step: str, steps: Iterable[str], anywhere: Iterable[str] = ANYWHERE) -> None:
        known, always = ", ".join(sorted(steps)) or "none", ", ".join(anywhere)
        listed = ", or ".join(filter(None, [known, always]))
        super().__init__(
            f'"{step}" is no step of this procedure: name one of {listed}',
            code="procedure.refused.step",
            given=step,
            steps=", ".join(filter(None, [known, always])),
        )


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """Which procedure is meant, as far as it is said; empty is "not said"."""

    of: str
    strand: str = ""
    code: str = ""
    party: Party = Party()
    groups: dict[str, Group] = {}


def step_codes(rules: Iterable[AppliedRule[Steps]]) -> frozenset[str]:
    """List the codes of all steps that these procedures know."""
    return frozenset(step.code for item in rules for step in item.rule.steps)


def meant(rules: Sequence[AppliedRule[Steps]], asked: Asked) -> tuple[AppliedRule[Steps], ...]:
    """List the versions of the procedures that are asked about, of every day."""
    return tuple(item for item in rules if _is_meant(item.rule, asked))


def _is_meant(rule: Steps, asked: Asked) -> bool:
    return (
        rule.of == asked.of
        and (not asked.code or rule.code == asked.code)
        and (not asked.strand or rule.strand in ("", asked.strand))
        and applies(rule.who, asked.party, asked.groups) is not False
    )


def ranked(
    rules: Sequence[AppliedRule[Steps]], asked: Asked, codes: Collection[str]
) -> tuple[AppliedRule[Steps], ...]:
    """Order procedures: those that know all the events, then those made for the party.

    Ways that hold for another strand than the first one's are left out. Raises UnknownStep.
    """
    wanted = set(codes) - set(ANYWHERE)
    unheard = sorted(wanted - step_codes(rules))
    if unheard:
        raise UnknownStep(unheard[0], step_codes(rules))
    order = sorted(rules, key=lambda item: _rank(item.rule, asked, wanted))
    return tuple(item for item in order if item.rule.strand == order[0].rule.strand)


def _rank(rule: Steps, asked: Asked, wanted: set[str]) -> tuple[bool, int]:
    lacks = not wanted <= {step.code for step in rule.steps}
    if not rule.who:
        return lacks, 1
    return lacks, 0 if applies(rule.who, asked.party, asked.groups) else 2
