"""Rebuilding where bonds stand in lists."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from itertools import batched

from koinon.gazetteer.models import NameUse
from koinon.register.models import Bond, Listing, OrganisationName
from koinon.register.queries.bonds import NO_BELONGING
from koinon.rules.rule import Text

MANY = 5000
"""The bonds of how many parties are listed at once."""


def rebuild_listings(parties: Collection[int]) -> None:
    """List all bonds by which these organisations belong to others, by the names they have now."""
    for keys in batched(sorted(parties), MANY):
        Listing.objects.filter(bond__party__in=keys).delete()
        Listing.objects.bulk_create(_lines(keys), batch_size=MANY)


def _lines(parties: tuple[int, ...]) -> Iterator[Listing]:
    names = _official_names(parties)
    bonds = Bond.objects.filter(party__in=parties).exclude(kind__in=NO_BELONGING)
    for bond in bonds.select_related("party__place").order_by("pk"):
        party = bond.party
        shown = names.get(party.pk) or {"mul": party.code}
        yield from Listing.of(bond, shown, party.place.country if party.place else "")


def _official_names(organisations: tuple[int, ...]) -> dict[int, Text]:
    found: dict[int, Text] = defaultdict(dict)
    rows = OrganisationName.objects.filter(
        organisation__in=organisations, use=NameUse.OFFICIAL
    ).order_by("pk")
    for organisation, language, name in rows.values_list("organisation_id", "language", "name"):
        found[organisation][language] = name
    return found
