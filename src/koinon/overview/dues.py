"""What is due: by a city, or to a network, each with its day, its state and its trace."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

import msgspec

from koinon.overview.names import Named, named, names_of_organisations
from koinon.register.queries.bonds import bonds_of, bonds_of_party
from koinon.register.queries.dues import DueOn, dues_on
from koinon.rules.answer import Reason
from koinon.rules.bound import Bound
from koinon.rules.condition import Party
from koinon.rules.cycle.due import DueState
from koinon.rules.rule import Text
from koinon.rules.trace import Trace


class DueItem(msgspec.Struct, frozen=True, kw_only=True):
    """Something due; ``due_on`` None: the day is not known, and ``reason`` says why.

    Of what is merely not recorded, ``reason`` says since when the member is listed all the same.
    """

    due_on: Bound | None
    key: str
    network: str
    organisation: Named
    counterpart: Named
    what: Text
    owed_to: tuple[str, ...]
    state: str
    reason: Reason | None
    trace: Trace


def dues_of_organisation(
    code: str,
    day: date,
    *,
    until: date | None = None,
    known_on: date | None = None,
    parties: Mapping[int, Party] | None = None,
) -> tuple[DueItem, ...]:
    """List what an organisation owes its networks up to a day."""
    found = dues_on(bonds_of_party(code), day, until=until, known_on=known_on, parties=parties)
    return _items(found)


def dues_to_network(
    code: str, day: date, *, until: date | None = None, known_on: date | None = None
) -> tuple[DueItem, ...]:
    """List what members owe a network up to a day."""
    return _items(dues_on(bonds_of(counterpart=code), day, until=until, known_on=known_on))


def _items(found: Sequence[DueOn]) -> tuple[DueItem, ...]:
    names = names_of_organisations(_involved(found))
    return tuple(_item(item, names) for item in found)


def _involved(found: Iterable[DueOn]) -> set[int]:
    return {key for item in found for key in (item.bond.party_id, item.bond.counterpart_id)}


def _item(item: DueOn, names: dict[int, tuple[Text, Text]]) -> DueItem:
    party, network = item.bond.party, item.bond.counterpart
    organisation = named(party.pk, party.code, party.kind, names)
    return DueItem(
        due_on=item.due.due_on,
        key=str(item.due.key),
        network=network.code,
        organisation=organisation,
        counterpart=named(network.pk, network.code, network.kind, names),
        what=item.due.what,
        owed_to=tuple(item.due.owed_to),
        state=item.standing.state,
        reason=item.due.reason or _listed_since(item, organisation),
        trace=item.due.trace,
    )


def _listed_since(item: DueOn, organisation: Named) -> Reason | None:
    """Say that a source lists the member after the day, where nobody recorded what was due."""
    day = item.standing.listed_on
    return Reason("due.unrecorded.why", {"member": organisation.short, "day": day}) if day else None


def next_of_each(dues: Sequence[DueItem], day: date) -> tuple[DueItem, ...]:
    """Keep of each duty what comes next, or what was last due where nothing follows."""
    series = sorted(dues, key=_duty)
    shown: list[DueItem] = []
    for _, group in groupby(series, key=_duty):
        items = [item for item in group if item.state != DueState.DONE]
        ahead = [item for item in items if item.due_on and item.due_on.latest >= day]
        known = [item for item in items if item.due_on]
        shown.extend(ahead[:1] or known[-1:] or items[-1:])
    return tuple(sorted(shown, key=_by_day))


def _duty(item: DueItem) -> str:
    return item.key.rpartition("/")[0]


def _by_day(item: DueItem) -> tuple[bool, date, str]:
    """Order by day; what is merely not recorded presses nobody and comes last."""
    day = item.due_on.latest if item.due_on else date.max
    return item.state == DueState.UNRECORDED, day, item.key
