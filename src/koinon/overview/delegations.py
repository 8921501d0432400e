"""The delegations of a body: their names, the people in their countries, who sits for them."""

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from koinon.gazetteer.models import Place, PlaceKind
from koinon.overview.names import names_of_organisations, names_of_places
from koinon.overview.worded import in_every_language
from koinon.register.models import Organisation, Role
from koinon.register.queries.numbers import populations_on
from koinon.rules.answer import Reason
from koinon.rules.condition import Condition, Group
from koinon.rules.period import Truth
from koinon.rules.rule import Conditions, Text
from koinon.rules.seats.composition import BodySeats, DelegationSeats, Named
from koinon.rules.seats.forms import Brackets
from koinon.rules.trace import Trace, given, unknown
from koinon.statutes.document import Noun, Statute

POPULATION = "seats.country-population"


class Seated(msgspec.Struct, frozen=True):
    """How many sit somewhere, surely and perhaps; substitutes are not counted."""

    held: int = 0
    perhaps: int = 0


class Sitting(NamedTuple):
    """Someone in a post, with the codes that may name the delegation, the surest first."""

    post: str
    role: str
    holds: Truth
    senders: tuple[str, ...]


class Countries(NamedTuple):
    """The countries that send delegations: their populations with sources, and their names."""

    populations: dict[str, Trace]
    names: dict[str, Text]


def countries_of(statute: Statute, body: str, day: date) -> Countries:
    """Find the countries whose population gives seats in a body; a fixed number of queries."""
    codes = tuple(dict.fromkeys(_countries_named(statute, body)))
    if not codes:
        return Countries({}, {})
    rows = Place.objects.filter(kind=PlaceKind.COUNTRY, country__in=codes).order_by("pk")
    places = {row.country: row.pk for row in rows}
    people = populations_on(places.values(), day)
    names = names_of_places(places.values())
    populations = {}
    for code in codes:
        found = people.get(places.get(code, 0))
        populations[code] = (
            unknown(POPULATION, "seats.reason.needs-country-population")
            if found is None
            else given(POPULATION, found.value, "inhabitants", source=found.source)
        )
    return Countries(populations, {code: names.get(key, {}) for code, key in places.items()})


def countries_left_out(statute: Statute, body: str, named: int) -> Reason | None:
    """Say that only countries named by a source are listed, where there may be others."""
    groups = (
        statute.groups.get(place)
        for rule in statute.seats
        if rule.body == body and isinstance(rule, Brackets) and rule.per == "country"
        for condition in conditions(rule.who)
        for place in condition.place
    )
    is_open = any(group is not None and not group.complete for group in groups)
    return Reason("body.countries.named", {"n": named}) if is_open and named else None


def labelled(trace: Trace, names: Mapping[int, Iterator[Text]]) -> Trace:
    """Name the delegations in a derivation, by the identity of the traces of their seats.

    Delegations that a rule gives the same seats share a trace, and are named one by one.
    """
    inputs = tuple(labelled(item, names) for item in trace.inputs)
    who = next(names.get(id(trace), iter(())), None)
    if who is None:
        return replace(trace, inputs=inputs)
    return replace(trace, inputs=inputs, name="body.seats-of", params=trace.params | {"who": who})


def _countries_named(statute: Statute, body: str) -> Iterator[str]:
    for rule in statute.seats:
        if rule.body == body and isinstance(rule, Brackets) and rule.per == "country":
            for condition in conditions(rule.who):
                for place in condition.place:
                    yield from _places(place, statute.groups)


def conditions(who: Conditions) -> tuple[Condition, ...]:
    """List the alternatives of a condition."""
    return who if isinstance(who, tuple) else (who,)


def _places(code: str, groups: dict[str, Group]) -> Iterator[str]:
    if code not in groups:
        yield code
        return
    for member in groups[code].places:
        yield from _places(member, groups)


def names_of(found: BodySeats, statute: Statute, countries: Countries) -> dict[str, Text]:
    """Name the delegations of a body; at most two queries."""
    rows = (*found.delegations, *found.advisory)
    known = {row.delegation: _name(row, statute, countries) for row in rows}
    missing = [code for code, name in known.items() if not name]
    if not missing:
        return known
    keys = dict(Organisation.objects.filter(code__in=missing).values_list("pk", "code"))
    official = {keys[key]: names[0] for key, names in names_of_organisations(keys).items()}
    return {code: name or official.get(code) or {"mul": code} for code, name in known.items()}


def _name(row: DelegationSeats, statute: Statute, countries: Countries) -> Text:
    nouns: list[Noun | None]
    match row.named:
        case Named.COUNTRY:
            return countries.names.get(row.delegation, {})
        case Named.ROTATING:
            return in_every_language("body.rotating")
        case Named.POST:
            nouns = [statute.posts.get(row.delegation)]
        case _:
            nouns = [statute.delegations.get(row.delegation), statute.grades.get(row.delegation)]
    return next((noun.names for noun in nouns if noun and noun.names), {})


def seated(
    sitting: Iterable[Sitting], found: BodySeats | None, seats: Container[str]
) -> dict[str, Seated]:
    """Count who sits for which delegation; "" stands for none that the rules name.

    ``seats`` are the posts that are seats; another office brings a seat only by a rule.
    """
    rows = (*found.delegations, *found.advisory) if found else ()
    posts = {row.delegation for row in rows if row.named is Named.POST}
    others = {row.delegation for row in rows} - posts
    counted: dict[str, Seated] = {}
    for item in sitting:
        is_seat = item.post in posts or item.post in seats
        if item.holds is False or item.role == Role.SUBSTITUTE or not is_seat:
            continue
        named = next((it for it in item.senders if it in others), "")
        code = item.post if item.post in posts else named
        before = counted.get(code, Seated())
        counted[code] = (
            Seated(before.held + 1, before.perhaps)
            if item.holds
            else Seated(before.held, before.perhaps + 1)
        )
    return counted


def together(counts: Iterable[Seated]) -> Seated:
    """Add counts up."""
    found = tuple(counts)
    return Seated(sum(it.held for it in found), sum(it.perhaps for it in found))
