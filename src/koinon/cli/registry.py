"""Commands that read and write the register."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from koinon.cli.arguments import BadArgument, language, read_day, read_events
from koinon.cli.output import emit
from koinon.cli.site import start_django
from koinon.cli.statutes import library
from koinon.cli.words import name, said, said_as, sentence, sentences, written

if TYPE_CHECKING:
    from koinon.overview.city import CityPage
    from koinon.overview.sayings import Said
    from koinon.overview.tenures import Tenancy
    from koinon.overview.ties import Tie

ON = typer.Option("", "--on", help="A day such as 2015-06-01; today where left out.")
UNTIL = typer.Option("", "--until", help="How far to look ahead.")
JSON = typer.Option(False, "--json", help="Answer with one JSON object.")


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("load")(load)
    app.command("export")(export)
    app.command("due")(due)
    app.command("show")(show)


def load(bundle: Path = typer.Argument(..., help="A folder or a zip file.")) -> None:
    """Load a bundle into the register: all of it or nothing."""
    start_django()
    from koinon.history.actor import Actor
    from koinon.register.actions import load_bundle

    loaded = load_bundle(bundle, by=Actor.system("command-line"))
    lines = [f"{file}: {count}" for file, count in loaded.added.items()] or [said("nothing-new")]
    emit(
        {"code": loaded.code, "entry": loaded.entry, "added": loaded.added}, lines, json_asked=False
    )


def export(bundle: Path = typer.Argument(..., help="A folder or zip file to write.")) -> None:
    """Write the register as a bundle."""
    start_django()
    from koinon.register.bundle.exporting import export_bundle

    export_bundle(bundle)
    emit({}, [str(bundle)], json_asked=False)


def due(
    network: str = typer.Option("", "--network", help="The code of a network."),
    organisation: str = typer.Option("", "--organisation", help="The code of a city."),
    event: list[str] = typer.Option([], "--event", help="What happened: signature=2015-06-01."),
    on: str = ON,
    until: str = UNTIL,
    country: str = typer.Option("", "--country", help="The code of a country, such as DE."),
    json: bool = JSON,
) -> None:
    """List what is due: after events by a statute alone, else by the register."""
    day = read_day(on)
    last = read_day(until, "--until") if until else None
    if bool(network) == bool(organisation):
        raise BadArgument("one-of-two")
    if event:
        if not network:
            raise BadArgument("event-without-network")
        items = _by_statute(network, event, day, last, country)
    else:
        items = _by_register(network, organisation, day, last)
    lines = [
        f"{item['due_on'] or '?'} {item['what']} ({said_as('cycle.state', item['state'])})"
        for item in items
    ]
    emit({"items": items}, lines, json_asked=json)


def _by_statute(
    network: str, event: list[str], day: date, last: date | None, country: str
) -> list[dict[str, Any]]:
    from koinon.statutes.answers.dues import dues_of

    found = dues_of(network, read_events(event), day, library(), until=last, country=country)
    return [
        {
            "due_on": None if item.due_on is None else str(item.due_on),
            "key": item.key,
            "network": item.network,
            "what": name(item.what),
            "state": item.state,
            "reason": sentence(item.reason),
            "notes": sentences(item.notes),
            "trace": item.trace,
        }
        for item in found.items
    ]


def _by_register(
    network: str, organisation: str, day: date, last: date | None
) -> list[dict[str, Any]]:
    start_django()
    from koinon.overview.directory import require_organisation
    from koinon.overview.dues import dues_of_organisation, dues_to_network

    require_organisation(network or organisation)
    if organisation:
        found = dues_of_organisation(organisation, day, until=last)
    else:
        found = dues_to_network(network, day, until=last)
    return [
        {
            "due_on": None if item.due_on is None else str(item.due_on),
            "key": item.key,
            "network": item.network,
            "organisation": item.organisation.code,
            "what": name(item.what),
            "state": item.state,
            "reason": sentence(item.reason),
            "trace": item.trace,
        }
        for item in found
    ]


def show(
    city: str = typer.Argument(..., help="The code of a city, such as koeln."),
    on: str = ON,
    known: str = typer.Option("", "--known", help="As it was known at the end of this day."),
    json: bool = JSON,
) -> None:
    """Show a city's ties and offices on a day."""
    start_django()
    from koinon.overview.city import city_on
    from koinon.overview.directory import require_organisation

    require_organisation(city)
    known_on = read_day(known, "--known") if known else None
    page = city_on(city, read_day(on), known_on=known_on)
    if page is None:
        return
    emit(_plain(page), _lines(page), json_asked=json)


def _plain(page: "CityPage") -> dict[str, Any]:
    return {
        "organisation": page.organisation.code,
        "on": page.on,
        "population": page.population.value if page.population else None,
        "bonds": [_bond(tie) for tie in page.ties],
        "offices": [
            {
                "post": office.post,
                "name": name(office.names),
                "head_of_authority": office.head_of_authority,
                "vacant": office.vacant,
                "holders": [_tenure(item) for item in office.holders],
                "perhaps": [_tenure(item) for item in office.perhaps],
            }
            for office in page.offices
        ],
        "tenures": [
            _tenure(item)
            for item in page.tenures
            if item.holds is not False and item.organisation.code != page.organisation.code
        ],
    }


def _bond(tie: "Tie") -> dict[str, Any]:
    return {
        "kind": tie.kind,
        "strand": tie.strand,
        "counterpart": tie.counterpart.code,
        "grade": tie.grade,
        "valid_from": tie.valid_from,
        "valid_until": tie.valid_until,
        "holds": tie.holds,
        "member_says": _said(tie.member_says),
        "network_says": _said(tie.network_says),
        "others_say": [_said(item) for item in tie.third],
        "state": tie.state,
        "via": [item.code for item in tie.via],
        "sources": tie.sources,
        "figures": tie.figures,
        "tenures": [_tenure(item) for item in tie.tenures if item.holds is not False],
    }


def _said(said: "Said | None") -> dict[str, Any] | None:
    if said is None:
        return None
    return {
        "grade": said.grade,
        "holds": said.holds,
        "since": said.begins,
        "until": said.ends,
        "voice": said.voice,
        "stated_on": said.stated_on,
        "source": said.source.code if said.source else None,
        "of_day": said.of_day,
    }


def _tenure(item: "Tenancy") -> dict[str, Any]:
    return {
        "post": item.post,
        "organisation": item.organisation.code,
        "body": item.body,
        "person": item.person.name if item.person else None,
        "role": item.role,
        "since": item.since,
        "until": item.until,
        "holds": item.holds,
        "sent_by": item.sent_by.code if item.sent_by else None,
        "rests_on": item.rests_on or None,
        "sources": [said.source for said in item.sources if said.source],
    }


def _lines(page: "CityPage") -> Iterator[str]:
    from koinon.wording.say import say

    yield f"{name(page.organisation.names)}, {written(page.on)}"
    for tie in page.ties:
        since = written(tie.valid_from) if tie.valid_from else "-"
        yield f"{_kind_words(tie)}: {name(tie.counterpart.names)}, {since}, {sentence(tie.words)}"
    for office in page.offices:
        people = ", ".join(item.person.name for item in office.holders if item.person)
        nobody = say("city.vacant", language()) if office.vacant else written(None)
        yield f"{name(office.names)}: {people or nobody}"


def _kind_words(tie: "Tie") -> str:
    """Say the kind of belonging, with the act of belonging where its name does not say it."""
    kind, strand = said_as("tie", tie.group), name(tie.strand_names) or tie.strand
    if strand.startswith(kind):
        return strand
    return f"{kind} ({strand})" if strand else kind
