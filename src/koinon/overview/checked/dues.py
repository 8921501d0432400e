"""What cities pay by the rules of networks, for the claims that tell a fee."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec.structs import replace

from koinon.register.models import Bond, BondKind, Organisation
from koinon.register.queries.numbers import populations_on
from koinon.register.queries.parties import parties_on
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Reason
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.paying import Payment
from koinon.rules.condition import Party
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.calculation import fee
from koinon.rules.trace import Trace, given
from koinon.statutes.applied import applied


def fees_for(claims: Sequence[Claim], day: date) -> Iterator[Fact]:
    """Reckon the fee of each city and year that is claimed; a fixed number of queries, or none."""
    wanted = {(it.subject, it.party, it.aspect): it for it in claims if it.kind is ClaimKind.FEE}
    if not wanted:
        return
    codes = {city for _, city, _ in wanted}
    rows = dict(Organisation.objects.filter(code__in=codes).values_list("code", "pk"))
    places = dict(Organisation.objects.filter(code__in=codes).values_list("code", "place"))
    strands = _strands(codes)
    for on, group in _by_day(wanted.values(), day).items():
        parties = parties_on(rows.values(), on)
        people = populations_on([it for it in places.values() if it], on)
        for claim in group:
            party = parties.get(rows.get(claim.party, 0))
            living = people.get(places.get(claim.party) or 0)
            if party is None:
                continue
            payer = replace(party, strands=strands.get((claim.party, claim.subject)))
            size = (
                given("fee.population", living.value, "persons", source=living.source)
                if living
                else None
            )
            yield from _facts(claim, payer, on, size)


def _by_day(claims: Iterable[Claim], day: date) -> dict[date, list[Claim]]:
    """Group claims by the day of which they are to be reckoned: the one asked, or of their year."""
    found: dict[date, list[Claim]] = {}
    for claim in claims:
        is_now = claim.said is None or claim.said.earliest <= day <= claim.said.latest
        found.setdefault(day if is_now or not claim.said else claim.said.latest, []).append(claim)
    return found


def _strands(codes: set[str]) -> dict[tuple[str, str], frozenset[str]]:
    """List the acts of belonging of some cities by network; one query."""
    rows = Bond.objects.filter(party__code__in=codes).exclude(kind=BondKind.TENURE).order_by("pk")
    found: dict[tuple[str, str], set[str]] = {}
    for city, network, strand in rows.values_list("party__code", "counterpart__code", "strand"):
        if strand:
            found.setdefault((city, network), set()).add(strand)
    return {key: frozenset(value) for key, value in found.items()}


def _facts(claim: Claim, payer: Party, day: date, population: Trace | None) -> Iterator[Fact]:
    statute = statute_of(claim.subject)
    if statute is None or not statute.fee:
        return
    answer = fee(applied(statute, "fee"), payer, day, population=population, groups=statute.groups)
    for item in (answer, *answer.alternatives):
        value = _value(item)
        if value is not None:
            yield Fact(
                subject=claim.subject,
                aspect=claim.aspect,
                value=value,
                source=item.rule.sources[0] if item.rule and item.rule.sources else None,
            )


def _value(item: FeeAnswer) -> Payment | Reason | None:
    if item.amount is not None:
        return Payment(item.amount, item.currency)
    return item.answer.reason
