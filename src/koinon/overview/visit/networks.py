"""The names by which networks are known: those of the register and those of the statutes."""

from collections.abc import Iterable

from koinon.history.queries import latest_entry
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.statutes import network_names
from koinon.overview.visit.recognition import Names
from koinon.register.models import Organisation, OrganisationName
from koinon.register.queries.statutes import library, statute_codes
from koinon.rules.kind import OrganisationKind


class _Kept:
    """The names as they were last asked for, with how the history and the statutes stood."""

    def __init__(self) -> None:
        self._names: tuple[tuple[str, str], Names] | None = None

    def names(self) -> Names:
        stand = (latest_entry(), library().state())
        kept = self._names
        if kept is None or kept[0] != stand:
            kept = self._names = (stand, _names_known())
        return kept[1]


_kept = _Kept()


def names_known() -> Names:
    """Give every name of every network, the statutes' beside the register's; one query if kept."""
    return _kept.names()


def _names_known() -> Names:
    found: dict[str, list[str]] = {}
    for code in statute_codes():
        found[code] = [code, *network_names(code).values()]
    rows = OrganisationName.objects.filter(organisation__kind=OrganisationKind.NETWORK)
    for code, name in rows.order_by("pk").values_list("organisation__code", "name"):
        found.setdefault(code, [code]).append(name)
    return Names({code: tuple(dict.fromkeys(names)) for code, names in sorted(found.items())})


def named_networks(codes: Iterable[str]) -> dict[str, Named]:
    """Name networks by their codes; what neither register nor statute knows is left out."""
    wanted = sorted(set(codes))
    rows = list(
        Organisation.objects.filter(code__in=wanted, kind=OrganisationKind.NETWORK).values_list(
            "pk", "code", "kind"
        )
    )
    names = names_of_organisations(row[0] for row in rows)
    found = {row[1]: named(*row, names) for row in rows}
    for code in set(wanted) - found.keys():
        own = network_names(code)
        if own:
            found[code] = Named(code, OrganisationKind.NETWORK, own, own)
    return found
