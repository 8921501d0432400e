"""Texts made from what the register says today, in phrasings that no example uses."""

from collections.abc import Iterator
from typing import NamedTuple

from koinon.overview.names import names_of_organisations
from koinon.overview.tenures import tenancies
from koinon.register.models import Organisation
from koinon.register.queries.figures import FigureOn, latest_figures
from koinon.register.queries.tenures import tenures_of
from koinon.rules.bound import Precision
from koinon.wording.language import pick
from koinon.wording.say import say
from tests.overview.checked.asking import TODAY

MEMBERS = {
    "de": (
        "{network} bringt heute {number} Mitglieder zusammen.",
        "Zu {network} gehören inzwischen {number} Mitglieder.",
        "Insgesamt {number} Mitglieder hat {network} in diesem Jahr.",
        "Wer {network} beitritt, ist eines von {number} Mitgliedern.",
    ),
    "en": (
        "Today {network} counts {number} members.",
        "There are {number} members in {network} now.",
        "{network} is made up of {number} members.",
        "Joining {network} means joining {number} members.",
    ),
    "fr": (
        "Aujourd’hui, {network} compte {number} membres.",
        "Au total, {number} membres font partie de {network}.",
        "{network} rassemble {number} membres.",
        "Avec ses {number} membres, {network} est un grand réseau.",
    ),
}
COUNTRIES = {
    "de": ("Sie kommen aus {number} Ländern.", "Das Netzwerk reicht in {number} Länder."),
    "en": ("The network reaches into {number} countries.", "They come from {number} countries."),
    "fr": ("Le réseau est présent dans {number} pays.", "Ils viennent de {number} pays."),
}
FOUNDED = {
    "de": ("Die Gründung von {network} fällt in das Jahr {year}.", "{network} entstand {year}."),
    "en": ("{network} was established in {year}.", "In {year}, {network} was founded."),
    "fr": ("{network} a été créé en {year}.", "C’est en {year} que {network} a été fondé."),
}
OFFICE = {
    "de": ("Seit {since} ist {person} Oberbürgermeister von {city}.",),
    "en": ("{person} has been Lord Mayor of {city} since {since}.",),
    "fr": ("{person} est maire de {city} depuis {since}.",),
}


class Part(NamedTuple):
    """A sentence with the word that may be changed in it, and what it then says."""

    text: str
    told: str
    changed: str

    @property
    def altered(self) -> str:
        before, _, after = self.text.rpartition(self.told)
        return f"{before}{self.changed}{after}"


def texts(language: str) -> Iterator[tuple[Part, ...]]:
    """Make a text about each network of which enough is known, and one about each office."""
    rows = list(Organisation.objects.filter(kind="network").order_by("code"))
    names = names_of_organisations(row.pk for row in rows)
    figures = latest_figures([row.pk for row in rows], TODAY)
    for number, row in enumerate(rows):
        own = {it.measure: it for it in figures.get(row.pk, ())}
        network = pick(names[row.pk][1] or names[row.pk][0], language)
        parts = []
        if "members" in own:
            sentence = _nth(MEMBERS[language], number)
            parts.append(_count(sentence, network, own["members"], language))
            if "countries" in own:
                sentence = _nth(COUNTRIES[language], number)
                parts.append(_count(sentence, network, own["countries"], language))
        if row.founded is not None:
            year = str(row.founded.earliest.year)
            sentence = _nth(FOUNDED[language], number).format(network=network, year=year)
            parts.append(Part(sentence, year, str(int(year) - 7)))
        if parts:
            yield tuple(parts)
    yield from _offices(language)


def _nth(sentences: tuple[str, ...], number: int) -> str:
    return sentences[number % len(sentences)]


def _count(sentence: str, network: str, figure: FigureOn, language: str) -> Part:
    number = say(f"qualifier.{figure.qualifier}", language, value=figure.value)
    told = say("qualifier.exactly", language, value=figure.value)
    changed = say("qualifier.exactly", language, value=figure.value * 2 // 3)
    return Part(sentence.format(network=network, number=number), told, changed)


def _offices(language: str) -> Iterator[tuple[Part, ...]]:
    for item in tenancies(tenures_of(), TODAY):
        is_sure = item.is_head and item.holds and item.since.precision is Precision.DAY
        if not is_sure or item.person is None or item.until is not None:
            continue
        year = str(item.since.earliest.year)
        city = pick(item.organisation.names, language)
        sentence = OFFICE[language][0].format(person=item.person.name, city=city, since=year)
        yield (Part(sentence, year, str(int(year) - 3)),)
        yield (Part(sentence, item.person.name, f"{item.person.name[:-2]}ow"),)
