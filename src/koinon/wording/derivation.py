"""A trace as people read it: operator, input, value, origin; the result below an ink line."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from koinon.rules.bound import Bound, Precision
from koinon.rules.trace import GIVEN, UNKNOWN, RuleRef, SourceRef, Trace
from koinon.wording.language import pick, write_country
from koinon.wording.say import say, say_or_name
from koinon.wording.values import Money, write, write_limit, write_range

_SIGNS = {"multiply": "×", "sum": "+", "difference": "\N{MINUS SIGN}"}
_LIMITS = frozenset({"at-least", "at-most"})
_CHOICES = frozenset({"bound-earliest", "bound-latest"})
_CURRENCY_LENGTH = 3
_SEATS = "seats"


class Footnote(NamedTuple):
    """A source as it stands below a derivation."""

    number: int
    title: str
    dated: str
    url: str


class Row(NamedTuple):
    """One line of a derivation; ``quiet`` for a limit that does not bite."""

    sign: str
    label: str
    value: str
    origin: str
    notes: tuple[int, ...]
    is_result: bool
    quiet: bool


class Derivation(NamedTuple):
    """A whole derivation: the rule it follows from, its rows, remarks and sources."""

    rule: str
    dated: str
    url: str
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    footnotes: tuple[Footnote, ...]


class _Writer:
    """Gathers rows and footnotes while it walks a trace."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.rows: list[Row] = []
        self.sources: list[SourceRef] = []
        self.remarks: list[str] = []

    def walk(self, node: Trace, sign: str = "", *, is_root: bool = False) -> None:
        operator_sign = _SIGNS.get(node.operator, "")
        for position, item in enumerate(node.inputs):
            self.walk(item, operator_sign if position else sign)
        self._remember(node)
        if not node.inputs or is_root or self._changes(node):
            self._add(node, sign if not node.inputs else "=", is_result=bool(node.inputs))

    def _changes(self, node: Trace) -> bool:
        first = node.inputs[0]
        if node.operator in _CHOICES and len(node.inputs) == 1:
            return False
        return node.operator not in _LIMITS and (first.value != node.value or bool(first.inputs))

    def _remember(self, node: Trace) -> None:
        if node.rule and node.rule.note:
            remark = pick(node.rule.note, self.language)
            if remark not in self.remarks:
                self.remarks.append(remark)

    def number(self, source: SourceRef) -> int:
        """Number a source; register and statute may each know the same by a code of their own."""
        known = [(it.title, it.dated, it.url) for it in self.sources]
        told = source.title, source.dated, source.url
        if told in known:
            return known.index(told) + 1
        self.sources.append(source)
        return len(self.sources)

    def _add(self, node: Trace, sign: str, *, is_result: bool) -> None:
        sources = [node.source] if node.source else []
        if node.rule and not is_result:
            sources.extend(node.rule.sources)
        self.rows.append(
            Row(
                sign=sign,
                label=say(node.name, self.language, **node.params),
                value=written_value(node, self.language),
                origin=self._origin(node),
                notes=tuple(dict.fromkeys(map(self.number, sources))),
                is_result=is_result,
                quiet=not node.bites,
            )
        )

    def _origin(self, node: Trace) -> str:
        if node.operator == UNKNOWN:
            params = {key: value for key, value in node.params.items() if key != "reason"}
            return say(node.params["reason"], self.language, **params)
        if not node.bites:
            return say("trace.does-not-bite", self.language)
        if node.operator == "round":
            return say("trace.rounded", self.language, places=node.params["places"])
        if node.rule and node.rule.article:
            return node.rule.article
        if node.source:
            return write_dated(node.source.dated, self.language) or node.source.title
        is_entered = node.operator == GIVEN and not node.rule
        origin = node.params.get("origin", "trace.entered" if is_entered else "")
        return say(origin, self.language) if origin else ""


def _kind(code: str, language: str) -> str:
    return say_or_name(f"kind.{code}", language)


_CODED: Mapping[str, Callable[[str, str], str]] = {
    "eligibility.held.kind": _kind,
    "eligibility.held.places": write_country,
}
"""Values that are codes, with how each is named."""


def written_value(node: Trace, language: str) -> str:
    """Write a trace's value with its unit, a currency as money, a named code by its name."""
    value = node.value
    if node.name in _CODED and isinstance(value, tuple):
        return write(tuple(_CODED[node.name](code, language) or code for code in value), language)
    names = node.params.get("names")
    if isinstance(names, dict) and value in names:
        return pick(names[value], language)
    if value is not None and len(node.unit) == _CURRENCY_LENGTH and node.unit.isupper():
        return write(Money(value, node.unit), language)
    if isinstance(value, Fraction) and node.unit == _SEATS:
        return write(_rounded(value), language)
    return write(value, language)


def _rounded(number: Fraction) -> Decimal:
    """Give a number of seats with two digits behind the point at most."""
    return Decimal(round(number * 100)).scaleb(-2).normalize()


def _leading_rule(trace: Trace) -> RuleRef | None:
    if trace.rule is not None:
        return trace.rule
    return next(filter(None, map(_leading_rule, trace.inputs)), None)


def _leading_source(trace: Trace) -> SourceRef | None:
    if trace.source is not None or not trace.bites:
        return trace.source if trace.bites else None
    return next(filter(None, map(_leading_source, trace.inputs)), None)


def explain(trace: Trace, language: str) -> Derivation:
    """Lay out a trace in rows, in a language."""
    writer = _Writer(language)
    writer.walk(trace, is_root=True)
    rule = _leading_rule(trace)
    if rule is not None:
        for source in rule.sources:
            writer.number(source)
    first = rule.sources[0] if rule and rule.sources else None
    if rule is None:
        first = _leading_source(trace)
    return Derivation(
        rule=_rule_line(rule, first, language),
        dated=write_dated(first.dated, language) if first else "",
        url=first.url if first else "",
        rows=tuple(writer.rows),
        remarks=tuple(writer.remarks),
        footnotes=tuple(
            Footnote(number, source.title, write_dated(source.dated, language), source.url)
            for number, source in enumerate(writer.sources, start=1)
        ),
    )


def _rule_line(rule: RuleRef | None, first: SourceRef | None, language: str) -> str:
    if rule is None:
        return first.title if first else say("trace.no-rule", language)
    return ", ".join(filter(None, (rule.article, first.title if first else "")))


def write_dated(text: str, language: str) -> str:
    """Write the time a source speaks for, given as the text of a bound.

    One of which only the latest day is known bears no date itself, and is said not to; nor does
    one that was written from a year on and of which else only the day of reading is known.
    """
    if not text:
        return ""
    dated = Bound.parse(text)
    written = write_range(dated, language)
    if dated.precision is Precision.AT_LATEST:
        return say("source.undated", language, day=write_limit(dated, language))
    if _was_only_read(dated):
        return say("source.undated-between", language, day=write(dated, language))
    return written


def _was_only_read(dated: Bound) -> bool:
    """Tell whether a span of years ends on a single day within its last one."""
    first, last = dated.earliest, dated.latest
    begins_a_year = (first.month, first.day) == (1, 1)
    ends_a_month = (last + timedelta(1)).day == 1
    return begins_a_year and first.year < last.year and not ends_a_month
