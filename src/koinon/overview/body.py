"""Everything a body's page says on a day."""

from collections.abc import Iterator
from datetime import date

import msgspec
from django.db.models import QuerySet

from koinon.overview.body_holders import holders_of
from koinon.overview.body_lead import is_of_all, lead_of
from koinon.overview.body_lines import Laid, laid_for
from koinon.overview.body_outlook import Coming, KeyFigures, coming_up, key_figures
from koinon.overview.body_quota import QuotaShown, quotas_of
from koinon.overview.body_seats import Seats, seats_of
from koinon.overview.body_stated import StatedOfBody, stated_of
from koinon.overview.body_term import BodyTermShown, body_term_on
from koinon.overview.body_vacancies import Vacancy, vacancies
from koinon.overview.delegations import Countries, Seated, countries_of, together
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.sourcing import all_sources, each_once
from koinon.overview.tenures import Tenancy
from koinon.register.models import Body, Organisation
from koinon.register.prepared import prepared
from koinon.register.queries.statutes import statute_of
from koinon.rules.answer import Reason
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text
from koinon.rules.seats.composition import BodySeats
from koinon.rules.trace import SourceRef
from koinon.statutes.answers.seats import body_seats_of
from koinon.statutes.document import Statute


class Related(msgspec.Struct, frozen=True):
    """A body that this one is a part of, or that is a part of this one."""

    code: str
    names: Text


class BodyPage(msgspec.Struct, frozen=True, kw_only=True):
    """A body on a day; ``seats`` and ``laid`` are None where nobody knows its rules.

    ``seated`` counts who is known to sit there, surely and perhaps. With ``is_page``, the tenures
    are a page of those on the day, and ``after`` is where the next one begins.
    """

    network: Named
    code: str
    names: Text
    words: Text
    on: date
    part_of: Related | None
    parts: tuple[Related, ...]
    seats: Seats | None
    seated: Seated
    term: BodyTermShown
    quotas: tuple[QuotaShown, ...]
    laid: Laid | None
    tenures: tuple[Tenancy, ...]
    is_page: bool
    after: str
    stated: StatedOfBody
    figures: KeyFigures
    coming: tuple[Coming, ...]
    lead: tuple[Reason, ...]
    vacancies: tuple[Vacancy, ...]
    sources: tuple[SourceRef, ...]

    @property
    def past_term(self) -> int:
        """How many of those who sit there do so after their term, as far as they are on record."""
        ends = (it.until for it in self.tenures if it.holds and not self.is_page)
        return sum(1 for end in ends if end is not None and end.latest <= self.on)

    @property
    def is_seated(self) -> bool:
        """Whether anybody is known to sit there, surely or perhaps."""
        return self.seated != Seated()

    @property
    def is_of_all(self) -> bool:
        """Whether each member sits there, so that nobody is elected and no term ends."""
        return is_of_all(self.seats, self.term, self.laid)

    @property
    def is_office_held(self) -> bool:
        """Whether somebody is known to hold an office there, with or without a seat."""
        return any(it.holds for it in self.tenures)


@prepared
def _network(code: str) -> QuerySet[Organisation]:
    return Organisation.objects.filter(code=code)


@prepared
def _body(network: str, code: str) -> QuerySet[Body]:
    return Body.objects.filter(organisation__code=network, code=code)


class _Composed(msgspec.Struct, frozen=True):
    """The seats by rule, and the countries that they were reckoned with."""

    seats: BodySeats
    countries: Countries


