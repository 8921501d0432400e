"""Stating and withdrawing, and what follows at once: the spells of the bonds."""

from collections.abc import Collection, Sequence

from django.db.models import Model

from koinon.history.actions import add_rows, recorded
from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.history.permissions import must_keep_register
from koinon.register import tables
from koinon.register.actions.spells import lock_bonds, rebuild_spells
from koinon.register.drafts import EventDraft, StatementDraft, TypedRuleDraft
from koinon.register.models import (
    BodyTerm,
    Bond,
    Event,
    Figure,
    Population,
    SiteText,
    Statement,
    TypedRule,
)
from koinon.register.permissions import must_speak_for
from koinon.register.refusals import NoSuchEntry, NoSuchStatement, NotASide

WITHDRAWABLE: tuple[type[Model], ...] = (
    Statement,
    Event,
    Figure,
    Population,
    BodyTerm,
    TypedRule,
    SiteText,
)
"""What an entry can bring that is taken back when the entry is undone."""


def state(*, statements: Sequence[StatementDraft], by: Actor) -> None:
    """Add what sides and sources say of bonds, and rebuild the spells of these bonds.

    Of two statements of the same day the one with the greater number goes before.
    Raises NotYourStatement, BadValue, Twice, Differs, NotASide.
    """
    must_speak_for(by, {statement.said_by for statement in statements})
    ordered = sorted(statements, key=tables.STATEMENTS.key_of)
    with recorded("state", by=by) as change:
        bonds = _locked(ordered)
        new = add_rows(tables.STATEMENTS, ordered, change=change)
        _refuse_others(new)
        _rebuild({bonds[statement.bond] for statement in new})


def _locked(statements: Sequence[StatementDraft]) -> dict[str, int]:
    """Find the keys of bonds, and keep others from stating anything of them meanwhile."""
    keys = tables.STATEMENTS.ids(statements)[Bond._meta.label]
    lock_bonds(keys.values())
    return keys


def _refuse_others(statements: Sequence[StatementDraft]) -> None:
    """Refuse statements by someone who is neither a side nor the one who sends."""
    codes = {statement.bond for statement in statements if statement.said_by}
    rows = Bond.objects.filter(code__in=codes) if codes else Bond.objects.none()
    sides = {
        code: others
        for code, *others in rows.values_list(
            "code", "party__code", "counterpart__code", "tenure__sent_by__code"
        )
    }
    for statement in statements:
        if statement.said_by and statement.said_by not in sides[statement.bond]:
            raise NotASide(statement, said_by=statement.said_by, bond=statement.bond)


def _rebuild(bonds: Collection[int]) -> None:
    """Rebuild what follows from what is said of bonds, if there are any."""
    if bonds:
        rebuild_spells(bonds)


def withdraw_statements(*, statements: Collection[tuple[str, int]], by: Actor) -> None:
    """Withdraw statements, each named by its bond and number: as if they had never been said.

    Raises NoSuchStatement, NotYourStatement.
    """
    rows = Statement.objects.filter(
        bond__code__in={bond for bond, _ in statements}, withdrawn_by=None
    )
    with recorded("withdraw-statements", by=by) as change:
        found = {
            (bond, number): (key, bond_key, said_by or "")
            for bond, number, key, bond_key, said_by in rows.values_list(
                "bond__code", "number", "pk", "bond_id", "said_by__code"
            )
            if (bond, number) in statements
        }
        for bond, number in statements:
            if (bond, number) not in found:
                raise NoSuchStatement(bond=bond, number=str(number))
        must_speak_for(by, {said_by for _, _, said_by in found.values()})
        if not found:
            return
        bonds = {bond for _, bond, _ in found.values()}
        lock_bonds(bonds)
        keys = [key for key, _, _ in found.values()]
        Statement.objects.filter(pk__in=keys, withdrawn_by=None).update(withdrawn_by=change.entry())
        _rebuild(bonds)


def undo_entry(*, number: int, by: Actor) -> None:
    """Withdraw all statements, events and numbers that an entry brought.

    Organisations, bonds and people stay: nothing is said of them any more. Raises NotAllowed,
    NoSuchEntry.
    """
    must_keep_register(by)
    with recorded("undo-entry", by=by, source=str(number)) as change:
        undone = Entry.objects.filter(number=number).first()
        if undone is None:
            raise NoSuchEntry(number=str(number))
        brought = {
            model: model._default_manager.filter(entry=undone, withdrawn_by=None)
            for model in WITHDRAWABLE
        }
        bonds = {
            bond
            for model in (Statement, Event)
            for bond in brought[model].values_list("bond_id", flat=True)
        }
        lock_bonds(bonds)
        for rows in brought.values():
            if rows.exists():
                rows.update(withdrawn_by=change.entry())
        _rebuild(bonds)


def add_events(*, events: Sequence[EventDraft], by: Actor) -> None:
    """Add what happened on bonds.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-events", by=by) as change:
        add_rows(tables.EVENTS, events, change=change)


def type_rules(*, rules: Sequence[TypedRuleDraft], by: Actor) -> None:
    """Note fees and notice periods typed by hand; who and when stands in the entry.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("type-rules", by=by) as change:
        add_rows(tables.TYPED_RULES, rules, change=change)
