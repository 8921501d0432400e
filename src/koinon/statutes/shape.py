"""Whether plain tables have the shape of a document: keys, types, languages, codes."""

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

from msgspec import inspect

from koinon.rules.answer import Reason
from koinon.rules.bound import BEGINNING, OPEN_END, Bound
from koinon.statutes.faults import Fault, fault
from koinon.statutes.values import CODES, PARSERS
from koinon.statutes.vocabulary import LANGUAGES, SHOWN_IN, YEARS

type Faults = Iterator[Fault]

_TOO_LARGE = 10**15
_MOST_PLACES = 12
_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")


class Place(NamedTuple):
    """Where the walk is: the path so far and the keys the table around may have."""

    path: str = ""
    around: frozenset[str] = frozenset()

    def key(self, key: str, around: frozenset[str] = frozenset()) -> "Place":
        """Step into the value of a key."""
        name = key if _PLAIN_KEY.match(key) else f'"{key}"'
        return Place(f"{self.path}.{name}" if self.path else name, around)

    def item(self, index: int) -> "Place":
        """Step into an item of a list."""
        return Place(f"{self.path}[{index}]", self.around)


@cache
def type_of(annotation: Any) -> inspect.Type:
    """Look up the description of a type once."""
    return inspect.type_info(annotation)


def faults_in(value: object, kind: inspect.Type, place: Place) -> Faults:  # noqa: C901, PLR0911 - one line for each type
    """List what keeps a plain value from being of a type."""
    match kind:
        case inspect.Metadata(type=inner, extra=extra):
            return _words(value, extra["words"], place) if extra else faults_in(value, inner, place)
        case inspect.StructType(tag=None):
            return _table(value, kind, place)
        case inspect.StructType():
            return _tagged(value, [kind], place)
        case inspect.UnionType():
            return _either(value, kind, place)
        case inspect.VarTupleType(item_type=inner):
            return _list(value, inner, place)
        case inspect.DictType():
            return _codes(value, kind, place)
        case inspect.StrType():
            return _text(value, kind, place)
        case inspect.LiteralType(values=values):
            return _choice(value, tuple(values), place)
        case inspect.EnumType(cls=choices):
            return _choice(value, tuple(str(item) for item in choices), place)
        case inspect.CustomType(cls=cls):
            return _own(value, cls, place)
        case _:
            return _number(value, kind, place)


def _wrong_type(place: Place, wanted: str) -> Fault:
    return fault(place.path, "wrong-type", wanted=Reason(f"statute.wanted.{wanted}"))


def _table(value: object, kind: inspect.StructType, place: Place) -> Faults:
    if not isinstance(value, dict):
        yield _wrong_type(place, "table")
        return
    fields = {field.encode_name: field for field in kind.fields}
    allowed = frozenset(fields) | ({kind.tag_field} if kind.tag_field else frozenset())
    for key, inner in value.items():
        if key in fields:
            yield from faults_in(inner, fields[key].type, place.key(key, allowed))
        elif key != kind.tag_field:
            yield unknown_key(key, allowed, place)
    for field in kind.fields:
        if field.required and field.encode_name not in value:
            yield fault(place.path, "missing-key", key=field.encode_name)


def unknown_key(key: str, allowed: frozenset[str], place: Place) -> Fault:
    """Say that a key does not belong here, and which one may be meant."""
    path = place.key(key).path
    if key in place.around:
        return fault(path, "misplaced-key", key=key)
    near = get_close_matches(key, sorted(allowed), 1)
    if near:
        return fault(path, "unknown-key-near", key=key, hint=near[0])
    return fault(path, "unknown-key", key=key, allowed=tuple(sorted(allowed)))


def _either(value: object, kind: inspect.UnionType, place: Place) -> Faults:
    kinds = [item for item in kind.types if not isinstance(item, inspect.NoneType)]
    lists = [item for item in kinds if isinstance(item, inspect.VarTupleType)]
    structs = [item for item in kinds if isinstance(item, inspect.StructType)]
    if len(kinds) == 1:
        return faults_in(value, kinds[0], place)
    if lists and isinstance(value, list):
        return faults_in(value, lists[0], place)
    if len(structs) == 1:
        return faults_in(value, structs[0], place)
    return _tagged(value, structs, place)