def body_on(network: str, body: str, day: date, *, after: str = "") -> BodyPage | None:
    """Gather what a body's page says, None where neither register nor statute knows it."""
    row = next(iter(_network(network)), None)
    statute = statute_of(network)
    laid = statute if statute is not None and body in statute.bodies else None
    if laid is not None and laid.bodies[body].office:
        return None
    own = None if laid else next(iter(_body(network, body)), None)
    if row is not None:
        shown = named(row.pk, row.code, row.kind, names_of_organisations([row.pk]))
    elif statute is not None:
        shown = Named(network, OrganisationKind.NETWORK, statute.names, statute.names)
    else:
        return None
    if laid is not None:
        words = laid.bodies[body].names, laid.bodies[body].words
        return _page(shown, body, words, laid, day, after=after)
    return _page(shown, body, (own.names, {}), None, day, after=after) if own else None


def _page(
    network: Named,
    body: str,
    words: tuple[Text, Text],
    statute: Statute | None,
    day: date,
    *,
    after: str,
) -> BodyPage:
    composed = _composed(statute, body, day) if statute else None
    holders = holders_of(
        network.code, body, day, composed=composed.seats if composed else None, after=after
    )
    seats = (
        seats_of(composed.seats, statute, composed.countries, holders.seated)
        if composed and statute
        else None
    )
    term = body_term_on(network.code, body, statute, day)
    laid = laid_for(statute, body, day) if statute else None
    quotas = quotas_of(statute, body, day, seats) if statute else ()
    stated = stated_of(statute, body, day, quotas) if statute else StatedOfBody()
    figures = key_figures(body, seats, term, laid, day, sizes=stated.sizes)
    seated = together(holders.seated.values())
    page = BodyPage(
        network=network,
        code=body,
        names=words[0],
        words=words[1],
        on=day,
        part_of=_part_of(statute, body),
        parts=_parts(statute, body),
        seats=seats,
        seated=seated,
        term=term,
        quotas=quotas,
        stated=stated,
        laid=laid,
        tenures=holders.tenures,
        is_page=holders.is_page,
        after=holders.after,
        figures=figures,
        coming=coming_up(term, holders.tenures, laid, day),
        lead=lead_of(figures, seats, seated, term, laid, tenures=holders.everybody),
        vacancies=() if holders.is_page else vacancies(holders.tenures, day),
        sources=(),
    )
    return msgspec.structs.replace(page, sources=each_once(_sources(page)))


def _composed(statute: Statute, body: str, day: date) -> _Composed:
    countries = countries_of(statute, body, day)
    return _Composed(body_seats_of(statute, body, day, countries=countries.populations), countries)


def _part_of(statute: Statute | None, body: str) -> Related | None:
    code = statute.bodies[body].subset_of if statute else ""
    return Related(code, statute.bodies[code].names) if statute and code else None


def _parts(statute: Statute | None, body: str) -> tuple[Related, ...]:
    bodies = statute.bodies.items() if statute else ()
    return tuple(Related(code, it.names) for code, it in bodies if it.subset_of == body)


def _sources(page: BodyPage) -> Iterator[SourceRef]:
    """Name the source of each thing on the page, as it comes up."""
    if page.seats:
        yield from _sources_of_seats(page.seats)
    for tenure in page.tenures:
        yield from (said.source for said in tenure.sources if said.source)
    yield from (election.source for election in page.term.elections)
    yield from all_sources(page.term.answer.end.trace)
    for quota in page.quotas:
        yield from quota.item.ref.sources
    yield from (figure.source for figure in (*page.stated.sizes, *page.stated.women))
    if page.laid:
        laid = page.laid
        for item in (*laid.terms, *laid.representation, *laid.meetings, *laid.votes):
            yield from item.item.ref.sources
        for step in laid.appointment:
            yield from step.ref.sources


def _sources_of_seats(seats: Seats) -> Iterator[SourceRef]:
    yield from all_sources(seats.total.trace)
    if seats.declared:
        yield from all_sources(seats.declared.answer.trace)
    for row in (*seats.voting.rows, *seats.advisory.rows):
        yield from all_sources(row.seats.trace)
    for difference in seats.differences:
        for side in difference.sides:
            yield from side.sources
    for member in seats.members:
        yield from member.item.ref.sources
