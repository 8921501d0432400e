"""What a city's own page claims in numbers, held against what others say later."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby

import msgspec

from koinon.history.belief import known
from koinon.overview.names import Named, named, names_of_organisations
from koinon.register.models import Basis, Figure
from koinon.register.models.source import SourceType
from koinon.register.queries.figures import FigureOn, figure_of
from koinon.rules.answer import Reason
from koinon.rules.claim.amount import judge_number
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.judgement import Verdict
from koinon.rules.trace import SourceRef


class CheckedNumber(msgspec.Struct, frozen=True):
    """A number from the page, and the one that a later source gives."""

    before: FigureOn
    after: FigureOn


class CheckedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """What a city's page says of a network in numbers, and what it would say today.

    ``page`` is the source that the city published, ``sources`` are those of the later numbers.
    """

    network: Named
    verdict: Verdict
    numbers: tuple[CheckedNumber, ...]
    page: SourceRef
    sources: tuple[SourceRef, ...]


def checked_claims(on: date, *, city: str, most: int = 3) -> tuple[CheckedClaim, ...]:
    """Give what a city's own pages say of networks and others say differently later.

    The networks whose numbers changed most come first, two numbers before one; two queries.
    """
    rows = known(Figure.objects.filter(basis=Basis.STATED, dated_earliest__lte=on))
    ordered = rows.select_related("source__publisher", "organisation").order_by(
        "organisation__code", "measure", "-dated_earliest", "-dated_latest", "pk"
    )
    found = {
        network: tuple(_numbers(list(group), city, on))
        for network, group in groupby(ordered, key=lambda it: it.organisation)
    }
    changed = sorted(
        ((network, numbers) for network, numbers in found.items() if numbers),
        key=lambda it: (-len(it[1]), -max(map(_change, it[1])), it[0].code),
    )[:most]
    names = names_of_organisations(network.pk for network, _ in changed)
    return tuple(
        CheckedClaim(
            network=named(network.pk, network.code, network.kind, names),
            verdict=Verdict.OUTDATED,
            numbers=numbers,
            page=numbers[0].before.source,
            sources=tuple(dict.fromkeys(it.after.source for it in numbers)),
        )
        for network, numbers in changed
    )


def _numbers(rows: Sequence[Figure], city: str, on: date) -> Iterator[CheckedNumber]:
    """Give the numbers of one network that the city's page has and that are outdated."""
    for _, group in groupby(rows, key=lambda it: it.measure):
        figures = list(group)
        own = next((it for it in figures if _is_of_page(it, city)), None)
        others = [it for it in figures if not _is_of_page(it, city)]
        if own is None or not others:
            continue
        claim = Claim(
            kind=ClaimKind.COUNT,
            subject=own.organisation.code,
            aspect=own.measure,
            value=int(own.value),
            qualifier=own.qualifier,
            start=0,
            end=0,
        )
        judgement = judge_number(claim, [_fact(it) for it in figures], on, Reason("measure"))
        if judgement is not None and judgement.verdict is Verdict.OUTDATED:
            yield CheckedNumber(figure_of(own, on), figure_of(others[0], on))


def _is_of_page(row: Figure, city: str) -> bool:
    publisher = row.source.publisher
    is_own = publisher is not None and publisher.code == city
    return is_own and row.source.type == SourceType.CITY_PAGE


def _fact(row: Figure) -> Fact:
    return Fact(
        subject=row.organisation.code,
        aspect=row.measure,
        value=int(row.value),
        qualifier=row.qualifier,
        begins=row.dated,
        source=row.source.ref,
    )


def _change(number: CheckedNumber) -> Fraction:
    before, after = number.before.value, number.after.value
    return Fraction(max(before, after), max(1, min(before, after)))
