"""All names by which a text may speak of what the register and the statutes know."""

import re
from collections.abc import Iterator, Mapping

from koinon.gazetteer.models import PlaceKind, PlaceName
from koinon.overview.directory import CITIES
from koinon.register.models import Body, OrganisationName, Person
from koinon.register.queries.statutes import statute_codes, statute_of
from koinon.rules.claim.names import Lexicon, Name, NameKind, names_in
from koinon.rules.claim.vocabulary import LANGUAGES, vocabulary
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text
from koinon.statutes.document import Statute


def lexicon() -> Lexicon:
    """Gather the names; a fixed number of queries."""
    own = list(_organisations())
    return Lexicon([*own, *_countries(), *_people(), *_bodies(), *_of_statutes(own)])


def _organisations() -> Iterator[Name]:
    rows = OrganisationName.objects.order_by("pk").values_list(
        "organisation__code", "organisation__kind", "name"
    )
    for code, kind, name in rows:
        yield Name(_kind(kind), code, name)


def _kind(kind: str) -> NameKind:
    if kind == OrganisationKind.NETWORK:
        return NameKind.NETWORK
    return NameKind.CITY if kind in CITIES else NameKind.ORGANISATION


def _countries() -> Iterator[Name]:
    rows = PlaceName.objects.filter(place__kind=PlaceKind.COUNTRY).order_by("pk")
    for code, name in rows.values_list("place__code", "name"):
        yield Name(NameKind.COUNTRY, code, name)


def _people() -> Iterator[Name]:
    for row in Person.objects.order_by("code"):
        yield Name(NameKind.FAMILY, row.code, row.family_name)
        if row.given_name:
            yield Name(NameKind.PERSON, row.code, f"{row.given_name} {row.family_name}")
        else:
            yield Name(NameKind.ALONE, row.code, row.family_name)


def _bodies() -> Iterator[Name]:
    rows = Body.objects.order_by("organisation__code", "code")
    for owner, code, names in rows.values_list("organisation__code", "code", "names"):
        for name in dict.fromkeys(names.values()):
            yield Name(NameKind.BODY, code, name, owner)


def _of_statutes(own: list[Name]) -> Iterator[Name]:
    taken = {names_in(it.text) for it in own}
    generic = _generic()
    cities = {names_in(it.text): it.code for it in own if it.kind is NameKind.CITY}
    for network in statute_codes():
        statute = statute_of(network)
        if statute is None:
            continue
        for name in _texts(statute.names, statute.short):
            if names_in(name) not in taken:
                yield Name(NameKind.NETWORK, network, name)
        for code, body in statute.bodies.items():
            for name in _texts(body.names):
                yield Name(NameKind.BODY, code, name, network)
        yield from _towns(statute, cities)
        yield from _charters(statute, taken, generic)
        for treaty in statute.treaty:
            code = text_code(treaty.code, treaty.names)
            for name in (*_texts(treaty.names), *treaty.also_called):
                yield Name(NameKind.TEXT, code, name, network)


def _towns(statute: Statute, cities: Mapping[str, str]) -> Iterator[Name]:
    """Name the towns of offices, also for short: "Frankfurt" for "Frankfurt am Main"."""
    for office in statute.secretariat:
        for name in _texts(office.town):
            for form in dict.fromkeys((name, re.split(r"[\s-]", name)[0])):
                yield Name(NameKind.TOWN, town_code(office.town, cities), form)


def town_code(town: Text, cities: Mapping[str, str]) -> str:
    """Give the code of a city of the register, else tell a town apart by its first name."""
    folded = [names_in(it) for it in town.values()]
    return next((cities[it] for it in folded if it in cities), folded[0] if folded else "")


def _charters(statute: Statute, taken: set[str], generic: frozenset[str]) -> Iterator[Name]:
    """Name the texts of a network; a name must say more than "plan" or the network's own name."""
    own = {names_in(it) for it in _texts(statute.names, statute.short)} | taken
    for rule in statute.charter:
        for name in _texts(rule.names):
            plain = name.partition("(")[0].strip()
            telling = [it for it in names_in(plain).split() if it not in generic]
            years = re.findall(r"\d{4}", plain)
            if names_in(plain) in own or len(telling) + len(years) < 2:
                continue
            code = text_code(rule.code, rule.names)
            yield Name(NameKind.TEXT, code, plain, statute.code)
            bare = " ".join(it for it in plain.split() if names_in(it) not in generic)
            if telling:
                yield Name(NameKind.TEXT, code, bare, statute.code)


def text_code(code: str, names: dict[str, str]) -> str:
    """Tell the versions of a text of one code apart by their names."""
    return f"{code}/{next(iter(names.values()), '')}"


def _generic() -> frozenset[str]:
    return frozenset(names_in(it) for language in LANGUAGES for it in vocabulary(language).generic)


def _texts(*names: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for found in names for text in found.values()))
