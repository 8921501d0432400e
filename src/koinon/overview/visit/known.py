"""What is publicly known of the city that a visitor comes from."""

from datetime import date

import msgspec

from koinon.gazetteer.slug import slug
from koinon.overview.city import CityPage, city_on
from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.offices import Office
from koinon.overview.tenures import Tenancy
from koinon.overview.ties import INDIRECT, Tie
from koinon.overview.visit.answers import Visit
from koinon.register.models import Organisation
from koinon.register.queries.numbers import PopulationOn
from koinon.register.queries.parties import party_on
from koinon.rules.condition import Party
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text


class KnownCity(msgspec.Struct, frozen=True, kw_only=True):
    """A city as far as it is known: by the register (``page``), else by what was typed."""

    city: Named
    country: Text
    party: Party
    population: PopulationOn | None
    page: CityPage | None

    @property
    def people(self) -> int | None:
        """How many live there, by a source or as typed."""
        return self.population.value if self.population else self.party.population

    @property
    def own_ties(self) -> tuple[Tie, ...]:
        """The ties that a visitor can say something of: those that are the city's own."""
        return tuple(tie for tie in self._ties if tie.kind != INDIRECT)

    @property
    def indirect(self) -> tuple[Tie, ...]:
        """What follows from the city's own ties."""
        return tuple(tie for tie in self._ties if tie.kind == INDIRECT)

    @property
    def office(self) -> Office | None:
        """The office of the head of the city, None where no source names it."""
        offices = self.page.offices if self.page else ()
        return next((office for office in offices if office.head_of_authority), None)

    @property
    def heads(self) -> tuple[Tenancy, ...]:
        """Who heads the city by the sources: surely or, where that is open, perhaps."""
        office = self.office
        return () if office is None else office.holders or office.perhaps

    @property
    def _ties(self) -> tuple[Tie, ...]:
        return self.page.ties if self.page else ()


def city_named(visit: Visit) -> Text | None:
    """Name a visitor's city, None for a code that the register does not know."""
    if not visit.city:
        return {"mul": visit.name}
    row = Organisation.objects.filter(code=visit.city).values_list("pk", "code", "kind").first()
    return None if row is None else named(*row, names_of_organisations([row[0]])).names


def known_city(visit: Visit, day: date) -> KnownCity | None:
    """Gather what is known of a visitor's city, None for a code that the register does not know."""
    if not visit.city:
        return _typed(visit)
    page = city_on(visit.city, day)
    if page is None:
        return None
    party = party_on(visit.city, day) or Party()
    if page.population is None and visit.population is not None:
        party = msgspec.structs.replace(party, population=visit.population)
    return KnownCity(
        city=page.organisation,
        country=page.country,
        party=party,
        population=page.population,
        page=page,
    )


def _typed(visit: Visit) -> KnownCity:
    kind = OrganisationKind.MUNICIPALITY
    names = {"mul": visit.name}
    code = slug(visit.name)
    return KnownCity(
        city=Named(code, kind, names, names),
        country={},
        party=Party(
            code=code,
            kind=kind,
            places=frozenset({visit.country}) if visit.country else None,
            population=visit.population,
        ),
        population=None,
        page=None,
    )


def beside_known(visit: Visit, known: KnownCity) -> tuple[str, ...]:
    """List the networks that a visitor adds and that no own tie of the city leads to."""
    tied = {tie.counterpart.code for tie in known.own_ties}
    return tuple(code for code in visit.networks if code not in tied)
