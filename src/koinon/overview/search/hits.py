"""What a search shows of whom it found: the name, and a line that tells who or what it is."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from koinon.gazetteer.matching.index import Match
from koinon.overview.names import Named, named, names_of_organisations, names_of_places
from koinon.overview.search.known import Subject
from koinon.overview.statutes import body_names, network_names
from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import Body, Organisation, Tenure
from koinon.register.queries.tenures import tenures_of
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text

MANY = 5000
"""So many organisations at most are kept beyond one search."""


class Hit(NamedTuple):
    """Somebody or something that a search found.

    ``kind`` is that of its page; ``form`` the kind of organisation; ``within`` names the country,
    or the network of a body, which ``organisation`` is the code of; ``known_as`` is the name that
    was found; ``tenure`` the most telling office of a person on the day.
    """

    kind: str
    code: str
    names: Text
    form: str = ""
    within: Text = {}
    organisation: str = ""
    known_as: str = ""
    tenure: Tenancy | None = None
    is_guess: bool = False


class _Row(NamedTuple):
    """An organisation as the register has it."""

    organisation: Named
    country: Text


def in_office(matches: Sequence[Match[Subject]]) -> list[Match[Subject]]:
    """Leave out people of whom nobody says any more that they hold or held an office; one query."""
    people = [match.subject.code for match in matches if match.subject.kind == "person"]
    said = Tenure.objects.filter(bond__spells__isnull=False, person__code__in=people)
    named = set(said.values_list("person__code", flat=True)) if people else set()
    return [it for it in matches if it.subject.kind != "person" or it.subject.code in named]


def hits_of(matches: Sequence[Match[Subject]], day: date, stand: str) -> tuple[Hit, ...]:
    """Show matches in their order; the number of queries does not depend on how many there are."""
    subjects = [match.subject for match in matches]
    rows = _kept.organisations(_codes(subjects), stand)
    people = _people((it.code for it in subjects if it.kind == "person"), day)
    bodies = _bodies(it.code for it in subjects if it.kind == "body")
    found = []
    for match in matches:
        kind, code = match.subject
        if kind == "person":
            hit = _person(code, people.get(code, []))
        elif kind == "body":
            hit = _body(code, bodies, rows)
        else:
            hit = _organisation(match.subject, rows)
        if hit is not None:
            found.append(_with_match(hit, match))
    return tuple(found)


def _codes(subjects: Iterable[Subject]) -> set[str]:
    return {it.code.partition("/")[0] for it in subjects if it.kind != "person"}


class _Kept:
    """Organisations that were shown, for the next letter: as they are while nothing is written."""

    def __init__(self) -> None:
        self._rows: tuple[str, dict[str, _Row]] = ("", {})

    def organisations(self, codes: set[str], stand: str) -> dict[str, _Row]:
        """Give organisations as the history stands; three queries where one was not shown."""
        kept_at, rows = self._rows
        if kept_at != stand or len(rows) > MANY:
            rows = {}
            self._rows = (stand, rows)
        missing = codes - rows.keys()
        if missing:
            rows.update(_organisations(missing))
        return {code: rows[code] for code in codes & rows.keys()}


def _organisations(codes: set[str]) -> dict[str, _Row]:
    """Find organisations with their names and countries; three queries."""
    found = list(
        Organisation.objects.filter(code__in=codes).values_list(
            "pk", "code", "kind", "place__parent_id"
        )
    )
    names = names_of_organisations(row[0] for row in found)
    countries = names_of_places({row[3] for row in found if row[3]})
    return {row[1]: _Row(named(*row[:3], names), countries.get(row[3] or 0, {})) for row in found}


_kept = _Kept()


def _organisation(subject: Subject, rows: dict[str, _Row]) -> Hit:
    row = rows.get(subject.code)
    if row is None:
        names = network_names(subject.code)
        return Hit(subject.kind, subject.code, names, form=OrganisationKind.NETWORK)
    country = row.country if subject.kind == "city" else {}
    organisation = row.organisation
    return Hit(
        subject.kind, subject.code, organisation.names, form=organisation.kind, within=country
    )


def _bodies(codes: Iterable[str]) -> dict[str, Text]:
    """Name bodies: as the register does, else as the statute of the network; one query."""
    wanted = [code.partition("/")[::2] for code in codes]
    rows = Body.objects.filter(organisation__code__in=[network for network, _ in wanted])
    own = {
        (network, code): names
        for network, code, names in rows.values_list("organisation__code", "code", "names")
    }
    return {
        f"{network}/{code}": own.get((network, code)) or body_names(network, code)
        for network, code in wanted
    }


def _body(code: str, bodies: dict[str, Text], rows: dict[str, _Row]) -> Hit:
    network, _, body = code.partition("/")
    row = rows.get(network)
    within = row.organisation.short if row else network_names(network)
    return Hit("body", body, bodies[code], within=within, organisation=network)


def _people(codes: Iterable[str], day: date) -> dict[str, list[Tenancy]]:
    """Find the offices and seats of people."""
    found: dict[str, list[Tenancy]] = {}
    wanted = list(codes)
    for item in tenancies(tenures_of().filter(person__code__in=wanted), day) if wanted else ():
        if item.person is not None:
            found.setdefault(item.person.code, []).append(item)
    return found


def _person(code: str, held: Sequence[Tenancy]) -> Hit | None:
    if not held:
        return None
    telling = max(held, key=_telling)
    name = telling.person.name if telling.person else code
    return Hit("person", code, {"mul": name}, tenure=telling)


def _telling(item: Tenancy) -> tuple[bool, bool, int]:
    return item.holds is True, item.is_head, item.since.latest.toordinal()


def _with_match(hit: Hit, match: Match[Subject]) -> Hit:
    """Add by which name it was found, unless that is the code or a person's own."""
    is_plain = hit.kind == "person" or match.name == hit.code
    return hit._replace(known_as="" if is_plain else match.name, is_guess=match.likeness.is_guess)
