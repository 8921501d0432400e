"""Loading a bundle: all of it in one transaction, or nothing."""

from pathlib import Path
from typing import NamedTuple

from koinon.gazetteer.actions import add_places
from koinon.history.actions import Change, lock_history, recorded
from koinon.history.actor import Actor
from koinon.history.permissions import must_keep_register
from koinon.history.refusal import BadDraft
from koinon.register.actions.bodies import add_bodies, add_bonds, add_people, add_posts
from koinon.register.actions.organisations import (
    add_figures,
    add_organisations,
    add_populations,
)
from koinon.register.actions.statements import add_events, state, type_rules
from koinon.register.actions.texts import write_texts
from koinon.register.bundle.files import FILES, HEAD
from koinon.register.bundle.problem import BadFile, BadLine
from koinon.register.bundle.reading import Bundle, Head, read_bundle
from koinon.register.models import Collection
from koinon.register.queries.statutes import library
from koinon.rules.answer import Reason
from koinon.statutes.actions import record_editions


class Loaded(NamedTuple):
    """What loading wrote: the number of its entry (None where nothing was new), rows by file."""

    code: str
    entry: int | None
    added: dict[str, int]


def load_bundle(path: Path, *, by: Actor) -> Loaded:
    """Load a bundle from a folder or a zip; what is there already is left alone.

    The statutes at hand are recorded with it. Raises NotAllowed, BadBundle, BadFile, BadLine, and
    StatuteError for a statute that cannot be used; then nothing is written.
    """
    must_keep_register(by)
    bundle = read_bundle(path)
    try:
        with recorded("load-bundle", by=by, source=bundle.head.code) as change:
            lock_history()
            record_editions(library=library(), by=by)
            _add_all(bundle, by)
            _add_head(bundle.head, change)
    except BadDraft as error:
        place = bundle.place_of(error.draft)
        if place is None:
            raise
        raise BadLine(*place, Reason(error.code, error.params)) from error
    labels = {table.label: file for file, table in FILES.items()}
    added = {labels[label]: count for label, count in change.added.items() if count}
    return Loaded(bundle.head.code, change.entry().number if change.has_written else None, added)


def _add_all(bundle: Bundle, by: Actor) -> None:
    rows = bundle.drafts
    add_places(places=rows("places.csv"), names=rows("place_names.csv"), by=by)
    add_organisations(
        organisations=rows("organisations.csv"),
        sources=rows("sources.csv"),
        names=rows("organisation_names.csv"),
        legal_persons=rows("legal_persons.csv"),
        by=by,
    )
    add_populations(populations=rows("populations.csv"), by=by)
    add_figures(figures=rows("figures.csv"), by=by)
    add_bodies(bodies=rows("bodies.csv"), terms=rows("body_terms.csv"), by=by)
    add_posts(posts=rows("posts.csv"), by=by)
    add_people(people=rows("people.csv"), by=by)
    add_bonds(bonds=rows("bonds.csv"), tenures=rows("tenures.csv"), by=by)
    add_events(events=rows("events.csv"), by=by)
    state(statements=rows("statements.csv"), by=by)
    type_rules(rules=rows("typed_rules.csv"), by=by)
    write_texts(texts=rows("texts.csv"), by=by)


def _add_head(head: Head, change: Change) -> None:
    said = {"names": head.names, "about": head.about, "credits": list(head.credits)}
    stored = Collection.objects.filter(code=head.code).values(*said).first()
    if stored is None:
        Collection.objects.create(code=head.code, **said, entry=change.entry())
    elif stored != said:
        raise BadFile(HEAD, "bundle.problem.head-differs", code=head.code)
