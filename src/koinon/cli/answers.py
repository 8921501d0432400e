"""Commands that answer from statutes alone and need no database."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from koinon.cli.arguments import read_day, read_events, read_number, read_optional_number
from koinon.cli.output import emit
from koinon.cli.statutes import library
from koinon.cli.words import derivation, said, said_as, sentence, sentences, written

if TYPE_CHECKING:
    from koinon.statutes.answers.fee import FeeGiven
    from koinon.statutes.answers.procedure_given import ProcedureGiven
    from koinon.statutes.answers.quota import QuotaGiven
    from koinon.statutes.answers.seats import BodyGiven, DelegationGiven

NETWORK = typer.Argument(..., help="The code of a network.")
BODY = typer.Argument(..., help="The code of a body of the network.")
ON = typer.Option("", "--on", help="A day such as 2015-06-01; today where left out.")
JSON = typer.Option(False, "--json", help="Answer with one JSON object.")
EVENT = typer.Option([], "--event", help="What happened and when: signature=2015-06-01.")


def hang_below(app: typer.Typer) -> None:
    """Add these commands."""
    app.command("fee")(fee)
    app.command("seats")(seats)
    app.command("quota")(quota)
    app.command("procedure")(procedure)


def fee(
    network: str = NETWORK,
    population: str = typer.Option(..., "--population", help="How many people live there."),
    country: str = typer.Option("", "--country", help="The code of a country, such as DE."),
    grade: str = typer.Option("", "--grade", help="The kind of member."),
    on: str = ON,
    json: bool = JSON,
) -> None:
    """Tell what a member pays, and why."""
    from koinon.statutes.answers.fee import fee_of

    people = read_number(population, "--population")
    found = fee_of(
        network, read_day(on), library(), population=people, country=country, grade=grade
    )
    emit(_plain_fee(found), _fee_lines(found), json_asked=json)


def _plain_fee(found: "FeeGiven") -> dict[str, Any]:
    return {
        "network": found.network,
        "amount": None if found.amount is None else str(found.amount),
        "currency": found.currency,
        "period": found.period,
        "binding": found.binding,
        "reason": sentence(found.reason),
        "notes": sentences(found.notes),
        "trace": found.trace,
        "alternatives": [_plain_fee(item) for item in found.alternatives],
    }


def _fee_lines(found: "FeeGiven") -> Iterator[str]:
    from koinon.wording.values import Money

    amount = written(None)
    if found.amount is not None:
        amount = written(Money(found.amount, found.currency or ""))
    yield f"{found.network}: {amount}"
    yield from filter(None, [sentence(found.reason), *sentences(found.notes)])
    yield from derivation(found.trace)
    for item in found.alternatives:
        yield from _fee_lines(item)


def seats(
    network: str = NETWORK,
    body: str = BODY,
    on: str = ON,
    population: str = typer.Option("", "--population", help="How many people a member has."),
    kind: str = typer.Option("", "--kind", help="The kind of member, as koinon kinds lists."),
    json: bool = JSON,
) -> None:
    """Tell the seats of a body by delegation, or those of one member."""
    from koinon.statutes.answers.seats import member_seats_of, seats_of

    day = read_day(on)
    if not population and not kind:
        found = seats_of(network, body, day, library())
        emit(plain_body(found), body_lines(found), json_asked=json)
        return
    people = read_optional_number(population, "--population")
    member = member_seats_of(network, body, day, library(), population=people, kind=kind)
    answer = {
        "seats": member.seats,
        "reason": sentence(member.reason),
        "notes": sentences(member.notes),
        "trace": member.trace,
    }
    lines = [f"{network} {body}: {written(member.seats)}", *derivation(member.trace)]
    emit(answer, lines, json_asked=json)


def plain_body(found: "BodyGiven") -> dict[str, Any]:
    """Shape the seats of a body for JSON."""
    return {
        "body": found.body,
        "on": found.on,
        "delegations": [
            {
                "delegation": row.delegation,
                "seats": row.seats,
                "reason": sentence(row.reason),
                "held": row.held,
                "vacant": row.vacant,
                "differing": row.differing,
                "at_most": row.at_most,
                "voice": row.voice,
                "trace": row.trace,
                "alternatives": [
                    {"seats": item.seats, "trace": item.trace} for item in row.alternatives
                ],
            }
            for row in found.delegations
        ],
        "total": found.total.seats,
        "declared": found.declared.seats if found.declared else None,
        "persons": found.persons.seats if found.persons else None,
        "differing": found.differing,
        "notes": sentences(found.notes),
        "trace": found.total.trace,
    }


def body_lines(found: "BodyGiven") -> Iterator[str]:
    """Lay out the seats of a body in lines."""
    yield f"{found.body}, {written(found.on)}"
    yield from (_delegation_line(row) for row in found.delegations if row.voice == "vote")
    declared = f" / {written(found.declared.seats)}" if found.declared else ""
    yield f"= {written(found.total.seats)}{declared}"
    for row in found.delegations:
        if row.voice != "vote":
            yield f"{_delegation_line(row)}, {said('advisory')}"
    yield from sentences(found.notes)


def _delegation_line(row: "DelegationGiven") -> str:
    why = f" ({sentence(row.reason)})" if row.reason else ""
    others = "".join(f" / {written(item.seats)}" for item in row.alternatives)
    return f"{row.delegation}: {written(row.seats)}{others}{why}"


def quota(
    network: str = NETWORK,
    body: str = BODY,
    seats: str = typer.Option(..., "--seats", help="How many seats the delegation has."),
    women: str = typer.Option("", "--women", help="How many of them women hold."),
    men: str = typer.Option("", "--men", help="How many of them men hold."),
    on: str = ON,
    json: bool = JSON,
) -> None:
    """Tell which composition a delegation must have, and whether it can."""
    from koinon.statutes.answers.quota import quota_of

    found = quota_of(
        network,
        body,
        read_day(on),
        library(),
        seats=read_number(seats, "--seats"),
        women=read_optional_number(women, "--women"),
        men=read_optional_number(men, "--men"),
    )
    emit(_plain_quota(found), _quota_lines(found), json_asked=json)


def _plain_quota(found: "QuotaGiven") -> dict[str, Any]:
    return {
        "feasible": found.feasible,
        "reason": sentence(found.reason),
        "least": found.least,
        "fulfilled": found.fulfilled,
        "readings": [
            {"rounding": it.rounding, "least": it.least, "feasible": it.feasible}
            for part in found.parts
            for it in part.readings
        ],
        "trace": found.trace,
    }


def _quota_lines(found: "QuotaGiven") -> Iterator[str]:
    yield f"{written(found.feasible)}, {written(found.least)}"
    yield from filter(None, [sentence(found.reason)])
    yield from derivation(found.trace)


def procedure(
    network: str = NETWORK,
    event: list[str] = EVENT,
    on: str = ON,
    strand: str = typer.Option("", "--strand", help="The act of belonging."),
    of: str = typer.Option("accession", "--of", help="accession, renewal, exit, suspension ..."),
    country: str = typer.Option("", "--country", help="The code of a country, such as DE."),
    json: bool = JSON,
) -> None:
    """Tell how far a procedure has come and whose turn it is."""
    from koinon.statutes.answers.procedure import procedure_of

    found = procedure_of(
        network,
        read_events(event),
        read_day(on),
        library(),
        of=of,
        strand=strand,
        country=country,
    )
    emit(_plain_procedure(found), _procedure_lines(found), json_asked=json)


def _plain_procedure(found: "ProcedureGiven") -> dict[str, Any]:
    return {
        "procedure": found.procedure,
        "state": found.state,
        "turn": found.turn,
        "since": found.since,
        "effective_on": found.effective_on,
        "next_step": found.next_step or None,
        "reason": sentence(found.reason),
        "notes": sentences(found.notes),
        "steps": found.steps,
        "trace": found.trace,
        "alternatives": [_plain_procedure(item) for item in found.alternatives],
    }


def _procedure_lines(found: "ProcedureGiven") -> Iterator[str]:
    from koinon.rules.procedure.pause import PauseState

    family = "pause" if found.state in list(PauseState) else "state"
    line = said_as(f"procedure.{family}", found.state)
    if found.effective_on is not None:
        holds = said_as("procedure", found.trace.name.removeprefix("procedure."))
        line = f"{line}; {holds} {written(found.effective_on)}"
    yield f"{found.procedure}: {line}".removeprefix(": ")
    if found.turn is not None:
        yield f"{said_as('procedure.turn', found.turn)}."
    yield from filter(None, [sentence(found.reason), *sentences(found.notes)])
    for step in found.steps:
        words = said_as("procedure.step-state", step.state)
        yield f"  {step.code}: {words} {written(step.on) if step.on else ''}".rstrip()
