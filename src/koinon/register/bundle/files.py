"""The files of a bundle, in the order in which they are loaded."""

from typing import Any

from koinon.gazetteer.drafts import PLACE_NAMES, PLACES
from koinon.history.tables import Table
from koinon.register import tables

HEAD = "bundle.toml"

FILES: dict[str, Table[Any]] = {
    "sources.csv": tables.SOURCES,
    "places.csv": PLACES,
    "place_names.csv": PLACE_NAMES,
    "organisations.csv": tables.ORGANISATIONS,
    "organisation_names.csv": tables.ORGANISATION_NAMES,
    "legal_persons.csv": tables.LEGAL_PERSONS,
    "populations.csv": tables.POPULATIONS,
    "figures.csv": tables.FIGURES,
    "bodies.csv": tables.BODIES,
    "body_terms.csv": tables.BODY_TERMS,
    "posts.csv": tables.POSTS,
    "people.csv": tables.PEOPLE,
    "bonds.csv": tables.BONDS,
    "tenures.csv": tables.TENURES,
    "statements.csv": tables.STATEMENTS,
    "events.csv": tables.EVENTS,
    "typed_rules.csv": tables.TYPED_RULES,
    "texts.csv": tables.SITE_TEXTS,
}


def optional_of(table: Table[Any]) -> set[str]:
    """List the columns that a table's file may leave out: words in further languages."""
    return {header for field in table.fields for header in field.optional}


def headers_of(table: Table[Any]) -> list[str]:
    """List the columns of a table's file."""
    return [header for field in table.fields for header in field.headers]
