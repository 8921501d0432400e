"""What needs the office of any organisation: a network's secretariat or a city's office."""

from datetime import date

from koinon.overview.agenda.of_city import agenda_of_city
from koinon.overview.agenda.of_network import agenda_of_network
from koinon.overview.agenda.task import Agenda


def agenda_of(code: str, day: date) -> Agenda | None:
    """Gather what needs an office, None where the register knows no such organisation."""
    return agenda_of_network(code, day) or agenda_of_city(code, day)
