"""From statements to spells: one sweep over the days on which anything changes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from koinon.rules.bound import OPEN_END
from koinon.rules.spell.coat import paint
from koinon.rules.spell.difference import differences
from koinon.rules.spell.ending import ending
from koinon.rules.spell.piece import Piece
from koinon.rules.spell.said import Said, Side
from koinon.rules.spell.spell import Difference, Ended, Saying, Spell
from koinon.rules.spell.voices import Voices, pieces, views_of, voices_of


def spells(statements: Iterable[Said]) -> tuple[Spell, ...]:
    """Part the days that the statements of one bond paint into spells, in order.

    For each day and voice the statement with the latest ``stated_on`` shows, then the one with
    the greater ``number``. A side's voice in Koinon goes before its own source. Days of which
    nobody says anything are in no spell; neighbouring spells differ in what somebody says.
    """
    coats = [said for said in statements if said.counts]
    if len(coats) == 1:
        return _spells_of_one(coats[0])
    return tuple(_spells_of_several(voices_of(coats))) if coats else ()


def spells_of_many[B](
    bonds: Iterable[tuple[B, Iterable[Said]]],
) -> Iterator[tuple[B, tuple[Spell, ...]]]:
    """Part the days of each bond's statements into spells, bond by bond."""
    for bond, statements in bonds:
        yield bond, spells(statements)


def _spells_of_one(coat: Said) -> tuple[Spell, ...]:
    """Do the same for a single statement, the case of most bonds, without looking for others."""
    found = []
    stretches = paint((coat,)).stretches
    for place, (start, until, saying) in enumerate(stretches, start=1):
        ended = Ended.OPEN if until == OPEN_END else Ended.SAID_END
        if place < len(stretches) and stretches[place][2].is_certain:
            ended = Ended.CERTAIN
        found.append(_spell_of_one(coat.side, start, until, saying, ended))
    return tuple(found)


def _spell_of_one(side: Side, start: date, until: date, saying: Saying, ended: Ended) -> Spell:
    if side is Side.PARTY:
        return Spell(start, until, saying, None, (), (), ended)
    if side is Side.NETWORK:
        return Spell(start, until, None, saying, (), (), ended)
    return Spell(start, until, None, None, (saying,), (), ended)


def _spells_of_several(voices: Voices) -> Iterator[Spell]:
    find = _difference_finder(voices)
    joined = _join(pieces(voices))
    for place, (piece, last) in enumerate(joined, start=1):
        after = joined[place][0] if place < len(joined) else None
        if after is not None and after.start == piece.until:
            ended = ending(last, after)
        else:
            ended = Ended.OPEN if piece.until == OPEN_END else Ended.SAID_END
        yield Spell(*piece, find(piece), ended)


def _difference_finder(voices: Voices) -> Callable[[Piece], tuple[Difference, ...]]:
    if len(voices) == 1:
        return lambda _: ()
    views = views_of(voices)
    return lambda piece: differences(views(piece), piece.start)


def _join(elementary: Iterable[Piece]) -> Sequence[tuple[Piece, Piece]]:
    """Join neighbours in which everybody says the same; keep the last piece of each beside it."""
    joined: list[tuple[Piece, Piece]] = []
    for piece in elementary:
        before = joined[-1][0] if joined else None
        if before is not None and before.until == piece.start and before.is_like(piece):
            joined[-1] = before.joined_with(piece), piece
        else:
            joined.append((piece, piece))
    return joined
