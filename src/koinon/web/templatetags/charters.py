"""What templates say of texts that members accept: what each of them aims at."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import template

from koinon.overview.charter_texts import CharterText
from koinon.rules.bound import Bound
from koinon.rules.target.forms import Corridor, Follows, Mark, Reduction
from koinon.rules.term.last_day import last_day as last_day_before
from koinon.web.language import language
from koinon.wording.period import say_since, say_until
from koinon.wording.say import say, say_or_name
from koinon.wording.values import write_sum

register = template.Library()


@register.filter
def target_words(rule: Any) -> list[str]:
    """Say what a text aims at, one line for each aim."""
    match rule:
        case Reduction():
            return [", ".join(_reduction(rule))]
        case Corridor():
            return [_mark(mark, rule) for mark in rule.marks]
        case Follows():
            return list(_follows(rule))
    return []


def _reduction(rule: Reduction) -> Iterator[str]:
    less = say("target.less", language(), by=rule.by, measure=_measure(rule.measure))
    when = say("target.until", language(), year=str(rule.year)) if rule.year else ""
    every = say("target.every", language(), every=rule.every) if rule.every else ""
    yield " ".join(filter(None, (less, when, every)))
    if rule.base:
        code = "target.base.or-closest" if rule.or_closest else "target.base"
        yield say(code, language(), base=str(rule.base))
    if rule.per != "unknown":
        yield say(f"target.per.{rule.per}", language())


def _mark(mark: Mark, rule: Corridor) -> str:
    measure = _measure(rule.measure)
    if mark.by_at_least is not None:
        parts = [say("target.less.at-least", language(), by=mark.by_at_least, measure=measure)]
    else:
        unit = say_or_name(f"target.unit.{mark.unit.replace('/', '-')}", language())
        parts = [
            say("target.level", language(), level=mark.level, unit=unit, measure=measure),
        ]
    if mark.year:
        parts.append(say("target.until", language(), year=str(mark.year)))
    return " ".join(parts)


def _follows(rule: Follows) -> Iterator[str]:
    others = tuple(say_or_name(f"target.follows.{code}", language()) for code in rule.follows)
    yield say("target.as-far-as", language(), others=others)
    if rule.neutral and rule.year:
        yield say("target.neutral", language(), year=str(rule.year))


def _measure(code: str) -> str:
    return say_or_name(f"target.measure.{code}", language())


@register.simple_tag
def charter_state(texts: Sequence[CharterText], text: CharterText) -> str:
    """Say whether a text is open, since when or until when, and what replaced it."""
    own, rule = language(), text.item.rule
    since = say_since(rule.valid_from, own)
    if text.is_open is None:
        return say("charter.perhaps", own, since=since)
    kind = "accepted" if text.binds_its_own else "held"
    if text.is_open:
        return say(f"charter.{kind}.now", own, since=since)
    until = say_until(last_day_before(Bound.parse(text.item.ref.valid_until)), own)
    parts = [say(f"charter.{kind}.once", own, since=since, until=until)]
    following = (it.item.rule for it in texts if it.item.rule.replaces == rule.code)
    parts += [say("charter.followed-by", own, text=it.names) for it in following if it != rule]
    if text.binds_its_own:
        parts.append(say("charter.binds-its-own", own))
    return " ".join(parts)


@register.filter
def sum_of_money(amount: Decimal, currency: str) -> str:
    """Write a sum without cents where it has none."""
    return write_sum(amount, currency, language())
