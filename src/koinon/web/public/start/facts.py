"""The first table of a file: which city, as of when, in which language, and what follows."""

from collections.abc import Iterable, Iterator

from koinon.overview.visit.result import Result
from koinon.web.public.start.phrases import cited
from koinon.web.public.start.table import Column, Row, Table
from koinon.wording.language import pick, write_country
from koinon.wording.say import say


def facts(result: Result, language: str, tables: Iterable[Table]) -> Table:
    """Tell what a file is about, and what each of its tables contains."""
    sheets = (
        (say("start.file.sheets", language, title=table.title), table.note) for table in tables
    )
    return Table(
        title=say("start.file.overview", language),
        note=say("start.file.overview.note", language),
        columns=(
            Column(say("start.file.what", language)),
            Column(say("start.file.value", language)),
        ),
        rows=(*_of_city(result, language), *_of_file(result, language), *sheets),
    )


def _of_city(result: Result, language: str) -> Iterator[Row]:
    known, visit = result.known, result.visit
    country = pick(known.country, language)
    if visit.country and not country:
        country = write_country(visit.country, language)
    yield say("start.file.city", language), pick(known.city.names, language)
    if country:
        yield say("start.file.country", language), country
    people = say("value.unknown", language) if known.people is None else known.people
    yield say("start.file.population", language), people
    if known.population:
        source = cited(known.population.source, language)
        yield say("start.file.population.from", language), source
    elif known.people is not None:
        yield say("start.file.population.from", language), say("start.file.typed", language)
    for words in _heads(result, language):
        yield say("start.file.head", language), words


def _of_file(result: Result, language: str) -> Iterator[Row]:
    yield say("start.file.day", language), result.on


def _heads(result: Result, language: str) -> Iterator[str]:
    said = result.visit.head
    if said.name and said.began:
        params = {"name": said.name, "since": said.began}
        yield say("start.file.head.by-you-since", language, **params)
    elif said.name:
        yield say("start.file.head.by-you", language, name=said.name)
    for head in result.known.heads:
        name = head.person.name if head.person else say("person.unnamed", language)
        yield say("start.file.head.by-sources", language, name=name, since=head.since)
