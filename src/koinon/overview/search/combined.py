"""Words of two things at once: a body and its network, an office and its city, a member and where.

What no name has all words of is divided in two. One part must name an organisation; the other may
be a body of it, an office in it, somebody who was in one, another organisation, or a word for what
its page tells. Nothing is kept for it: the names are those that single words find.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from koinon.gazetteer.matching.folding import fold
from koinon.gazetteer.matching.index import Match
from koinon.gazetteer.matching.likeness import Grade, Likeness, errors_in
from koinon.overview.search.known import Subject
from koinon.overview.tenures import Tenancy, tenancies
from koinon.register.models import Body, PostKind
from koinon.register.queries.statutes import statute_of
from koinon.register.queries.tenures import tenures_of
from koinon.rules.claim.holding import roles_of
from koinon.rules.claim.token import ANY_ENDING, folded, tokens_of
from koinon.rules.claim.vocabulary import LANGUAGES, SEAT, counted_nouns, vocabulary

MOST_WORDS = 5
FEW = 3
"""So many organisations at most are looked into, of each part of a text."""

MANY_HELD = 200
HEAD = "head"
"""The office of whoever leads an authority."""

SHORTEST = 2
_ORGANISATIONS = ("network", "city", "organisation")
_WORDED = Likeness(Grade.WORDS)

type Found = Match[Subject]
type Look = Callable[[str], Sequence[Found]]
type Part = tuple[tuple[Found, ...], str]


def combined(text: str, day: date, look: Look) -> tuple[Found, ...]:
    """Find what two parts of a text mean together, the likeliest first; a fixed number of queries.

    ``look`` gives the matches of a part of the text, the best first.
    """
    parts = tuple(_parts(text.split(), look))
    if not parts:
        return ()
    codes = {it.subject.code for found, _ in parts for it in found}
    bodies = _bodies(codes)
    roles = any(roles_said(other) for _, other in parts)
    held = _held(parts, codes, day, look, with_roles=roles)
    best: dict[Subject, Found] = {}
    for organisations, other in parts:
        for match in _together(organisations, other, bodies, held, look):
            best.setdefault(match.subject, match)
    return tuple(best.values())


def _parts(words: Sequence[str], look: Look) -> Iterator[Part]:
    """Divide words in two, one of which names organisations."""
    if not 2 <= len(words) <= MOST_WORDS:
        return
    for at in range(1, len(words)):
        one, other = " ".join(words[:at]), " ".join(words[at:])
        for name, rest in ((one, other), (other, one)):
            if len(name) < SHORTEST or roles_said(name) or is_told_of_all(name):
                continue
            found = [it for it in look(name) if it.subject.kind in _ORGANISATIONS]
            if found:
                yield tuple(found[:FEW]), rest


def _bodies(codes: set[str]) -> dict[str, dict[str, tuple[str, ...]]]:
    """List the names of the bodies of some organisations; one query."""
    found: dict[str, dict[str, tuple[str, ...]]] = {code: {} for code in codes}
    for code in codes:
        statute = statute_of(code)
        for body, rule in (statute.bodies if statute else {}).items():
            if not rule.office:
                found[code][body] = tuple(rule.names.values())
    rows = Body.objects.filter(organisation__code__in=codes).order_by("organisation__code", "code")
    for organisation, code, names in rows.values_list("organisation__code", "code", "names"):
        found[organisation][code] = tuple(names.values())
    return found


def _held(
    parts: Sequence[Part], codes: set[str], day: date, look: Look, *, with_roles: bool
) -> tuple[Tenancy, ...]:
    """Gather who holds or held an office in some organisations, and those who may be named."""
    people = {
        it.subject.code for _, other in parts for it in look(other) if it.subject.kind == "person"
    }
    if not (people or with_roles):
        return ()
    rows = tenures_of().filter(post__organisation__code__in=codes, person__isnull=False)
    wanted = rows.filter(person__code__in=people)
    if with_roles:
        wanted = wanted | rows.filter(post__kind=PostKind.OFFICE)
    return tenancies(wanted[:MANY_HELD], day)


def _together(
    organisations: Sequence[Found],
    other: str,
    bodies: dict[str, dict[str, tuple[str, ...]]],
    held: Sequence[Tenancy],
    look: Look,
) -> Iterator[Found]:
    """Give what the other part means of some organisations, and then these."""
    beside = [it for it in look(other) if not it.likeness.is_guess]
    roles = roles_said(other)
    is_told = not roles and is_told_of_all(other)
    for match in organisations:
        code = match.subject.code
        if is_told:
            yield _plain(match.subject)
        found = [
            *_bodies_called(code, bodies[code], other),
            *_in_office(code, roles, held),
            *_named(code, beside, held),
        ]
        yield from found
        tied = [it for it in beside if it.subject.kind in _ORGANISATIONS][:FEW]
        if found or tied:
            yield _plain(match.subject)
        yield from (_plain(it.subject) for it in tied)


def _bodies_called(
    organisation: str, bodies: dict[str, tuple[str, ...]], text: str
) -> Iterator[Found]:
    """Give the bodies that have all words in a name, those with the fewest errors first."""
    ranked = []
    for code, names in bodies.items():
        errors = [errors_in(fold(text).split(), fold(it).split()) for it in names if fold(it)]
        known = [it for it in errors if it is not None]
        if known:
            ranked.append((min(known), code))
    for _, code in sorted(ranked):
        yield _plain(Subject("body", f"{organisation}/{code}"))


def _in_office(
    organisation: str, roles: frozenset[str], held: Sequence[Tenancy]
) -> Iterator[Found]:
    """Give who holds an office; where nobody does, who held it last."""
    of_it = [it for it in held if it.organisation.code == organisation]
    heads = [it for it in of_it if it.is_head and HEAD in roles]
    own = heads or [it for it in of_it if roles & _roles_of(it)]
    now = [it for it in own if it.holds]
    last = sorted(own, key=lambda it: it.since.latest, reverse=True)[:1]
    for item in now or last:
        if item.person is not None:
            yield _plain(Subject("person", item.person.code))


def _roles_of(item: Tenancy) -> frozenset[str]:
    return roles_of(tuple(item.post_names.values())) | ({HEAD} if item.is_head else set())


def _named(organisation: str, beside: Sequence[Found], held: Sequence[Tenancy]) -> Iterator[Found]:
    """Give the people of a name who hold or held an office or a seat there."""
    there = {it.person.code for it in held if it.organisation.code == organisation and it.person}
    for match in beside:
        if match.subject.kind == "person" and match.subject.code in there:
            yield _plain(match.subject)


def _plain(subject: Subject) -> Found:
    """Make a match that is shown under its own name."""
    return Match(_WORDED, 0, subject, subject.code.rpartition("/")[2])


def roles_said(text: str) -> frozenset[str]:
    """Tell for which offices a text stands that is nothing but a word for one."""
    words = _folded(text)
    return frozenset(
        role
        for role, phrases in _roles()
        if role != SEAT and words and any(_is(words, it) for it in phrases)
    )


@cache
def _roles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (role, tuple(" ".join(_tokens(it)) for it in phrases))
        for language in LANGUAGES
        for role, phrases in vocabulary(language).roles.items()
    )


def _tokens(text: str) -> list[str]:
    return [it.folded for it in tokens_of(text) if it.is_word or it.text == ANY_ENDING]


def _folded(text: str) -> str:
    return " ".join(folded(it.text) for it in tokens_of(text) if it.is_word)


def _is(words: str, phrase: str) -> bool:
    if phrase.endswith(ANY_ENDING):
        return words.startswith(phrase.removesuffix(ANY_ENDING).rstrip())
    return words == phrase


def is_told_of_all(text: str) -> bool:
    """Tell whether a text is a word for what the pages of networks tell: members, the seat."""
    return _folded(text) in _told()


@cache
def _told() -> frozenset[str]:
    return frozenset(
        word
        for language in LANGUAGES
        for words in (counted_nouns(language), vocabulary(language).fields)
        for word in (_folded(it.rstrip(ANY_ENDING)) for it in words)
    )
