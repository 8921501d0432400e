"""What statutes lay down, as facts that claims can be held against."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from koinon.overview.checked.names import text_code, town_code
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.claim.claim import ClaimKind, Fact
from koinon.rules.claim.commitment import Sum
from koinon.rules.claim.funding import FEDERAL, STATE
from koinon.rules.claim.hosting import LOCATED
from koinon.rules.claim.token import has, tokens_of
from koinon.rules.claim.vocabulary import LANGUAGES, vocabulary
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule
from koinon.rules.seats.forms import Brackets, Fixed, Size
from koinon.rules.target.forms import Corridor, Follows, Reduction
from koinon.rules.term.last_day import last_day
from koinon.rules.trace import SourceRef
from koinon.statutes.applied import applied, source_ref
from koinon.statutes.document import Statute


def laid_down(statute: Statute, day: date, cities: Mapping[str, str]) -> Iterator[Fact]:
    """List what one statute says, with whether it holds on a day.

    ``cities`` gives the codes of those that the register has, by their folded names.
    """
    yield from _towns(statute, day, cities)
    yield from _texts(statute, day)
    yield from _treaties(statute)
    yield from _goals(statute, day)
    yield from _sizes(statute, day)
    yield from _rounds(statute)
    yield from _ministry(statute)


def _source(item: AppliedRule[Any]) -> SourceRef | None:
    return item.ref.sources[0] if item.ref.sources else None


def _source_day(item: AppliedRule[Any]) -> Bound | None:
    return _dated(_source(item))


def _dated(source: SourceRef | None) -> Bound | None:
    return Bound.parse(source.dated) if source and source.dated else None


def _day_of(source: SourceRef) -> date:
    return Bound.parse(source.dated).latest if source.dated else date.min


def _texts(statute: Statute, day: date) -> Iterator[Fact]:
    versions = applied(statute, "charter")
    by_code = {item.rule.code: item.rule.names for item in versions}
    for item in versions:
        rule, period = item.rule, item.validity
        code = text_code(rule.code, rule.names)
        replaced = by_code.get(rule.replaces)
        yield Fact(
            subject=statute.code,
            aspect=f"text:{code}",
            value=code,
            begins=rule.adopted_on or rule.valid_from,
            ends=None if period.end == OPEN_BOUND else last_day(period.end, period.start),
            source=_source(item),
            names=rule.names,
            holds=period.holds_on(day),
            replaces=text_code(rule.replaces, replaced) if replaced else "",
        )
        if rule.adopted_on is not None:
            yield Fact(
                subject=statute.code,
                aspect=f"{ClaimKind.IN_FORCE}:{code}",
                value=rule.valid_from,
                begins=rule.valid_from,
                source=_source(item),
                names=rule.names,
            )


def _towns(statute: Statute, day: date, cities: Mapping[str, str]) -> Iterator[Fact]:
    """Say in which towns a network had or has its offices, the first one named first."""
    for office in statute.secretariat:
        if not office.town:
            continue
        period = Period(office.valid_from, office.valid_until or OPEN_BOUND)
        yield Fact(
            subject=statute.code,
            aspect=LOCATED,
            value=town_code(office.town, cities),
            begins=office.valid_from,
            ends=None if office.valid_until is None else last_day(period.end, period.start),
            source=source_ref(statute, office.source),
            names=office.town,
            holds=period.holds_on(day),
        )


def _treaties(statute: Statute) -> Iterator[Fact]:
    for treaty in statute.treaty:
        yield Fact(
            subject=statute.code,
            aspect=f"{ClaimKind.IN_FORCE}:{text_code(treaty.code, treaty.names)}",
            value=treaty.in_force_on,
            begins=treaty.in_force_on,
            source=source_ref(statute, treaty.source),
            names=treaty.names,
        )


def _goals(statute: Statute, day: date) -> Iterator[Fact]:
    texts = {item.rule.code: item for item in applied(statute, "charter")}
    for item in applied(statute, "target"):
        rule = item.rule
        carriers = [texts[code] for code in rule.charter if code in texts]
        for value in _values(rule):
            holding = [it for it in carriers if it.validity.holds_on(day)]
            carrier = (holding or carriers[-1:])[0] if carriers else None
            period = carrier.validity if carrier else Period(rule.valid_from)
            yield Fact(
                subject=statute.code,
                aspect=str(ClaimKind.TARGET),
                value=value,
                begins=period.start,
                source=_source(item),
                names=carrier.rule.names if carrier else {},
                holds=period.holds_on(day) is True,
            )


def _values(rule: Reduction | Corridor | Follows) -> Iterable[object]:
    match rule:
        case Reduction(year=int() as year):
            return [(rule.by, year)]
        case Corridor():
            return [(it.by_at_least, it.year) for it in rule.marks if it.by_at_least and it.year]
        case Follows():
            return [None]
    return []


def _sizes(statute: Statute, day: date) -> Iterator[Fact]:
    for stated in statute.stated:
        if not stated.body:
            continue
        for kind in (ClaimKind.SIZE, ClaimKind.DELEGATES):
            yield Fact(
                subject=statute.code,
                aspect=f"{kind}:{stated.body}",
                value=int(stated.value),
                qualifier=stated.qualifier,
                begins=stated.dated,
                source=source_ref(statute, stated.source),
            )
    for item in applied(statute, "seats"):
        rule = item.rule
        match rule:
            case Size(disputes=""):
                newest = max(item.ref.sources, key=_day_of, default=None)
                yield Fact(
                    subject=statute.code,
                    aspect=f"{ClaimKind.SIZE}:{rule.body}",
                    value=rule.seats,
                    qualifier="up-to" if rule.at_most else "exactly",
                    begins=rule.valid_from,
                    as_of=_dated(newest),
                    source=newest,
                    holds=item.validity.holds_on(day) is not False,
                )
            case Brackets(per="country"):
                seats = [it.seats for it in rule.brackets]
                yield _delegates(statute, item, (min(seats), max(seats)), disputed=False)
            case Fixed(disputes=str() as other) if other:
                yield _delegates(statute, item, rule.seats, disputed=True)


def _delegates(statute: Statute, item: AppliedRule[Any], value: object, *, disputed: bool) -> Fact:
    return Fact(
        subject=statute.code,
        aspect=f"{ClaimKind.DELEGATES}:{item.rule.body}",
        value=value,
        source=_source(item),
        holds=not disputed,
    )


def _rounds(statute: Statute) -> Iterator[Fact]:
    for item in applied(statute, "window"):
        rule = item.rule
        if rule.form != "round" or not any(it.amount for it in rule.money):
            continue
        yield Fact(
            subject=statute.code,
            aspect=str(ClaimKind.FUNDING),
            value=tuple(
                Sum(
                    it.source,
                    int(it.amount),
                    "over" if it.at_least else "exactly",
                    statute.funds[it.source].given,
                )
                for it in rule.money
                if it.amount is not None
            ),
            begins=rule.opens,
            source=_source(item),
            names=rule.names,
            holds=not rule.disputes,
        )


def _ministry(statute: Statute) -> Iterator[Fact]:
    """Say of which level the ministry is that a statute names among the offices."""
    rounds = [it for it in applied(statute, "window") if it.rule.form == "round"]
    stated = [it for it in rounds if not it.rule.disputes]
    for body in statute.bodies.values():
        level = _level(body.names)
        if body.office and level and stated:
            yield Fact(
                subject=statute.code,
                aspect=str(ClaimKind.MINISTRY),
                value=level,
                source=_source(next((it for it in stated if it.rule.note), stated[0])),
                names=body.names,
            )


def _level(names: dict[str, str]) -> str:
    for language in LANGUAGES:
        words = vocabulary(language)
        tokens = tokens_of(names.get(language, ""))
        if has(tokens, words.ministry):
            if has(tokens, words.federal):
                return FEDERAL
            if has(tokens, words.state):
                return STATE
    return ""
