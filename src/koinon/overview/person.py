"""Everything the page of a person in office says on a day."""

from datetime import date

import msgspec

from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import Person
from koinon.register.queries.tenures import tenures_of


class PersonPage(msgspec.Struct, frozen=True, kw_only=True):
    """A person's offices and seats, those of the day first."""

    code: str
    name: str
    on: date
    current: tuple[Tenancy, ...]
    others: tuple[Tenancy, ...]


def person_on(person: str, day: date, *, known_on: date | None = None) -> PersonPage | None:
    """Gather what is known of a person in office, None where the register knows nobody so."""
    row = Person.objects.filter(code=person).first()
    if row is None:
        return None
    found = tenancies(tenures_of(person=person), day, known_on=known_on)
    return PersonPage(
        code=row.code,
        name=row.full_name,
        on=day,
        current=tuple(item for item in found if item.holds),
        others=tuple(item for item in found if not item.holds),
    )
