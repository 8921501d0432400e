"""Which networks a pasted column or text names: sure, perhaps, or known by its name only.

Pure: names go in, what was recognised comes out. Precision comes first: only what is the same
name, or differs from it by a slip of the keys, is taken for granted; whatever else is near
becomes a question.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import msgspec
from rapidfuzz import fuzz, process

from koinon.gazetteer.matching.terms import Terms
from koinon.gazetteer.slug import slug
from koinon.overview.visit.answers import Added

MOST_WORDS = 9
LONGEST = 150
"""Words and letters of a name at most; what is longer is a sentence."""

MOST_GUESSES = 3
NEAR = 84
ABBREVIATION = 6
"""Letters that an abbreviation has at most."""

SHORT = 4
"""An abbreviation of so few letters counts within a sentence only as it is written."""

LETTERS_A_SLIP = 8
"""A slip of the keys is taken for one in so many letters."""

OPENING = 3
"""Letters by which names within a text are looked up."""

_CELLS = re.compile(r"[\t;|]")
_BULLETS = re.compile(r"[\N{BULLET}\N{MIDDLE DOT}]")
_MARKS = re.compile(r"^[\s\-\N{EN DASH}*]*(?:\d{1,3}[.)]\s+)?|[\s,.:]+$")
_ASIDE = re.compile(r"\(([^()]*)\)")
_LEGAL_FORM = re.compile(r"-(?:e-v|ev|aisbl|asbl|ivzw|vzw|gmbh|ggmbh)$")
_NO_NAME = re.compile(r"[\d\s.,:/€$%+\-]*")
_HEADINGS = frozenset(
    [
        "name",
        "namen",
        "netzwerk",
        "netzwerke",
        "network",
        "networks",
        "reseau",
        "reseaux",
        "nom",
        "noms",
        "mitgliedschaft",
        "mitgliedschaften",
        "membership",
        "memberships",
        "adhesion",
        "adhesions",
        "organisation",
        "organisationen",
        "organisations",
        "bezeichnung",
        "verband",
        "verbaende",
        "zugehoerigkeiten",
    ]
)


class Names(msgspec.Struct, frozen=True, dict=True):
    """The names by which networks are known, by their code."""

    of: Mapping[str, tuple[str, ...]]

    @cached_property
    def folded(self) -> dict[str, frozenset[str]]:
        """The codes that a name stands for, by the name as it is compared."""
        found: dict[str, set[str]] = {}
        for code, names in self.of.items():
            for name in names:
                for form in _forms(name):
                    found.setdefault(form, set()).add(code)
        return {form: frozenset(codes) for form, codes in found.items()}

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """All names as they are compared."""
        return tuple(self.folded)

    @cached_property
    def terms(self) -> Terms:
        """The forms as they are looked up, each standing for its place among them."""
        return Terms([(form, at) for at, form in enumerate(self.forms)])

    def beginning_with(self, form: str, but: frozenset[str]) -> tuple[str, ...]:
        """List further networks whose name goes on where this one ends: a section and its network.

        Only an abbreviation is so short of words that it may stand for both.
        """
        if len(form) > ABBREVIATION:
            return ()
        begun = (self.forms[at] for at in self.terms.beginning_with(form))
        longer = {code for known in begun if known != form for code in self.folded[known] - but}
        return tuple(sorted(longer))

    @cached_property
    def written(self) -> tuple[tuple[str, str, str], ...]:
        """Each name with how it is compared and whose it is, the longest first."""
        pairs = {(name, code) for code, names in self.of.items() for name in names if name}
        ordered = sorted(pairs, key=lambda pair: (-len(pair[0]), pair))
        return tuple((_folded(name), name, code) for name, code in ordered)

    def written_in(self, form: str) -> Iterator[tuple[str, str]]:
        """Give the names, with whose they are, that stand in a text as it is compared."""
        beginnings = {form[at : at + OPENING] for at in range(len(form))}
        at_all = {at for begin in beginnings for at in self._by_opening.get(begin, ())}
        for at in sorted(at_all | set(self._short)):
            folded, name, code = self.written[at]
            if folded in form:
                yield name, code

    @cached_property
    def _by_opening(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, (folded, _, _) in enumerate(self.written):
            found.setdefault(folded[:OPENING], []).append(at)
        return found

    @cached_property
    def _short(self) -> tuple[int, ...]:
        return tuple(at for at, (folded, _, _) in enumerate(self.written) if len(folded) < OPENING)


def recognised(text: str, names: Names, *, most: int = 0) -> tuple[Added, ...]:
    """List the networks that a text names, in its order, each once.

    With ``most`` it stops as soon as one more is found.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    rows = [[_bare(cell) for cell in _CELLS.split(line)] for line in lines]
    if len(lines) > 1 and any(len(row) > 1 for row in rows):
        found = _of_table(rows, names)
    else:
        cells = (cell for line in lines for cell in _bullets(line))
        found = (item for cell in cells for item in _of_cell(cell, names))
    once: dict[tuple[str, str], Added] = {}
    for item in found:
        once.setdefault((item.network, "" if item.network else _folded(item.typed)), item)
        if 0 < most < len(once):
            break
    return tuple(once.values())


