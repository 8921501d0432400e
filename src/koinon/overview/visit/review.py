"""What was read out of a pasted text, sorted for a look: questions, recognised, names only."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from koinon.overview.names import Named
from koinon.overview.ties import Tie
from koinon.overview.visit.answers import Added, Mark, Visit
from koinon.overview.visit.choices import Choice, choices
from koinon.overview.visit.known import KnownCity, beside_known
from koinon.overview.visit.networks import named_networks

OWN = "own"
DROP = "drop"


class Question(msgspec.Struct, frozen=True):
    """A typed name that may mean one of several networks."""

    number: int
    typed: str
    networks: tuple[Named, ...]


class Recognised(msgspec.Struct, frozen=True):
    """A network that was recognised; ``mark`` where the visitor was asked of it before."""

    typed: str
    network: Named
    mark: Mark | None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was read, sorted."""

    questions: tuple[Question, ...]
    known: tuple[Recognised, ...]
    others: tuple[str, ...]
    choices: tuple[Choice, ...]


def review_of(visit: Visit, known: KnownCity, day: date) -> Review:
    """Sort what a visitor added, and find what must be asked of it."""
    codes = {code for item in visit.added for code in (item.network, *item.guesses) if code}
    names = named_networks(codes)
    return Review(
        questions=tuple(_questions(visit.added, names)),
        known=tuple(
            Recognised(item.typed, names[item.network], _mark(item.network, visit, known.own_ties))
            for item in visit.added
            if item.network in names
        ),
        others=tuple(item.typed for item in visit.added if not item.network and not item.guesses),
        choices=choices(
            [names[code] for code in beside_known(visit, known) if code in names],
            visit.parts,
            known,
            day,
        ),
    )


def _questions(added: Sequence[Added], names: Mapping[str, Named]) -> list[Question]:
    return [
        Question(number, item.typed, tuple(names[it] for it in item.guesses if it in names))
        for number, item in enumerate(added)
        if item.guesses
    ]


def _mark(network: str, visit: Visit, ties: Sequence[Tie]) -> Mark | None:
    """Give the answer to the tie that was listed before; of several, the first."""
    marks = (
        visit.marks.get(tie.bond, Mark.UNSURE) for tie in ties if tie.counterpart.code == network
    )
    return next(marks, None)


def answered(visit: Visit, answers: Mapping[int, str]) -> Visit:
    """Take the answers to open questions; without one, the typed name stands as it is."""
    added = []
    for number, item in enumerate(visit.added):
        answer = answers.get(number, OWN)
        if not item.guesses:
            added.append(item)
        elif answer in item.guesses:
            added.append(Added(item.typed, answer))
        elif answer != DROP:
            added.append(Added(item.typed))
    return msgspec.structs.replace(visit, added=tuple(added))
