"""Codes with typed parameters become sentences in the reader's language."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from koinon.rules.answer import OneOf, Reason
from koinon.wording.catalogue import has, sentence
from koinon.wording.language import pick
from koinon.wording.values import Money, write, write_choice


class _Written(Mapping[str, str]):
    """Parameters, each written in a language only when a sentence asks for it."""

    def __init__(self, params: Mapping[str, Any], language: str) -> None:
        self._params = params
        self._language = language

    def __getitem__(self, name: str) -> str:
        return _written(self._params[name], self._language, self._params.get("currency", ""))

    def __iter__(self) -> Iterator[str]:
        return iter(self._params)

    def __len__(self) -> int:
        return len(self._params)


def _written(value: Any, language: str, currency: str) -> str:
    match value:
        case Reason():
            return say(value.code, language, **value.params)
        case OneOf():
            return write_choice([_written(item, language, currency) for item in value.of], language)
        case dict():
            return pick(value, language)
        case Decimal() if currency:
            return write(Money(value, currency), language)
        case tuple() if type(value) is tuple:
            return write(tuple(_written(item, language, currency) for item in value), language)
    return write(value, language)


def say(code: str, language: str, /, **params: Any) -> str:
    """Say a code in a language; a whole number ``n`` chooses the plural form.

    Decimals beside a parameter ``currency`` are written as money in that currency.
    Raises MissingWording for a code without a sentence, KeyError for a missing parameter.
    """
    n = params.get("n")
    text = sentence(code, language, n if isinstance(n, int) else None)
    return text.format_map(_Written(params, language)) if "{" in text else text


def say_reason(reason: Reason, language: str) -> str:
    """Say a reason or a note."""
    return say(reason.code, language, **reason.params)


def say_or_name(code: str, language: str) -> str:
    """Say a code where a sentence exists, else show the code: for codes that documents bring."""
    return sentence(code, language) if has(code, language) else code.rpartition(".")[2]
