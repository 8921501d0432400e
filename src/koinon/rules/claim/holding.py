"""Claims about who is in which office or sits in which body, and since when."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from koinon.rules.claim.anaphora import refers_back
from koinon.rules.claim.claim import Claim, ClaimKind
from koinon.rules.claim.clause import clause_at, is_told
from koinon.rules.claim.familiar import Familiar, PostKnown
from koinon.rules.claim.lasting import first_told, has_end, last_told, since_told
from koinon.rules.claim.names import Mention, NameKind, names_in
from koinon.rules.claim.passage import Passage, network_of
from koinon.rules.claim.persons import Someone, people_in
from koinon.rules.claim.token import ANY_ENDING, folded, has, length_at, length_before
from koinon.rules.claim.vocabulary import LANGUAGES, SEAT, vocabulary

BEFORE, AFTER = 6, 5
NEAR = 12


class _Role(NamedTuple):
    """A word for an office or a body, with what it may stand for."""

    first: int
    last: int
    posts: tuple[PostKnown, ...]
    is_body: bool


def holders_in(passage: Passage, familiar: Familiar, full_names: frozenset[str]) -> Iterator[Claim]:
    """Find who is said to be in office, or to sit for somebody.

    ``full_names`` are those whom the text calls by given and family name somewhere.
    """
    people = tuple(people_in(passage, full_names))
    if not people:
        return
    roles = tuple(_roles(passage, familiar))
    taken: set[tuple[str, str, str]] = set()
    for someone in people:
        for role in sorted(roles, key=lambda it: _distance(someone, it)):
            post = _post_of(passage, someone, role, familiar)
            if post is None or (someone.code, post.organisation, post.code) in taken:
                continue
            if not role.is_body and any(_is_nearer(passage, it, someone, role) for it in people):
                continue
            taken.add((someone.code, post.organisation, post.code))
            claim = _claim(passage, someone, role, post, is_alone=len(roles) == 1)
            if claim is not None:
                yield claim


def _is_nearer(passage: Passage, other: Someone, someone: Someone, role: _Role) -> bool:
    """Tell whether an office is that of somebody else, who stands right beside it."""
    between = range(other.last, role.first)
    small = (*passage.words.articles, ",", "–", "(")
    is_beside = len(between) < NEAR and has(passage.tokens[other.last : role.first][:1], small)
    is_other = (other.first, other.last) != (someone.first, someone.last)
    is_beyond = someone.first >= role.last and other.last <= role.first
    return is_other and is_beyond and is_beside


def taken_over_in(
    passage: Passage, seat: Claim, familiar: Familiar, full_names: frozenset[str]
) -> Iterator[Claim]:
    """Find who is said to have taken over the seat spoken of: "X took over this function"."""
    words = passage.words
    places = [it for it in range(len(passage.tokens)) if _is_this_seat(passage, it)]
    if not places or passage.networks:
        return
    for someone in people_in(passage, full_names):
        held = {(it.organisation, f"post:{it.code}") for it in familiar.held.get(someone.code, ())}
        if someone.code == seat.value or (seat.subject, seat.aspect) not in held:
            continue
        first, last = min(someone.first, places[0]), max(someone.last, places[0] + 1)
        taken = length_at(passage.tokens, places[0], words.this_seat)
        start, end = passage.cut(first, max(last, places[0] + taken))
        yield Claim(
            kind=ClaimKind.SEAT,
            subject=seat.subject,
            aspect=seat.aspect,
            value=someone.code,
            party=someone.name,
            start=start,
            end=end,
            is_past=has(passage.plain(first), words.former),
        )


def _is_this_seat(passage: Passage, place: int) -> bool:
    is_named = passage.within_name(place) is not None
    return not is_named and length_at(passage.tokens, place, passage.words.this_seat) > 0


def _distance(someone: Someone, role: _Role) -> int:
    if role.first >= someone.last:
        return role.first - someone.last
    return someone.first - role.last


def _roles(passage: Passage, familiar: Familiar) -> Iterator[_Role]:
    """Find the words for offices and bodies, each with the posts they may stand for."""
    for mention in passage.mentions:
        bodies = {(it.owner, it.code) for it in mention.of(NameKind.BODY)}
        posts = tuple(it for it in familiar.posts if (it.organisation, it.body) in bodies)
        if posts:
            yield _Role(mention.first, mention.last, posts, is_body=True)
    for place in range(len(passage.tokens)):
        if passage.within_name(place) is not None:
            continue
        for name, phrases in passage.words.body_classes.items():
            length = length_at(passage.tokens, place, phrases)
            if not length:
                continue
            posts = tuple(it for it in familiar.posts if name in it.body_classes)
            if posts:
                yield _Role(place, place + length, posts, is_body=True)
        yield from _offices(passage, place, familiar)


def _offices(passage: Passage, place: int, familiar: Familiar) -> Iterator[_Role]:
    if not length_at(passage.tokens, place, _all_roles(passage.words.language)):
        return
    lengths = {
        role: length_at(passage.tokens, place, phrases)
        for role, phrases in passage.words.roles.items()
    }
    longest = max(lengths.values(), default=0)
    if not longest or _is_inside(passage, place, longest):
        return
    roles = {role for role, length in lengths.items() if length == longest}
    posts = tuple(it for it in familiar.posts if roles & it.roles)
    if posts:
        yield _Role(place, place + longest, posts, is_body=False)


@cache
def _all_roles(language: str) -> tuple[str, ...]:
    return tuple(it for phrases in vocabulary(language).roles.values() for it in phrases)


def _is_inside(passage: Passage, place: int, length: int) -> bool:
    """Tell whether an office is only the end of a longer one: "vice president"."""
    return any(
        length_before(passage.tokens, place + length, phrases) > length
        for phrases in passage.words.roles.values()
    )


def _post_of(
    passage: Passage, someone: Someone, role: _Role, familiar: Familiar
) -> PostKnown | None:
    held = familiar.held.get(someone.code, ())
    own = [it for it in role.posts if it in held]
    around = _organisations(passage, role)
    placed = [it for it in own if it.organisation in around]
    if placed:
        return placed[0]
    if own and not _names_other(passage, own, role):
        is_own = own[0].is_head or own[0].organisation == passage.topic
        return own[0] if is_own or _is_adjacent(passage, someone, role) else None
    if role.is_body:
        return None
    near = [it for it in role.posts if it.organisation in around and it.held_by_one]
    return near[0] if near and _is_adjacent(passage, someone, role) else None


def _organisations(passage: Passage, role: _Role) -> tuple[str, ...]:
    """List the cities and networks named in a sentence, the nearest to an office first."""
    found = sorted((abs(first - role.last), code) for first, code in passage.organisations)
    named = tuple(code for _, code in found)
    if passage.networks:
        return named
    return (*named, passage.topic) if passage.topic and refers_back(passage) else named


def _names_other(passage: Passage, own: Sequence[PostKnown], role: _Role) -> bool:
    """Tell whether a sentence names another place or network beside the office."""
    kinds = (NameKind.CITY,) if own[0].is_head else (NameKind.NETWORK,)
    return any(it.of(*kinds) and 0 <= it.first - role.last <= 3 for it in passage.mentions)


def _is_adjacent(passage: Passage, someone: Someone, role: _Role) -> bool:
    """Tell whether somebody is called an office-holder in so many words.

    "Oberbürgermeister Anna Muster", "Anna Muster ist Oberbürgermeisterin", "Oberbürgermeisterin
    der Stadt ist Anna Muster".
    """
    tokens, words = passage.tokens, passage.words
    if role.last <= someone.first:
        between = range(role.last, someone.first)
        plain = [it for it in between if passage.within_name(it) is None]
        texts = [tokens[it].folded for it in plain]
        if all(it in _folded(words.salutations) or it in ".:" for it in texts):
            return len(plain) == len(between)
        return has([tokens[it] for it in plain], words.is_) and len(plain) <= NEAR
    between = range(someone.last, role.first)
    if len(between) > NEAR // 2:
        return False
    beside = [tokens[it] for it in between]
    ahead = tokens[max(0, someone.first - BEFORE) : someone.first]
    if len(beside) <= 1 and has(ahead, words.is_):
        return True
    return has(beside, words.is_) or bool(beside and beside[0].text == ",")


def _folded(words: Sequence[str]) -> frozenset[str]:
    return frozenset(map(folded, words))


def _claim(
    passage: Passage, someone: Someone, role: _Role, post: PostKnown, *, is_alone: bool
) -> Claim | None:
    since, until = since_told(passage), last_told(passage)
    if since is not None and _is_of_other(passage, someone, since[1]):
        since = None
    around = passage.tokens[max(0, someone.first - BEFORE) : someone.last + AFTER]
    clauses = _clauses(passage, someone, role)
    over = (*passage.words.former, *passage.words.then)
    is_past = has(around, over) or has_end(passage, clauses) or _is_over(passage, someone, role)
    is_dated = role.is_body or is_alone
    is_title = not role.is_body and _is_only_title(passage, someone, role)
    if is_title and not is_past and _is_told(passage, someone):
        return None
    if not role.is_body and _has_done_as(passage, someone, role):
        return None
    first, last = min(someone.first, role.first), max(someone.last, role.last)
    if since is not None and is_dated:
        first, last = min(first, since[1]), max(last, since[2])
    start, end = passage.cut(first, last)
    return Claim(
        kind=ClaimKind.SEAT if role.is_body else ClaimKind.OFFICE,
        subject=post.organisation,
        aspect=f"post:{post.code}",
        value=someone.code,
        party=someone.name,
        start=start,
        end=end,
        since=(since[0].day if since else first_told(passage)) if is_dated else None,
        day_exists=not is_dated or since is None or since[0].exists,
        until=until if is_dated else None,
        said=passage.moments[0].day if is_past and len(passage.moments) == 1 else None,
        is_past=is_past,
        is_choice=passage.says(passage.words.chosen),
        told=_name(passage, someone) if _may_be_replaced(passage, someone, role, post) else None,
        office=passage.cut(role.first, role.last),
    )


def _is_of_other(passage: Passage, someone: Someone, place: int) -> bool:
    """Tell whether a clause names somebody else: "after X had held the post since 2016"."""
    first, last = clause_at(passage, place, place + 1)
    people = (it for it in passage.mentions if it.of(NameKind.PERSON, NameKind.FAMILY))
    others = (it for it in people if not someone.first <= it.first < someone.last)
    is_own = first <= someone.first < last
    return not is_own and any(first <= it.first < last for it in others)


def _is_over(passage: Passage, someone: Someone, role: _Role) -> bool:
    """Tell whether a verb of the past stands beside a name or its office, without "since"."""
    words = passage.words
    own = clause_at(passage, someone.first, someone.last)
    for first, last in dict.fromkeys((own, clause_at(passage, role.first, role.last))):
        clause = passage.plain(first, last)
        # In the clause of the name itself such a word may tell of somebody else.
        is_former = (first, last) != own and has(clause, words.former)
        is_over = is_former or is_told(passage, first, last)
        if is_over and not has(clause, words.since[:1]):
            return True
    return False


def _clauses(passage: Passage, someone: Someone, role: _Role) -> tuple[tuple[int, int], ...]:
    """Give the clauses of a name and of its office; of a seat, the whole sentence."""
    if role.is_body:
        return ((0, len(passage.tokens)),)
    return tuple(clause_at(passage, it.first, it.last) for it in (someone, role))


def _may_be_replaced(passage: Passage, someone: Someone, role: _Role, post: PostKnown) -> bool:
    """Tell whether another name would make a sentence right.

    It must tell of no day, of nothing that is over, of nobody else and of no body, since who
    follows in an office need not follow in the rest, and hold no word for a man or a woman alone.
    """
    words, tokens = passage.words, passage.tokens
    if not post.held_by_one or role.is_body or passage.moments:
        return False
    bodies = tuple(it for phrases in words.body_classes.values() for it in phrases)
    people = [it for it in passage.mentions if it.of(NameKind.PERSON, NameKind.FAMILY)]
    if len(people) > 1 or any(it.of(NameKind.BODY) for it in passage.mentions):
        return False
    ahead = (*words.salutations, *words.gendered_ahead)
    if any(length_before(tokens, at, ahead) for at in (role.first, someone.first)):
        return False
    plain = passage.plain()
    return not has(plain, (*words.over_now, *words.former, *bodies, *words.gendered))


def _name(passage: Passage, someone: Someone) -> tuple[int, int]:
    """Give the place of a name with the titles before it."""
    first, titles = someone.first, _folded(passage.words.salutations)
    while first and (
        passage.tokens[first - 1].folded in titles
        or (passage.tokens[first - 1].text == "." and passage.tokens[first - 2].folded in titles)
    ):
        first -= 1
    return passage.cut(first, someone.last)


def neutral(office: str, language: str) -> str:
    """Write a word for an office so that it fits anybody: "Präsident/in"; others stay as they are.

    A word has two forms where both, with the ending of the language and without, are known.
    """
    words = vocabulary(language)
    if not words.feminine:
        return office
    ending, either = words.feminine
    base = office.removesuffix(ending)
    forms = (folded(base), folded(base + ending))
    known = [tuple(map(folded, phrases)) for phrases in words.roles.values()]
    both = any(all(_is_form(it, forms_known) for it in forms) for forms_known in known)
    return base + either if both else office


def _is_form(word: str, phrases: Sequence[str]) -> bool:
    return word in phrases or any(
        it.endswith(ANY_ENDING) and word.startswith(it.removesuffix(ANY_ENDING)) for it in phrases
    )


def _is_only_title(passage: Passage, someone: Someone, role: _Role) -> bool:
    """Tell whether the office stands only beside the name: "the mayor of Cologne, Ms Muster"."""
    is_before = role.first <= someone.first
    between = range(role.last, someone.first) if is_before else range(someone.last, role.first)
    if not is_before and passage.tokens[someone.last].text != ",":
        return False
    small = _folded((*passage.words.salutations, *passage.words.beside_a_name))
    return all(
        passage.within_name(at) is not None or passage.tokens[at].folded in small for at in between
    )


def _has_done_as(passage: Passage, someone: Someone, role: _Role) -> bool:
    """Tell whether a sentence says what somebody has done in an office: "has, as mayor, …"."""
    words = passage.words
    between = passage.tokens[someone.last : role.first]
    return length_before(passage.tokens, role.first, words.in_role) > 0 and has(between, words.has_)


def _is_told(passage: Passage, someone: Someone) -> bool:
    """Tell whether a sentence tells of an earlier day: then a title of that day is right."""
    last = clause_at(passage, someone.first, someone.last)[1]
    closing = [at for at in range(last, len(passage.tokens)) if passage.tokens[at].text == ")"]
    if closing and last < len(passage.tokens) and passage.tokens[last].text == "(":
        last = clause_at(passage, closing[0] + 1, closing[0] + 1)[1]
    is_dated = any(it.first < last for it in passage.moments) and since_told(passage) is None
    return is_dated or is_told(passage)


def classes_of(names: Sequence[str]) -> frozenset[str]:
    """Tell which kinds of body names stand for, in any language."""
    folded_names = {names_in(it) for it in names}
    return frozenset(
        group
        for language in LANGUAGES
        for group, phrases in vocabulary(language).body_classes.items()
        if any(names_in(it) in folded_names for it in phrases)
    )


def roles_of(names: Sequence[str]) -> frozenset[str]:
    """Tell which roles the names of a post stand for, in any language."""
    words = [names_in(it) for it in names]
    found = set()
    for language in LANGUAGES:
        for role, phrases in vocabulary(language).roles.items():
            if role == SEAT:
                continue
            plain = [names_in(it) for it in phrases]
            if any(name == it or name.startswith(f"{it} ") for name in words for it in plain):
                found.add(role)
    return frozenset(found)


def mentioned_networks(mentions: Sequence[Mention]) -> frozenset[str]:
    """List the networks that are named."""
    return frozenset(network_of(it) for it in mentions if it.of(NameKind.NETWORK))