def _bare(cell: str) -> str:
    """Give a cell without list marks; a cell that is only a number or a day is empty."""
    bare = _MARKS.sub("", cell).strip()
    return "" if _NO_NAME.fullmatch(bare) else bare


def _bullets(line: str) -> Iterator[str]:
    for part in _BULLETS.split(line):
        yield from filter(None, map(_bare, _CELLS.split(part)))


def _of_table(rows: Sequence[Sequence[str]], names: Names) -> Iterator[Added]:
    """Read the column in which most names are known, else the first that is not of numbers."""
    width = max(map(len, rows))
    columns = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
    best = max(
        columns,
        key=lambda column: (sum(_exactly(cell, names) is not None for cell in column), any(column)),
    )
    for cell in filter(None, best):
        yield from _of_cell(cell, names)


def _of_cell(cell: str, names: Names) -> Iterator[Added]:
    whole = _exactly(cell, names)
    if whole is not None:
        yield whole
        return
    parts = list(filter(None, map(_bare, cell.split(","))))
    listed = [_exactly(part, names) for part in parts]
    if len(cell) > LONGEST or len(cell.split()) > MOST_WORDS:
        yield from filter(None, listed) if all(listed) else _within(cell, names)
    elif len(parts) > 1 and any(listed):
        yield from (item or _nearly(part, names) for part, item in zip(parts, listed, strict=True))
    elif slug(cell) not in _HEADINGS:
        yield _nearly(cell, names)


def _exactly(cell: str, names: Names) -> Added | None:
    """Take a cell for a network whose name it is; a name of several is a question."""
    for form in _forms(cell):
        codes = names.folded.get(form)
        if codes:
            return _one_of(cell, (*sorted(codes), *names.beginning_with(form, codes)))
    return None


def _one_of(cell: str, codes: Sequence[str]) -> Added:
    if len(codes) == 1:
        return Added(cell, codes[0])
    return Added(cell, guesses=tuple(codes[:MOST_GUESSES]))


def _forms(name: str) -> tuple[str, ...]:
    """Give what a name is compared by: as a whole, then without what stands in brackets."""
    bare = _ASIDE.sub(" ", name)
    forms = (_folded(name), _folded(bare) if bare != name else "")
    return tuple(dict.fromkeys(form for form in forms if form))


def _folded(name: str) -> str:
    """Fold a name: case, accents, umlauts in either spelling, hyphens, the legal form."""
    plain = _LEGAL_FORM.sub("", slug(name))
    for pair, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        plain = plain.replace(pair, letter)
    return plain.replace("-", "") or name.strip().casefold()


def _nearly(cell: str, names: Names) -> Added:
    """Judge a cell that is no known name: a slip of the keys, a question, or a name of its own."""
    form = _folded(cell)
    codes = {code for known in _slips(form, names) for code in names.folded[known]}
    if len(codes) == 1:
        return Added(cell, codes.pop())
    return Added(cell, guesses=_guesses(form, cell, names))


def _slips(form: str, names: Names) -> Iterator[str]:
    """Find the names that differ but for a slip of the keys; abbreviations forgive none."""
    allowed = min(2, (len(form) + 2) // LETTERS_A_SLIP)
    for known, distance in names.terms.near(form, allowed) if allowed else ():
        if distance <= len(known) // LETTERS_A_SLIP and _digits(form) == _digits(known):
            yield known


def _digits(form: str) -> str:
    return "".join(letter for letter in form if letter.isdigit())


def _guesses(form: str, cell: str, names: Names) -> tuple[str, ...]:
    """Name the networks that may be meant: those named within, then those of a near name."""
    inside = [item.network for item in _within(cell, names)]
    asides = [names.folded.get(_folded(part), frozenset()) for part in _ASIDE.findall(cell)]
    near = process.extract(
        form, names.forms, scorer=fuzz.ratio, score_cutoff=NEAR, limit=MOST_GUESSES
    )
    groups = (*asides, *(names.folded[known] for known, _, _ in near))
    close = [code for codes in groups for code in sorted(codes)]
    return tuple(dict.fromkeys((*inside, *close)))[:MOST_GUESSES]


def _within(text: str, names: Names) -> Iterator[Added]:
    """Find names within a sentence, the longest first; what is found is not searched again."""
    left, form, found = text, _folded(text), []
    for name, code in names.written_in(form):
        for match in _pattern(name).finditer(left):
            found.append((match.start(), Added(match.group(), code)))
            blank = " " * (match.end() - match.start())
            left = left[: match.start()] + blank + left[match.end() :]
    yield from (item for _, item in sorted(found, key=lambda pair: pair[0]))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = r"[\s\-]+".join(map(re.escape, re.split(r"[\s\-]+", name.strip())))
    flags = re.NOFLAG if len(name) <= SHORT else re.IGNORECASE
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)
