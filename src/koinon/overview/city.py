"""Everything a city's page says on a day."""

from datetime import date

import msgspec
from django.db.models import QuerySet

from koinon.gazetteer.models import PlaceKind
from koinon.overview.charters import AcceptedText, texts_accepted
from koinon.overview.directory import CITIES
from koinon.overview.dues import DueItem, dues_of_organisation
from koinon.overview.fees import Fee, Total, fees_of, totals
from koinon.overview.former_ties import FormerTie, former_ties_of
from koinon.overview.member_map import Spots
from koinon.overview.member_seats import MemberSeats, seats_of_city
from koinon.overview.names import Named, named, names_of_organisations, names_of_places
from koinon.overview.offices import Office, offices_of
from koinon.overview.partners import partners_of
from koinon.overview.secretariat import Host, hosted_by
from koinon.overview.tenures import Tenancy, tenancies
from koinon.overview.ties import Tie, ties_of
from koinon.register.models import BondKind, Organisation
from koinon.register.prepared import prepared
from koinon.register.queries.figures import FigureOn, latest_figures
from koinon.register.queries.numbers import PopulationOn, population_on
from koinon.register.queries.parties import parties_on
from koinon.register.queries.tenures import tenures_of, tenures_of_party
from koinon.rules.duration import Duration
from koinon.rules.kind import TERRITORIAL
from koinon.rules.rule import Text

AHEAD = Duration(2, "year")
"""How far a page looks ahead."""


class CityPage(msgspec.Struct, frozen=True, kw_only=True):
    """A city on a day: its ties, its offices, who sits for it elsewhere.

    ``sent`` are the seats to which an association sends people of others, ``within`` those in
    its own bodies; ``figures`` are what sources state of it; ``population`` is its own, not that
    of the country it works in.
    """

    organisation: Named
    on: date
    country: Text
    code_of_place: str
    population: PopulationOn | None
    ties: tuple[Tie, ...]
    former: tuple[FormerTie, ...]
    offices: tuple[Office, ...]
    tenures: tuple[Tenancy, ...]
    sent: tuple[Tenancy, ...]
    within: tuple[Tenancy, ...]
    texts: tuple[AcceptedText, ...]
    seats: tuple[MemberSeats, ...]
    fees: tuple[Fee, ...]
    totals: tuple[Total, ...]
    dues: tuple[DueItem, ...]
    partners: Spots
    figures: tuple[FigureOn, ...]
    hosted: tuple[Host, ...]

    @property
    def is_city(self) -> bool:
        """Whether the side that belongs is called a city."""
        return self.organisation.kind in CITIES

    @property
    def seated_only(self) -> tuple[Named, ...]:
        """The networks in which it has a seat of its own while no belonging is on record."""
        tied = {self.organisation.code, *(it.counterpart.code for it in self.ties)}
        seats = (it for it in self.tenures if it.holds and it.sent_by is None)
        found = {it.organisation.code: it.organisation for it in seats}
        return tuple(found[code] for code in sorted(found.keys() - tied))

    @property
    def lacks_partners(self) -> bool:
        """Whether this is a city of which the register knows no partner city."""
        groups = {*(it.group for it in self.ties), *(it.group for it in self.former)}
        return self.is_city and BondKind.PARTNERSHIP not in groups


@prepared
def _organisation(code: str) -> QuerySet[Organisation]:
    return Organisation.objects.select_related("place").filter(code=code)


def city_on(city: str, day: date, *, known_on: date | None = None) -> CityPage | None:
    """Gather what a city's page says, None where the register knows no such organisation.

    With ``known_on``, as it was known at the end of that day.
    """
    row = next(iter(_organisation(city)), None)
    if row is None:
        return None
    parties = parties_on([row.pk], day, known_on=known_on)
    tenures = tenancies(tenures_of_party(city), day, known_on=known_on, parties=parties)
    place = row.place
    parent = place.parent_id if place and place.parent_id else None
    people = population_on(place.code, day, known_on=known_on) if place else None
    ties = ties_of(city, day, tenures, known_on=known_on)
    party = parties[row.pk]
    fees = fees_of(ties, party, people, day, known_on=known_on)
    organisation = named(row.pk, row.code, row.kind, names_of_organisations([row.pk]))
    return CityPage(
        organisation=organisation,
        on=day,
        country=names_of_places([parent]).get(parent, {}) if parent else {},
        code_of_place=place.lau if place else "",
        population=people if place and place.kind != PlaceKind.COUNTRY else None,
        ties=ties,
        former=former_ties_of(city, day, known_on=known_on),
        offices=offices_of(city, day, tenures),
        tenures=tenures,
        sent=_tenures(row, day, known_on, sent_by=city),
        within=_tenures(row, day, known_on, organisation=city),
        texts=texts_accepted(ties, day, known_on=known_on),
        seats=seats_of_city(ties, party, people, day),
        fees=fees,
        totals=totals(fees),
        dues=dues_of_organisation(
            city, day, until=AHEAD.after(day), known_on=known_on, parties=parties
        ),
        partners=partners_of(organisation, ties),
        figures=latest_figures([row.pk], day, known_on=known_on).get(row.pk, ()),
        hosted=hosted_by(row.pk, day),
    )


def _tenures(
    row: Organisation, day: date, known_on: date | None, **whose: str
) -> tuple[Tenancy, ...]:
    """Lay out other people's tenures on an association's page; a city has its offices."""
    if row.kind in TERRITORIAL:
        return ()
    return tenancies(tenures_of(**whose), day, known_on=known_on)
