"""Which text a member is bound to: the one it accepted by its latest act."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from koinon.rules.answer import Answer, Reason, known, not_known
from koinon.rules.bound import Bound
from koinon.rules.charter.forms import Version
from koinon.rules.days import earliest, is_reached
from koinon.rules.period import Period
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import Trace, derive, given, operator

_TEXT = "charter.text"

type Row = tuple[str, Bound, Bound]
"""A text's code, the day from which it is accepted, and the first day it no longer is."""


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """A text with the period in which whoever signs accepts it."""

    item: AppliedRule[Version]
    accepted: Period

    @property
    def code(self) -> str:
        return self.item.rule.code


def texts_of(rules: Iterable[AppliedRule[Version]], strand: str = "") -> tuple[Text, ...]:
    """List the texts of a strand, oldest first, each accepted until another replaces it.

    Beside texts that replace one another, a text that stands apart binds only by an act that
    names it, and is left out here.
    """
    found = [item for item in rules if not strand or item.rule.strand in ("", strand)]
    replaced = {item.rule.replaces for item in found if item.rule.replaces}
    chain = [item for item in found if item.rule.replaces or item.rule.code in replaced]
    texts = [Text(item=item, accepted=_accepted(item, found)) for item in chain or found]
    return tuple(sorted(texts, key=lambda text: text.accepted.start.latest))


def _accepted(item: AppliedRule[Version], others: Sequence[AppliedRule[Version]]) -> Period:
    ends = [
        other.validity.start
        for other in others
        if other.rule.replaces == item.rule.code and other.rule.code != item.rule.code
    ]
    return Period(item.validity.start, earliest(item.validity.end, *ends))


def possible_texts(texts: Sequence[Text], signed_on: Bound) -> tuple[str, ...]:
    """List the codes of the texts that a signature on a day may have accepted."""
    return _possible(_rows(texts), signed_on)


def _rows(texts: Sequence[Text]) -> tuple[Row, ...]:
    return tuple((text.code, text.accepted.start, text.accepted.end) for text in texts)


def _possible(rows: Iterable[Row], signed_on: Bound) -> tuple[str, ...]:
    found = [
        code
        for code, start, end in rows
        if start.earliest <= signed_on.latest and signed_on.earliest < end.latest
    ]
    return tuple(dict.fromkeys(found))


@operator("text-accepted")
def take_text(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take from ``rows`` of (code, start, end) the only text the day allows, else None."""
    codes = _possible(params["rows"], values[0])
    return codes[0] if len(codes) == 1 else None


def accepted_version(
    rules: Sequence[AppliedRule[Version]],
    signed_on: Bound,
    day: date,
    renewals: Iterable[Bound] = (),
    *,
    strand: str = "",
) -> Answer[str]:
    """Tell the code of the text a member is bound to on a day.

    Whoever signs accepts the text of that day and stays bound to it until a new act. Where a
    rough day allows several texts the answer is unknown.
    """
    texts = texts_of(rules, strand)
    signature = given("charter.signed-on", signed_on)
    reached = is_reached(signed_on, day)
    if not reached:
        code = "signing-day-rough" if reached is None else "not-signed-yet"
        return not_known(_TEXT, f"charter.reason.{code}", signature, day=signed_on)
    taken = _acts(signed_on, renewals, day)
    certain = [act for act in taken if act.latest <= day]
    rough = [act for act in taken if act not in certain]
    deciding = certain[-1]
    codes = possible_texts(texts, deciding)
    perhaps = {code for act in rough for code in possible_texts(texts, act)}
    if perhaps - set(codes):
        return not_known(
            _TEXT, "charter.reason.renewal-day-rough", signature, texts=_names(texts, perhaps)
        )
    return _text_of(texts, codes, _act(deciding, signed_on), day)


def _acts(signed_on: Bound, renewals: Iterable[Bound], day: date) -> list[Bound]:
    begun = [act for act in renewals if act.earliest <= day]
    return [signed_on, *sorted(begun, key=lambda act: (act.latest, act.earliest))]


def _act(deciding: Bound, signed_on: Bound) -> Trace:
    name = "charter.signed-on" if deciding == signed_on else "charter.renewed-on"
    return given(name, deciding)


def _text_of(texts: Sequence[Text], codes: tuple[str, ...], act: Trace, day: date) -> Answer[str]:
    if not texts:
        return not_known(_TEXT, "charter.reason.no-texts", act)
    if not codes:
        return not_known(_TEXT, "charter.reason.no-text-then", act, day=act.value)
    if len(codes) > 1:
        return not_known(
            _TEXT, "charter.reason.several-texts", act, texts=_names(texts, codes), day=act.value
        )
    text = next(text for text in texts if _possible(_rows([text]), act.value) == codes)
    names = {item.code: item.item.rule.names for item in texts}
    newer = _newer(texts, text, day)
    if newer is not None and newer.item.rule.older_texts == "replaced":
        replaced = derive(
            "charter.text-signed", "text-accepted", act, rows=_rows(texts), names=names
        )
        trace = derive(
            _TEXT, "text-replaced", replaced, by=newer.code, rule=newer.item.ref, names=names
        )
        return known(trace)
    trace = derive(_TEXT, "text-accepted", act, rule=text.item.ref, rows=_rows(texts), names=names)
    return known(trace, *_notes(newer))


@operator("text-replaced")
def take_newer(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take the text that came ``by`` itself into the place of the one signed."""
    return params["by"]


def _newer(texts: Sequence[Text], text: Text, day: date) -> Text | None:
    later = [
        other
        for other in texts
        if other.code != text.code
        and other.accepted.start.latest > text.accepted.start.latest
        and other.accepted.start.latest <= day
    ]
    return later[-1] if later else None


def _notes(newer: Text | None) -> tuple[Reason, ...]:
    if newer is None:
        return ()
    rule = newer.item.rule
    code = "renewal-open" if rule.older_texts == "still-bind" else "older-texts-not-known"
    return (Reason(f"charter.note.{code}", {"text": rule.names}),)


def _names(texts: Sequence[Text], codes: Iterable[str]) -> tuple[str, ...]:
    wanted = set(codes)
    return tuple(text.code for text in texts if text.code in wanted)
