"""Fees that stand in a table: by inhabitants, or by inhabitants and class of country."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from koinon.rules.answer import Answer, known, not_known
from koinon.rules.fee.fit import NAME
from koinon.rules.fee.forms import Band, Bands, Cell, Observation, TwoFactor
from koinon.rules.fee.money import money
from koinon.rules.trace import RuleRef, SourceRef, Trace, derive


def known_by(rule: Bands, day: date) -> Bands:
    """Leave out what no source tells yet on a day: those bands become holes."""
    bands = tuple(band for band in rule.bands if _is_known(band, day))
    seen = tuple(item for item in rule.observations if _is_known(item, day))
    if (bands, seen) == (rule.bands, rule.observations):
        return rule
    return replace(rule, bands=bands, observations=seen, holes=True)


def _is_known(item: Band | Observation, day: date) -> bool:
    return item.known_from is None or item.known_from.latest <= day


def bands_amount(rule: Bands, ref: RuleRef, population: Trace) -> Answer[Decimal]:
    """Pick the amount of the band; in a hole of the table, that of an observation, or none."""
    answer = _picked(rule.bands, rule.currency, ref, population)
    if answer is not None:
        return answer
    seen = [item for item in rule.observations if item.population == population.value]
    if len({item.pay for item in seen}) > 1:
        amounts = tuple(sorted(money(item.pay, rule.currency) for item in seen))
        reason = "fee.reason.observations-differ"
        params = {"amounts": amounts, "currency": rule.currency}
        return not_known(NAME, reason, population, rule=ref, **params)
    if seen:
        return known(_observed(seen[0], rule.currency, ref, population))
    return _in_a_hole(rule, ref, population)


def two_factor_amount(
    rule: TwoFactor, ref: RuleRef, population: Trace, places: frozenset[str] | None
) -> Answer[Decimal]:
    """Pick the amount of the cell; without cells, or in no class of country, unknown."""
    if not rule.cells:
        params = {"set_by": rule.set_by}
        return not_known(NAME, "fee.reason.table-unknown", population, rule=ref, **params)
    if places is None:
        return not_known(NAME, "fee.reason.country-needed", population, rule=ref)
    classes = [code for code, countries in rule.countries.items() if places & set(countries)]
    if len(classes) != 1:
        return not_known(NAME, "fee.reason.country-class-unknown", population, rule=ref)
    cells = [cell for cell in rule.cells if cell.country_class == classes[0]]
    answer = _picked(cells, rule.currency, ref, population)
    if answer is None:
        return not_known(NAME, "fee.reason.no-band", population, rule=ref)
    return answer


def _picked(
    bands: Iterable[Band | Cell], currency: str, ref: RuleRef, population: Trace
) -> Answer[Decimal] | None:
    rows = tuple((band.from_, band.up_to, money(band.pay, currency)) for band in bands)
    for lower, upper, _ in rows:
        if (lower is None or population.value >= lower) and (
            upper is None or population.value <= upper
        ):
            name = f"fee.band.{_side(lower, upper)}"
            params: dict[str, Any] = {"rows": rows, "lower": lower, "upper": upper}
            picked = derive(name, "pick", population, unit=currency, rule=ref, **params)
            return known(picked)
    return None


def _side(lower: int | None, upper: int | None) -> str:
    if lower is None:
        return "all" if upper is None else "up-to"
    return "from" if upper is None else "between"


def _observed(item: Observation, currency: str, ref: RuleRef, population: Trace) -> Trace:
    sources = {source.code: source for source in ref.sources}
    return derive(
        "fee.observed",
        "pick",
        population,
        unit=currency,
        rule=ref,
        source=sources.get(item.source, SourceRef(code=item.source, title=item.source)),
        rows=((item.population, item.population, money(item.pay, currency)),),
    )


def _in_a_hole(rule: Bands, ref: RuleRef, population: Trace) -> Answer[Decimal]:
    params = neighbours(rule, population.value)
    if not rule.holes:
        return not_known(NAME, "fee.reason.no-band", population, rule=ref)
    side = "between"
    if "below" not in params or "above" not in params:
        side = "above" if "below" in params else "below"
    return not_known(NAME, f"fee.reason.hole-{side}", population, rule=ref, **params)


def neighbours(rule: Bands, population: int) -> dict[str, Any]:
    """Name the nearest amounts known below and above a number of inhabitants."""
    lower = [(band.up_to, band.pay) for band in rule.bands if band.up_to is not None]
    upper = [(band.from_, band.pay) for band in rule.bands if band.from_ is not None]
    points = [(item.population, item.pay) for item in rule.observations]
    below = max((edge for edge in (*lower, *points) if edge[0] < population), default=None)
    above = min((edge for edge in (*upper, *points) if edge[0] > population), default=None)
    found: dict[str, Any] = {"population": population, "currency": rule.currency}
    if below is not None:
        found |= {"below": money(below[1], rule.currency), "below_at": below[0]}
    if above is not None:
        found |= {"above": money(above[1], rule.currency), "above_at": above[0]}
    return found