def _tagged(value: object, kinds: list[inspect.StructType], place: Place) -> Faults:
    if not isinstance(value, dict):
        yield _wrong_type(place, "table")
        return
    forms = {str(item.tag): item for item in kinds}
    tag_field = str(kinds[0].tag_field)
    if tag_field not in value:
        yield fault(place.path, "missing-form", key=tag_field, allowed=tuple(sorted(forms)))
        near = get_close_matches(tag_field, sorted(value), 1)
        if near:
            yield fault(place.key(near[0]).path, "unknown-key-near", key=near[0], hint=tag_field)
        return
    form = forms.get(value[tag_field]) if isinstance(value[tag_field], str) else None
    if form is None:
        yield from _choice(value[tag_field], tuple(sorted(forms)), place.key(tag_field))
    else:
        yield from _table(value, form, place)


def _list(value: object, inner: inspect.Type, place: Place) -> Faults:
    if not isinstance(value, list):
        yield _wrong_type(place, "list")
        return
    for index, item in enumerate(value):
        yield from faults_in(item, inner, place.item(index))


def _codes(value: object, kind: inspect.DictType, place: Place) -> Faults:
    if not isinstance(value, dict):
        yield _wrong_type(place, "table")
        return
    for key, inner in value.items():
        inside = place.key(key)
        if key in place.around and not isinstance(inner, dict | list):
            yield unknown_key(key, frozenset(), place)
            continue
        yield from _text(key, kind.key_type, inside)
        yield from faults_in(inner, kind.value_type, inside)


def _words(value: object, use: str, place: Place) -> Faults:
    if not isinstance(value, dict):
        yield _wrong_type(place, "words")
        return
    for key, text in value.items():
        if key in place.around and key not in LANGUAGES:
            yield unknown_key(key, frozenset(), place)
        elif key not in LANGUAGES:
            yield fault(place.key(key).path, "no-language", key=key)
        else:
            yield from _text(text, inspect.StrType(), place.key(key))
    wanted = SHOWN_IN if use == "shown" else ()
    missing = tuple(code for code in wanted if code not in value)
    if not value or (missing and "mul" not in value):
        yield fault(place.path, "missing-language", languages=missing or SHOWN_IN)


def _text(value: object, kind: inspect.Type, place: Place) -> Faults:
    if not isinstance(value, str):
        yield _wrong_type(place, "text")
    elif not value.strip():
        yield fault(place.path, "blank")
    elif isinstance(kind, inspect.StrType) and not _fits(value, kind):
        yield fault(place.path, "bad-code", value=value)


def _fits(text: str, kind: inspect.StrType) -> bool:
    short = kind.max_length is None or len(text) <= kind.max_length
    return short and (kind.pattern is None or re.search(kind.pattern, text) is not None)


def _choice(value: object, choices: tuple[Any, ...], place: Place) -> Faults:
    if any(type(value) is type(item) and value == item and value != "" for item in choices):
        return
    allowed = tuple(item for item in choices if item != "")
    near = get_close_matches(value, list(map(str, allowed)), 1) if isinstance(value, str) else []
    if near:
        yield fault(place.path, "not-allowed-near", value=value, hint=near[0])
    else:
        yield fault(place.path, "not-allowed", value=_shown(value), allowed=allowed)


def _shown(value: object) -> str:
    return str(value) if isinstance(value, str | int | Decimal | date) else "…"


def _own(value: object, cls: type, place: Place) -> Faults:
    wanted = CODES[cls]
    if not isinstance(value, str):
        unquoted = isinstance(value, date | time | int)
        yield _wrong_type(place, f"{wanted}-in-quotes" if unquoted else wanted)
        return
    try:
        meant = PARSERS[cls](value)
    except ValueError:
        yield fault(place.path, f"bad-{wanted}", value=value)
        return
    if isinstance(meant, Bound):
        for day in (meant.earliest, meant.latest):
            if day not in (BEGINNING, OPEN_END) and day.year not in YEARS:
                yield fault(place.path, "no-year", value=str(day.year))
                return


def _number(value: object, kind: inspect.Type, place: Place) -> Faults:
    if isinstance(kind, inspect.BoolType):
        if not isinstance(value, bool):
            yield _wrong_type(place, "yes-or-no")
    elif isinstance(kind, inspect.IntType):
        if not isinstance(value, int) or isinstance(value, bool):
            yield _wrong_type(place, "whole-number")
        elif abs(value) >= _TOO_LARGE:
            yield fault(place.path, "too-large")
    elif isinstance(kind, inspect.DecimalType):
        number = _exact(value)
        if number is None:
            yield _wrong_type(place, "number")
        elif abs(number) >= _TOO_LARGE or _places(number) > _MOST_PLACES:
            yield fault(place.path, "too-large")
    else:
        raise TypeError(f"no document can hold a {type(kind).__name__}")


def _exact(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    number = Decimal(value)
    return number if number.is_finite() else None


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
