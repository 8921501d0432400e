"""Lists of what the register holds."""

from collections.abc import Callable
from typing import NamedTuple

from koinon.history.refusal import Refused
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.statutes import network_names
from koinon.register.models import Collection, Organisation
from koinon.register.queries.statutes import statute_codes
from koinon.rules.kind import OrganisationKind

PAGE_SIZE = 50

CITIES = (OrganisationKind.MUNICIPALITY, OrganisationKind.DISTRICT, OrganisationKind.COUNTY)


class Page[T](NamedTuple):
    """A page of a list; ``after`` is the code to go on from, empty on the last page."""

    rows: tuple[T, ...]
    after: str


class NoSuchOrganisation(Refused):
    """The register has no organisation of that code."""

    code = "directory.no-such-organisation"


def require_organisation(code: str) -> None:
    """Refuse a code that names no organisation; raises NoSuchOrganisation."""
    if not Organisation.objects.filter(code=code).exists():
        raise NoSuchOrganisation(given=code)


def networks() -> tuple[Named, ...]:
    """List all networks by code: those of the register, and those with only a statute."""
    rows = list(
        Organisation.objects.filter(kind=OrganisationKind.NETWORK)
        .order_by("code")
        .values_list("pk", "code", "kind")
    )
    names = names_of_organisations(row[0] for row in rows)
    known = {row[1]: named(*row, names) for row in rows}
    laid_down = ((code, network_names(code)) for code in statute_codes() if code not in known)
    others = {code: Named(code, OrganisationKind.NETWORK, it, it) for code, it in laid_down}
    return tuple(item for _, item in sorted((known | others).items()))


def paged[T](rows: tuple[T, ...], code: Callable[[T], str]) -> Page[T]:
    """Cut a page off rows, of which there is one more where another page follows."""
    shown = rows[:PAGE_SIZE]
    return Page(shown, code(shown[-1]) if len(rows) > PAGE_SIZE else "")


def credits_owed() -> tuple[str, ...]:
    """List whom the data on record owes credit to."""
    rows = Collection.objects.order_by("code").values_list("credits", flat=True)
    return tuple(dict.fromkeys(text for texts in rows for text in texts))


def page_kind(kind: str) -> str:
    """Tell which page shows an organisation of a kind: network, city or organisation."""
    if kind == OrganisationKind.NETWORK:
        return "network"
    return "city" if kind in CITIES else "organisation"
