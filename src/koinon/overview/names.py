"""The names of organisations and places in every language, gathered in one query."""

from collections.abc import Iterable, Sequence
from functools import cache

import msgspec
from django.db.models import QuerySet

from koinon.gazetteer.models import NameUse, Place, PlaceKind
from koinon.register.models import OrganisationName
from koinon.register.prepared import prepared
from koinon.register.shared import shared
from koinon.rules.rule import Text
from koinon.wording.language import languages, write_country


class Named(msgspec.Struct, frozen=True):
    """An organisation as pages name it; ``short`` is its short name where it has one."""

    code: str
    kind: str
    names: Text
    short: Text


def by_use(rows: Iterable[tuple[int, str, str, str]]) -> dict[int, tuple[Text, Text]]:
    """Sort names by whom they name, official ones apart from others; aliases are left out."""
    found: dict[int, tuple[Text, Text]] = {}
    for identity, language, name, use in rows:
        official, short = found.setdefault(identity, ({}, {}))
        if use != NameUse.ALIAS:
            (official if use == NameUse.OFFICIAL else short)[language] = name
    return found


@shared
def names_of_organisations(identities: list[int]) -> dict[int, tuple[Text, Text]]:
    """Give official and short names by organisation; one query at most."""
    return by_use(_names(identities))


@prepared
def _names(
    organisations: Sequence[int],
) -> QuerySet[OrganisationName, tuple[int, str, str, str]]:
    rows = OrganisationName.objects.filter(organisation__in=organisations)
    named = rows.exclude(use=NameUse.ALIAS).order_by("pk")
    return named.values_list("organisation_id", "language", "name", "use")


@prepared
def _places(keys: Sequence[int]) -> QuerySet[Place, tuple[int, str, str, str, str, str]]:
    rows = Place.objects.filter(pk__in=keys).order_by("pk", "names__pk")
    return rows.values_list("pk", "kind", "country", "names__language", "names__name", "names__use")


@shared
def names_of_places(identities: list[int]) -> dict[int, Text]:
    """Give names by place, those of countries as CLDR has them; one query at most."""
    names: dict[int, Text] = {}
    for identity, kind, country, *name in _places(identities):
        language, text, use = name
        found = names.setdefault(identity, {})
        if use == NameUse.OFFICIAL:
            found[language] = text
        if kind == PlaceKind.COUNTRY:
            found.update(names_of_country(country))
    return names


@cache
def names_of_country(code: str) -> Text:
    """Name a country by its ISO code in every language of the screens, as CLDR does."""
    names = {language: write_country(code, language) for language in languages()}
    return {language: name for language, name in names.items() if name}


def named(identity: int, code: str, kind: str, names: dict[int, tuple[Text, Text]]) -> Named:
    """Name an organisation: by its names, else by its code."""
    official, short = names.get(identity, ({}, {}))
    unnamed = {"mul": code}
    return Named(code, kind, official or unnamed, in_short(official, short) or unnamed)


def in_short(official: Text, short: Text) -> Text:
    """Give short names; one of a language is none of the others: there the official one stands."""
    return {**official, **short} if "mul" not in short else short
