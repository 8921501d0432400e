"""Amounts with as many decimals as their currency has, and exact shares of them."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import koinon.rules.judgement  # noqa: F401 - its operators make the traces
from koinon.rules.trace import operator

# fmt: off
_WITHOUT = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
            "VND", "VUV", "XAF", "XOF", "XPF"]
_WITH_THREE = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
# fmt: on
_DECIMALS = dict.fromkeys(_WITHOUT, 0) | dict.fromkeys(_WITH_THREE, 3)


def decimals(currency: str) -> int:
    """Give the number of decimals of a currency's amounts (ISO 4217)."""
    return _DECIMALS.get(currency, 2)


def money(amount: Decimal, currency: str) -> Decimal:
    """Write an amount with its currency's decimals; a finer amount stays as it is."""
    written = amount.quantize(Decimal(1).scaleb(-decimals(currency)))
    return written if written == amount else amount


@operator("in-currency")
def in_currency(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Write an amount with the decimals of its ``currency``."""
    return money(values[0], params["currency"])


@operator("share-of")
def share_of(values: tuple[Any, ...], params: Mapping[str, Any]) -> Any:
    """Take a share of an amount, exactly: a decimal where it ends, else a fraction."""
    amount, share = values
    exact = Fraction(amount) * share
    written = Decimal(exact.numerator) / exact.denominator
    return written if Fraction(written) == exact else exact
