"""How values are written: numbers, money, days, lengths of time, lists."""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

from koinon.rules.beginning import Disputed
from koinon.rules.bound import Bound, Precision
from koinon.rules.duration import Duration
from koinon.wording.catalogue import sentence
from koinon.wording.language import locale_of

_DAYS = {"de": "d.M.y", "en": "d MMMM y", "fr": "d MMMM y"}
_MONTHS = {"de": "MMMM y", "en": "MMMM y", "fr": "MMMM y"}
_NO_BREAK = "\N{NO-BREAK SPACE}"


class Money(NamedTuple):
    """An amount in a currency."""

    amount: Decimal
    currency: str


@lru_cache(maxsize=20_000)
def write_day(day: date, language: str) -> str:
    """Write a day: 17.5.2015, 17 May 2015, 17 mai 2015."""
    text = format_date(day, _DAYS.get(language, "long"), locale=locale_of(language))
    if language == "fr" and day.day == 1:
        text = text.replace("1 ", "1er ", 1)
    return text.replace(" ", _NO_BREAK)


def write_money(amount: Decimal, currency: str, language: str) -> str:
    """Write an amount with as many decimals as the currency has, or as the amount needs."""
    exact = amount != amount.quantize(Decimal("0.01"))
    return format_currency(
        amount, currency, locale=locale_of(language), decimal_quantization=not exact
    ).replace(" ", _NO_BREAK)


def write_sum(amount: Decimal, currency: str, language: str) -> str:
    """Write a sum of money of a programme: without decimals where it has none."""
    if amount != amount.to_integral_value():
        return write_money(amount, currency, language)
    locale = locale_of(language)
    pattern = str(locale.currency_formats["standard"].pattern).replace(".00", "")
    return format_currency(
        amount, currency, format=pattern, locale=locale, currency_digits=False
    ).replace(" ", _NO_BREAK)


def write_number(number: int | Decimal, language: str) -> str:
    """Write a number with grouped thousands and all its decimals."""
    # Decimals that are equal may have different decimals: they are not kept.
    return _whole(number, language) if isinstance(number, int) else _decimal(number, language)


@lru_cache(maxsize=20_000)
def _whole(number: int, language: str) -> str:
    return _decimal(number, language)


def _decimal(number: int | Decimal, language: str) -> str:
    return format_decimal(number, locale=locale_of(language), decimal_quantization=False)


def write_share(share: Fraction, language: str) -> str:
    """Write a share as whole per cent where it is one, else as a fraction."""
    if (share * 100).denominator == 1:
        percent = Decimal(int(share * 100)) / 100
        return format_percent(percent, locale=locale_of(language)).replace(" ", _NO_BREAK)
    return f"{share.numerator}/{share.denominator}"


def write_duration(duration: Duration, language: str) -> str:
    """Write a length of time: 3 Wochen, 3 weeks, 3 semaines."""
    text = format_unit(
        duration.count, f"duration-{duration.unit}", length="long", locale=locale_of(language)
    )
    return text.replace(" ", _NO_BREAK)


def write_bound(bound: Bound, language: str) -> str:
    """Write a bound as roughly as it is known: 2015, May 2015, 2015 at the latest."""
    if isinstance(bound, Disputed):
        return sentence("bound.disputed", language).format(days=write_told(bound, language))
    first, last = bound.earliest, bound.latest
    match bound.precision:
        case Precision.DAY:
            return write_day(first, language)
        case Precision.MONTH:
            return _month(first, language)
        case Precision.YEAR:
            return str(first.year)
        case Precision.AT_LATEST | Precision.AT_EARLIEST as precision:
            text = sentence(f"bound.{precision}", language)
            return text.format(day=write_limit(bound, language))
        case Precision.SPAN:
            begin, end = (_in_text(day, language) for day in _limits(first, last))
            return sentence("bound.span", language).format(first=begin, last=end)


def write_told(bound: Disputed, language: str) -> str:
    """Write each beginning that is told: 2011–2012 or 17 May 2015."""
    return write_choice(
        (_in_text(it, language) if it.is_exact else write_range(it, language) for it in bound.told),
        language,
    )


def write_limit(bound: Bound, language: str) -> str:
    """Write the only day known of a bound: by 2021, after 2021."""
    if bound.precision is Precision.AT_LATEST:
        return _in_text(_end(bound.latest), language)
    return _in_text(_end(bound.earliest - timedelta(days=1)), language)


def write_range(span: Bound, language: str) -> str:
    """Write a bound that stands for all its days: 2015–2020."""
    if span.precision is not Precision.SPAN:
        return write_bound(span, language)
    first, last = (_rough(day, language) for day in _limits(span.earliest, span.latest))
    return sentence("bound.range", language).format(first=first, last=last)


def _month(day: date, language: str) -> str:
    if language in _MONTHS:
        text = format_date(day, _MONTHS[language], locale=locale_of(language))
    else:
        text = format_skeleton("yMMMM", day, locale=locale_of(language))
    return text.replace(" ", _NO_BREAK)


def _limits(first: date, last: date) -> tuple[Bound, Bound]:
    """Give both ends of a span as roughly as they are known, yet told apart."""
    begin, end = _begin(first), _end(last)
    if first.year == last.year:
        begin = _within_year(begin, first)
        end = _within_year(end, last)
    if (first.year, first.month) == (last.year, last.month):
        return Bound(first), Bound(last)
    return begin, end


def _within_year(limit: Bound, day: date) -> Bound:
    return Bound.parse(f"{day:%Y-%m}") if limit.precision is Precision.YEAR else limit


def _begin(day: date) -> Bound:
    """Give the year or the month that begins with a day, else the day."""
    if day.day != 1:
        return Bound(day)
    return Bound.parse(f"{day:%Y}" if day.month == 1 else f"{day:%Y-%m}")


def _end(day: date) -> Bound:
    """Give the year or the month that ends with a day, else the day."""
    if day == date.max or (day + timedelta(days=1)).day != 1:
        return Bound(day)
    return Bound.parse(f"{day:%Y}" if day.month == 12 else f"{day:%Y-%m}")


def _rough(day: Bound, language: str) -> str:
    """Write a day, a month or a year."""
    match day.precision:
        case Precision.YEAR:
            return str(day.earliest.year)
        case Precision.MONTH:
            return _month(day.earliest, language)
    return write_day(day.earliest, language)


def _in_text(day: Bound, language: str) -> str:
    """Write a day, a month or a year with the article that a day may take in a sentence."""
    text = _rough(day, language)
    return sentence("bound.day", language).format(day=text) if day.is_exact else text


def write_list(items: Iterable[Any], language: str) -> str:
    """Write a list: A, B und C."""
    return format_list([write(item, language) for item in items], locale=locale_of(language))


def write_choice(texts: Iterable[str], language: str) -> str:
    """Write what one of suffices: A, B oder C."""
    return format_list(list(texts), style="or", locale=locale_of(language))


def write(value: Any, language: str) -> str:  # noqa: PLR0911 - one line for each type of value
    """Write a value by its type; text stays as it is."""
    match value:
        case None:
            return sentence("value.unknown", language)
        case bool():
            return sentence("value.yes" if value else "value.no", language)
        case Money():
            return write_money(value.amount, value.currency, language)
        case int() | Decimal():
            return write_number(value, language)
        case Fraction():
            return write_share(value, language)
        case date():
            return write_day(value, language)
        case Bound():
            return write_bound(value, language)
        case Duration():
            return write_duration(value, language)
        case tuple() | list() | frozenset():
            return write_list(value, language)
    return str(value)
