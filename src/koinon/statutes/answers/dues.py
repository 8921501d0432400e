"""What is due after what happened, by the statute alone."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import OPEN_END, Bound
from koinon.rules.cycle.due import Due, NothingOwed
from koinon.rules.cycle.dues import dues
from koinon.rules.cycle.duties import Duties, nothing_owed, prepare
from koinon.rules.cycle.forms import AtMeeting
from koinon.rules.cycle.standing import judge
from koinon.rules.duration import Duration
from koinon.rules.event import MEETING, Event, in_order
from koinon.rules.trace import Trace
from koinon.statutes.answers.asked import NoSuchCode, party_of
from koinon.statutes.applied import applied
from koinon.statutes.document import Statute
from koinon.statutes.library import Library

AHEAD = Duration(5, "year")
"""How far dues are listed after the later of the day asked for and the last event."""

_ACTS = ("extension", "hold", "lift", "suspension", "waiver")


class DueGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is due, as it is given out."""

    due_on: Bound | None
    key: str
    network: str
    what: dict[str, str]
    state: str
    trace: Trace
    reason: Reason | None = None
    notes: tuple[Reason, ...] = ()
    owed_to: tuple[str, ...] = ()


class DuesGiven(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that is due up to a day; ``nothing_owed`` are rules that say that nothing is."""

    items: tuple[DueGiven, ...]
    nothing_owed: tuple[NothingOwed, ...] = ()


def duties_of(statute: Statute) -> Duties:
    """Prepare a statute's recurring duties, with the texts that carry them."""
    return prepare(applied(statute, "cycle"), applied(statute, "charter"), statute.groups)


def dues_of(
    network: str,
    events: Mapping[str, Bound] | Iterable[Event],
    on: date,
    library: Library,
    *,
    until: date | None = None,
    country: str = "",
    grade: str = "",
    strand: str = "",
) -> DuesGiven:
    """List what is due after what happened, and where each due stands on a day.

    Raises NoSuchNetwork, NoSuchCode (an event the statute does not know), StatuteError.
    """
    statute = library.statute(network)
    happened = in_order(events)
    duties = duties_of(statute)
    _require_known(statute, duties, happened)
    party = party_of(statute, country=country, grade=grade)
    found = dues(duties, happened, until=until or _ahead(on, happened), party=party, strand=strand)
    return DuesGiven(
        items=tuple(_given(statute.code, due, happened, on) for due in found),
        nothing_owed=nothing_owed(duties, on, party=party, strand=strand),
    )


def _ahead(on: date, events: Iterable[Event]) -> date:
    days = [event.on.latest for event in events if event.on.latest != OPEN_END]
    return AHEAD.after(max([on, *days]))


def _given(network: str, due: Due, events: tuple[Event, ...], on: date) -> DueGiven:
    return DueGiven(
        due_on=due.due_on,
        key=str(due.key),
        network=network,
        what=due.what,
        state=str(judge(due, events, on).state),
        trace=due.trace,
        reason=due.reason,
        notes=due.notes,
        owed_to=due.owed_to,
    )


def _require_known(statute: Statute, duties: Duties, events: tuple[Event, ...]) -> None:
    """Refuse an event that no duty waits for: a misspelt one would be passed over in silence."""
    known = {"signature", "accession", "renewal", *_ACTS}
    for duty in duties.duties:
        known |= {duty.done_by, getattr(duty.rule, "after", duty.done_by)}
        known |= {f"{act}-{duty.rule.code}" for act in _ACTS}
        if isinstance(duty.rule, AtMeeting):
            known |= {duty.rule.body, MEETING}
    for event in events:
        if event.code not in known:
            raise NoSuchCode(
                "no-such-event-of",
                network=statute.code,
                given=event.code,
                known=tuple(sorted(code for code in known if not code.startswith(_ACTS))),
            )
