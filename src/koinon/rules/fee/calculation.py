"""What a party has to pay on a day: which rule is for it, and what the rule comes to."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from msgspec.structs import replace

from koinon.rules.answer import Answer, Reason
from koinon.rules.condition import Group, Party
from koinon.rules.eligibility.checks import named
from koinon.rules.fee.amount import currency_of, full_amount
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.fit import Fit, Payer, fits, unknown_amount
from koinon.rules.fee.forms import (
    Agreed,
    Bands,
    BaseForm,
    FeeForm,
    Flat,
    Obligation,
    Share,
    TwoFactor,
)
from koinon.rules.fee.reduction import with_shares
from koinon.rules.fee.table import known_by
from koinon.rules.in_force import why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef, Trace
from koinon.rules.version import certain_on, of_form, possible_on


def fee(
    rules: Sequence[AppliedRule[FeeForm]],
    party: Party,
    day: date,
    *,
    population: Trace | None = None,
    groups: dict[str, Group] | None = None,
) -> FeeAnswer:
    """Tell what a party has to pay by the rules in force on a day.

    ``population`` is the number of inhabitants with its source; without it the party's own is
    taken. What a party does not say of itself (grade, strand, country) does not make its fee
    unknown while only one rule can be meant: the answer then notes whom it is for. A rule for
    everybody gives way to one made for a group the party is in. Rules that contradict each
    other are all answered, and so are those that may be in force beside them. Raises
    ImpossiblePopulation.
    """
    payer = Payer.of(party, population, groups)
    shares = of_form(rules, Share)
    others = [item for item in rules if not isinstance(item.rule, Share)]
    bases = cast("list[AppliedRule[BaseForm]]", others)
    found = fits(certain_on(bases, day), payer)
    if not found:
        return _without_rule(bases, day, payer)
    main, against = _by_dispute(found)
    main = _special_first(main)
    chosen = main if len(main) == 1 else [fit for fit in main if fit.judgement.truth]
    beside = [
        *((fit, ()) for fit in main if len(chosen) != 1 or fit is not chosen[0]),
        *((fit, (Reason("fee.note.disputes"),)) for fit in against),
        *_perhaps_in_force(bases, day, payer),
    ]
    further = tuple(_by_rule(fit, shares, day, payer).noted(*said) for fit, said in beside)
    if len(chosen) != 1:
        return replace(_undecided(main), alternatives=further)
    answer = _by_rule(chosen[0], shares, day, payer)
    if against:
        answer = answer.noted(Reason("fee.note.disputed"))
    return replace(answer, alternatives=further)


def _perhaps_in_force(
    rules: Sequence[AppliedRule[BaseForm]], day: date, payer: Payer
) -> list[tuple[Fit[BaseForm], tuple[Reason, ...]]]:
    found = fits(possible_on(rules, day), payer)
    return [(fit, (why_none_is_certain([fit.item], day),)) for fit in found]


def _by_dispute(found: Sequence[Fit[BaseForm]]) -> tuple[list[Fit[BaseForm]], list[Fit[BaseForm]]]:
    codes = {fit.item.rule.code for fit in found}
    main = [fit for fit in found if fit.item.rule.disputes not in codes] or [found[0]]
    return main, [fit for fit in found if fit not in main]


def _special_first(found: list[Fit[BaseForm]]) -> list[Fit[BaseForm]]:
    """Leave out a rule for everybody where one is made for a group the party surely is in."""
    special = [fit for fit in found if fit.item.rule.who]
    return special if any(fit.judgement.truth for fit in special) else found


def _without_rule(rules: Sequence[AppliedRule[BaseForm]], day: date, payer: Payer) -> FeeAnswer:
    for_party = [fit.item for fit in fits(rules, payer)]
    if rules and not for_party:
        return FeeAnswer(answer=unknown_amount(Reason("fee.reason.not-for-party")))
    return FeeAnswer(answer=unknown_amount(why_none_is_certain(for_party, day)))


def _undecided(found: Sequence[Fit[BaseForm]]) -> FeeAnswer:
    checks = [check for fit in found for check in fit.judgement.open_checks]
    reason = Reason("fee.reason.say-more", named(checks))
    if any(fit.judgement.truth for fit in found):
        reason = Reason("fee.reason.several-rules")
    return FeeAnswer(answer=unknown_amount(reason))


def _by_rule(
    fit: Fit[BaseForm], shares: Sequence[AppliedRule[Share]], day: date, payer: Payer
) -> FeeAnswer:
    rule, ref = fit.item.rule, fit.item.ref
    checks = fit.judgement.open_checks
    if fit.judgement.truth is None and not fit.judgement.is_unsaid:
        reason = Reason("fee.reason.perhaps-not-for-party", named(checks))
        return _described(rule, ref, unknown_amount(reason, fit.judgement.trace, rule=ref))
    known = known_by(rule, day) if isinstance(rule, Bands) else rule
    answer = _described(rule, ref, full_amount(known, ref, payer))
    answer = with_shares(answer, fit.item, shares, day, payer)
    return answer.noted(Reason("fee.note.depends-on", named(checks))) if checks else answer


def _described(rule: BaseForm, ref: RuleRef, answer: Answer[Decimal]) -> FeeAnswer:
    described = FeeAnswer(
        answer=answer,
        currency=currency_of(rule),
        period=rule.period,
        obligation=Obligation.OWED,
        rule=ref,
    )
    match rule:
        case Flat():
            return replace(
                described,
                obligation=rule.obligation,
                at_least=rule.at_least,
                exemption=rule.exemption,
                if_unpaid=rule.if_unpaid,
                collected_by=rule.collected_by,
            )
        case Agreed() | TwoFactor():
            return replace(described, set_by=rule.set_by)
    return described
