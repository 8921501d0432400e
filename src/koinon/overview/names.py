"""The names of organisations and places in every language, gathered in one query."""

from collections.abc import Iterable
from functools import cache

import msgspec

from koinon.gazetteer.models import NameUse, Place, PlaceKind
from koinon.register.models import OrganisationName
from koinon.rules.rule import Text
from koinon.wording.language import languages, write_country


class Named(msgspec.Struct, frozen=True):
    """An organisation as pages name it; ``short`` is its short name where it has one."""

    code: str
    kind: str
    names: Text
    short: Text


def _by_use(rows: Iterable[tuple[int, str, str, str]]) -> dict[int, tuple[Text, Text]]:
    found: dict[int, tuple[Text, Text]] = {}
    for identity, language, name, use in rows:
        official, short = found.setdefault(identity, ({}, {}))
        (official if use == NameUse.OFFICIAL else short)[language] = name
    return found


def names_of_organisations(identities: Iterable[int]) -> dict[int, tuple[Text, Text]]:
    """Give official and short names by organisation; one query."""
    rows = (
        OrganisationName.objects.filter(organisation__in=list(identities))
        .exclude(use=NameUse.ALIAS)
        .order_by("pk")
        .values_list("organisation_id", "language", "name", "use")
    )
    return _by_use(rows)


def names_of_places(identities: Iterable[int]) -> dict[int, Text]:
    """Give names by place, those of countries as CLDR has them; one query."""
    rows = Place.objects.filter(pk__in=list(identities)).order_by("pk", "names__pk")
    names: dict[int, Text] = {}
    for identity, kind, country, *name in rows.values_list(
        "pk", "kind", "country", "names__language", "names__name", "names__use"
    ):
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
    return Named(code, kind, official or {"mul": code}, short or official or {"mul": code})
