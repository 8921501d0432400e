"""Adding rows from drafts: checked first, what is there already left alone, the rest in batches."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db import IntegrityError

from koinon.history.actions.recording import Change
from koinon.history.cells import BadCell, Ids
from koinon.history.drafts import Draft, Field
from koinon.history.models import Entry
from koinon.history.refusal import BadValue, Differs, Overtaken, Shared, Twice
from koinon.history.tables import Table
from koinon.rules.answer import Reason

BATCH = 2000
"""How many rows one statement adds."""


def add_rows[D: Draft](
    table: Table[D], drafts: Sequence[D], *, change: Change, later: Collection[str] = ()
) -> list[D]:
    """Add the drafts that are not there yet; give those that were added.

    Fields named in ``later`` are left empty. Raises BadValue, Twice, Shared, Overtaken, and
    Differs for a row that is there with other content.
    """
    _refuse_faults(table, drafts)
    present = {table.key_of(draft): draft for draft in table.present(drafts, table.key)}
    new = [draft for draft in drafts if not _is_present(table, draft, present, later)]
    _refuse_shared(table, new)
    pending, ids = new, table.ids(new)
    while pending:
        ready, pending = _ready(table, pending, ids)
        _insert(table, ready, ids, change.entry(), later)
        if pending:
            ids = table.ids(pending)
    change.added[table.label] += len(new)
    return new


def _refuse_faults[D: Draft](table: Table[D], drafts: Sequence[D]) -> None:
    seen = set()
    for draft in drafts:
        fault = table.fault(draft)
        if fault is not None:
            raise _bad_value(draft, *fault)
        key = table.key_of(draft)
        if key in seen:
            raise Twice(draft, key=_shown(table, draft))
        seen.add(key)


def _refuse_shared[D: Draft](table: Table[D], new: Sequence[D]) -> None:
    """Refuse two rows that share what only one of them can have."""
    if not table.other:
        return
    having = [draft for draft in new if draft.has_other_key]
    seen = {table.other_key_of(draft): draft for draft in table.present(having, table.other)}
    for draft in having:
        first = seen.setdefault(table.other_key_of(draft), draft)
        if first is not draft:
            raise Shared(draft, key=_shown(table, draft), other=_shown(table, first))


def _bad_value(draft: Draft, column: str, error: BadCell) -> BadValue:
    return BadValue(draft, column=column, problem=Reason(error.code, error.params))


def _shown[D: Draft](table: Table[D], draft: D) -> str:
    """Write a draft's key as its cells are written."""
    texts = []
    for field in table.fields:
        if field.name in table.key:
            texts += field.cell.write(getattr(draft, field.name))
    return ", ".join(texts)


def _is_present[D: Draft](
    table: Table[D], draft: D, present: dict[tuple[Any, ...], D], later: Collection[str]
) -> bool:
    stored = present.get(table.key_of(draft))
    if stored is None:
        return False
    for field in table.fields:
        before, now = getattr(stored, field.name), getattr(draft, field.name)
        if before != now and not (field.name in later and not before):
            raise Differs(draft, key=_shown(table, draft), column=field.headers[0])
    return True


def _ready[D: Draft](table: Table[D], drafts: list[D], ids: Ids) -> tuple[list[D], list[D]]:
    """Split off the drafts whose row refers to no row of the same table that is not there yet."""
    own = [(field, cell) for field, cell in table.references() if cell.model == table.label]
    if not own:
        return drafts, []
    known = ids[table.label]
    ready: list[D] = []
    pending: list[D] = []
    for draft in drafts:
        codes = [cell.wanted(field.name, draft) for field, cell in own]
        (ready if all(not code or code in known for code in codes) else pending).append(draft)
    return (ready, pending) if ready else (pending, [])


def _insert[D: Draft](
    table: Table[D], drafts: list[D], ids: Ids, entry: Entry, later: Collection[str]
) -> None:
    rows = [
        table.model(**_attributes(table, draft, ids, later), entry_id=entry.pk) for draft in drafts
    ]
    try:
        table.model._default_manager.bulk_create(rows, batch_size=BATCH)
    except IntegrityError as error:
        # All that can be known beforehand was checked: somebody else was faster.
        raise Overtaken from error


def _attributes[D: Draft](
    table: Table[D], draft: D, ids: Ids, later: Collection[str]
) -> dict[str, Any]:
    attributes: dict[str, Any] = {}
    for field in table.fields:
        if field.name not in later:
            attributes |= _stored(field, draft, ids)
    return attributes


def _stored(field: Field, draft: Draft, ids: Ids) -> dict[str, Any]:
    try:
        return field.cell.stored(field.name, draft, ids)
    except BadCell as error:
        raise _bad_value(draft, field.headers[0], error) from error


def key_of[D: Draft](table: Table[D], draft: D, name: str, ids: Ids) -> Any:
    """Give the key of the row that one field of a draft refers to; raises BadValue."""
    field = next(field for field in table.fields if field.name == name)
    return _stored(field, draft, ids)[f"{name}_id"]
