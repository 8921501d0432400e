"""What templates say of rules: ranges, rates, conditions, duties."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NamedTuple

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.timezone import localdate

from koinon.history.models import Entry
from koinon.overview.nesting import Outer
from koinon.register.models import TypedRule
from koinon.register.models.typed_rule import TypedRuleKind
from koinon.rules.answer import Reason
from koinon.rules.condition import Condition
from koinon.rules.cycle.forms import After, Calendar
from koinon.rules.duration import BadDuration, Duration
from koinon.rules.fee.forms import Agreed, Rate, TwoFactor
from koinon.rules.procedure.forms import Steps
from koinon.rules.rule import Text
from koinon.web.language import language
from koinon.web.links import keeping_day
from koinon.wording.catalogue import has
from koinon.wording.language import pick, write_country
from koinon.wording.say import say, say_or_name
from koinon.wording.values import Money, write, write_choice

register = template.Library()


@register.simple_tag
def range_words(lower: int | None, upper: int | None) -> str:
    """Say a range of inhabitants."""
    if lower is None:
        return say("range.up-to", language(), upper=upper)
    if upper is None:
        return say("range.from", language(), lower=lower)
    return say("range.between", language(), lower=lower, upper=upper)


@register.simple_tag
def rate_words(rule: Rate) -> str:
    """Say a rate with its floor and cap."""
    parts = [say("fee.rule.rate", language(), rate=Money(rule.rate, rule.currency))]
    if rule.floor is not None:
        parts.append(say("fee.rule.floor", language(), floor=Money(rule.floor, rule.currency)))
    if rule.cap is not None:
        parts.append(say("fee.rule.cap", language(), cap=Money(rule.cap, rule.currency)))
    return ", ".join(parts)


@register.simple_tag
def agreed_words(rule: Agreed | TwoFactor) -> str:
    """Say of what an amount depends that is not known, or who sets it."""
    if isinstance(rule, TwoFactor):
        factors: tuple[str, ...] = ("population", rule.second_factor)
    else:
        factors = rule.factors
    if not factors:
        return say("fee.reason.set-by", language())
    said = tuple(Reason(f"fee.factor.{code}") for code in factors)
    return say("fee.reason.set-by-factors", language(), factors=said)


@register.simple_tag
def effective_words(rule: Steps) -> str:
    """Say from which day the result of a procedure holds."""
    effective = rule.effective
    if effective is None:
        return say("effective.unknown", language())
    step = next(item for item in rule.steps if item.code == effective.on)
    return say(f"effective.{effective.then}", language(), step=step.names)


@register.simple_tag
def duty_words(rule: Any) -> str:
    """Say when a duty is due, and whether anything is owed at all."""
    if not (rule.invited or rule.owed_to):
        return say("duty.nothing-owed", language())
    parts = []
    if isinstance(rule, After):
        parts.append(_counted_words(rule))
    elif isinstance(rule, Calendar):
        parts.append(_rhythm(rule.every))
    if rule.invited:
        parts.append(say("due.invited", language()))
    return ", ".join(parts)


def _counted_words(rule: After) -> str:
    """Say what a duty is counted from, or that the source does not say from which day."""
    if rule.every is not None and not rule.from_day_known:
        return say("duty.every.day-unknown", language(), rhythm=_rhythm(rule.every))
    anchor = _counted_from(rule.after)
    if rule.within or rule.every is None:
        return say("duty.within", language(), length=rule.within, anchor=anchor)
    return say("duty.every", language(), rhythm=_rhythm(rule.every), anchor=anchor)


def _counted_from(anchor: str) -> str:
    """Say from which event is counted: in words of its own where the language has them."""
    own = f"counted-from.{anchor}"
    if has(own, language()):
        return say(own, language())
    name = say_or_name(f"cycle.anchor.{anchor}", language())
    return say("counted-from.other", language(), anchor=name)


def _rhythm(every: Duration) -> str:
    """Say how often: every year, every 2 years."""
    if every.count == 1:
        return say(f"rhythm.{every.unit}", language())
    return say("rhythm.every", language(), length=every)


class ConditionsSaid(NamedTuple):
    """Lines that all hold, then those of which one suffices, below a sentence that says so."""

    all: tuple[str, ...]
    one_of: tuple[str, ...]
    one_of_these: str


@register.simple_tag
def conditions_words(rule: Any, places: dict[str, Text]) -> ConditionsSaid:
    """Say each condition of a rule; what all alternatives share is said once."""
    who = getattr(rule, "who", ())
    ways = who if isinstance(who, tuple) else (who,)
    said = [tuple(_condition_words(way, places)) for way in ways]
    shared = [text for text in (said[0] if said else ()) if all(text in way for way in said)]
    own = [", ".join(text for text in way if text not in shared) for way in said]
    one_of = tuple(own) if len(own) > 1 and all(own) else ()
    asked = [pick(item.names, language()) for item in getattr(rule, "must", ())]
    excluded = [
        say("condition.not", language(), what=item.names) for item in getattr(rule, "must_not", ())
    ]
    code = "condition.and-one-of" if shared else "condition.one-of"
    return ConditionsSaid(
        all=tuple(filter(None, (", ".join(shared), *asked, *excluded))),
        one_of=one_of,
        one_of_these=say(code, language()),
    )


def _condition_words(condition: Condition, places: dict[str, Text]) -> Iterator[str]:
    code = "eligibility.condition"
    if condition.kind:
        kinds = (say(f"kind.{kind}", language()) for kind in condition.kind)
        yield write_choice(kinds, language())
    inside = tuple(_place("in", it, places) for it in condition.place)
    if inside:
        yield write_choice(inside, language())
    if condition.outside:
        yield ", ".join(_place("outside", it, places) for it in condition.outside)
    yield from (_lowered(text) for text in _number_words(condition, code))


def _number_words(condition: Condition, code: str) -> Iterator[str]:
    lower, upper = condition.population_from, condition.population_up_to
    if lower is not None and upper is not None:
        yield say(f"{code}.population.between", language(), lower=lower, upper=upper)
    elif lower is not None:
        yield say(f"{code}.population.from", language(), lower=lower)
    elif upper is not None:
        yield say(f"{code}.population.up-to", language(), upper=upper)
    if condition.districts_from is not None:
        yield say(f"{code}.districts.from", language(), lower=condition.districts_from)


def _lowered(text: str) -> str:
    """Begin with a small letter what stands within a sentence."""
    return text[:1].lower() + text[1:]


def _place(side: str, code: str, places: dict[str, Text]) -> str:
    """Say inside or outside of which place: in words of its own where the language has them."""
    own = f"place.{side}.{code}"
    if has(own, language()):
        return say(own, language())
    name = pick(places[code], language()) if code in places else write_country(code, language())
    return say(f"place.{side}", language(), name=name or code)


@register.simple_tag(takes_context=True)
def network_link(context: template.Context, network: Outer) -> str:
    """Name a network and lead to its page, where it has one."""
    name = pick(network.names, language()) or network.code.upper().replace("-", " ")
    if not network.is_known:
        return name
    there = keeping_day(reverse("network", args=[network.code]), context["request"])
    return format_html('<a href="{}">{}</a>', there, name)


@register.simple_tag
def typed_words(rule: TypedRule) -> str:
    """Say what was typed by hand: an amount or a notice period."""
    if rule.kind == TypedRuleKind.NOTICE:
        return say("leaving.notice", language(), notice=Duration.parse(rule.notice))
    amount = write(Money(rule.amount or Decimal(0), rule.currency), language())
    return f"{amount} {_period_words(rule.period)}"


def _period_words(period: str) -> str:
    if period in ("year", "once"):
        return say("fees.a-year" if period == "year" else "fees.once", language())
    try:
        return write(Duration.parse(period), language())
    except BadDuration:
        return period


@register.simple_tag
def typed_by_words(entry: Entry) -> str:
    """Say who typed something in, by role, and when: a person's name stays within."""
    by = say(f"actor.{entry.by_kind}", language())
    return say("rule.typed", language(), by=by, on=localdate(entry.at))


@register.filter
def rule_kind(code: str) -> str:
    """Say a kind of rule."""
    return say(f"rule-kind.{code}", language())


@register.filter
def fund_name(funds: dict[str, Text], code: str) -> str:
    """Name where money comes from."""
    return pick(funds.get(code, {}), language()) or code


@register.filter
def strand_name(strands: dict[str, Text], code: str) -> str:
    """Name an act of belonging."""
    return pick(strands.get(code, {}), language()) or code
