"""The names of organisations and places in every language, gathered in one query."""

from collections.abc import Iterable

import msgspec

from koinon.gazetteer.models import NameUse, PlaceName
from koinon.register.models import OrganisationName
from koinon.rules.rule import Text


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
    """Give names by place; one query."""
    rows = (
        PlaceName.objects.filter(place__in=list(identities))
        .exclude(use=NameUse.ALIAS)
        .order_by("pk")
        .values_list("place_id", "language", "name", "use")
    )
    return {identity: official for identity, (official, _) in _by_use(rows).items()}


def named(identity: int, code: str, kind: str, names: dict[int, tuple[Text, Text]]) -> Named:
    """Name an organisation: by its names, else by its code."""
    official, short = names.get(identity, ({}, {}))
    return Named(code, kind, official or {"mul": code}, short or official or {"mul": code})
