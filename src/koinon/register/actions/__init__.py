"""Every change of the register: an actor, a permission, one transaction, one entry."""

from koinon.register.actions.bodies import add_bodies, add_bonds, add_people, add_posts
from koinon.register.actions.bundle import Loaded, load_bundle
from koinon.register.actions.organisations import (
    add_figures,
    add_organisations,
    add_populations,
    add_sources,
)
from koinon.register.actions.statements import (
    add_events,
    state,
    type_rules,
    undo_entry,
    withdraw_statements,
)
from koinon.register.actions.texts import replace_texts, write_texts

__all__ = [
    "Loaded",
    "add_bodies",
    "add_bonds",
    "add_events",
    "add_figures",
    "add_organisations",
    "add_people",
    "add_populations",
    "add_posts",
    "add_sources",
    "load_bundle",
    "replace_texts",
    "state",
    "type_rules",
    "undo_entry",
    "withdraw_statements",
    "write_texts",
]
