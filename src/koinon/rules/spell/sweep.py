"""From statements to spells: one sweep over the days on which anything changes."""

from collections.abc import Iterable, Iterator, Sequence

from koinon.rules.bound import OPEN_END
from koinon.rules.spell.coat import Stretch, paint
from koinon.rules.spell.difference import differences
from koinon.rules.spell.ending import ending
from koinon.rules.spell.piece import Piece
from koinon.rules.spell.said import Said, Side
from koinon.rules.spell.spell import Ended, Spell
from koinon.rules.spell.voices import Views, Voices, may_differ, pieces, sayings_at, voices_of


def spells(statements: Iterable[Said]) -> tuple[Spell, ...]:
    """Part the days that the statements of one bond paint into spells, in order.

    For each day and voice the statement with the latest ``stated_on`` shows, then the one with
    the greater ``number``. A side's voice in Koinon goes before its own source. Days of which
    nobody says anything are in no spell; neighbouring spells differ in what somebody says.
    """
    coats = [said for said in statements if said.counts]
    if not coats:
        return ()
    # Most bonds have one statement, or several that say the same: these need no comparison.
    if len(coats) == 1:
        return _spells_of_one(coats[0])
    voices = voices_of(coats)
    if _are_in_unison(coats):
        return _spells_in_unison(voices)
    return tuple(_spells_of_several(voices))


def spells_of_many[B](
    bonds: Iterable[tuple[B, Iterable[Said]]],
) -> Iterator[tuple[B, tuple[Spell, ...]]]:
    """Part the days of each bond's statements into spells, bond by bond."""
    for bond, statements in bonds:
        yield bond, spells(statements)


def _spells_of_one(coat: Said) -> tuple[Spell, ...]:
    found = []
    stretches = paint((coat,)).stretches
    for place, (start, until, saying) in enumerate(stretches):
        party = saying if coat.side is Side.PARTY else None
        network = saying if coat.side is Side.NETWORK else None
        third = (saying,) if coat.side is Side.THIRD else ()
        ended = _ending_of_one(stretches, place)
        found.append(Spell(start, until, party, network, third, (), ended))
    return tuple(found)


def _spells_in_unison(voices: Voices) -> tuple[Spell, ...]:
    found = []
    stretches = next(painted.stretches for painted in voices.all if painted.stretches)
    for place, (start, until, _) in enumerate(stretches):
        party, network, third = sayings_at(voices, place)
        ended = _ending_of_one(stretches, place)
        found.append(Spell(start, until, party, network, third, (), ended))
    return tuple(found)


def _are_in_unison(coats: Sequence[Said]) -> bool:
    first = coats[0]
    for coat in coats:
        if coat.grade != first.grade or coat.start != first.start or coat.end != first.end:
            return False
    return True


def _ending_of_one(stretches: Sequence[Stretch], place: int) -> Ended:
    """Tell why a stretch of a single statement ends: at most its bounds are rough."""
    if place + 1 < len(stretches) and stretches[place + 1][2].is_certain:
        return Ended.CERTAIN
    return Ended.OPEN if stretches[place][1] == OPEN_END else Ended.SAID_END


def _spells_of_several(voices: Voices) -> Iterator[Spell]:
    views = Views(voices) if may_differ(voices) else None
    joined = _join(pieces(voices))
    for place, piece in enumerate(joined, start=1):
        after = joined[place] if place < len(joined) else None
        if after is not None and after.start == piece.until:
            ended = ending(piece, after)
        else:
            ended = Ended.OPEN if piece.until == OPEN_END else Ended.SAID_END
        found = differences(views.of(piece), piece.start) if views else ()
        yield Spell(piece.start, piece.until, piece.party, piece.network, piece.third, found, ended)


def _join(elementary: Iterable[Piece]) -> Sequence[Piece]:
    """Join neighbours in which everybody says the same."""
    joined: list[Piece] = []
    for piece in elementary:
        before = joined[-1] if joined else None
        if before is not None and before.until == piece.start and before.is_like(piece):
            joined[-1] = Piece(before.start, piece.until, piece.party, piece.network, piece.third)
        else:
            joined.append(piece)
    return joined
