"""The sources on record, and what each of them backs."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from django.db.models import Count, Model, Q, QuerySet

from koinon.gazetteer.slug import slug
from koinon.overview.directory import PAGE_SIZE, Page, paged
from koinon.overview.names import Named, named, names_of_organisations, names_of_places
from koinon.overview.rule_sources import (
    MARK,
    Resting,
    RuleSource,
    bears,
    named_organisations,
    rule_sources,
    tells,
)
from koinon.register.models import (
    BodyTerm,
    BondKind,
    Event,
    Figure,
    LegalPerson,
    Organisation,
    Population,
    Source,
    SourceType,
    Statement,
    TypedRule,
)
from koinon.register.queries.figures import FigureOn, figure_of
from koinon.rules.bound import Bound
from koinon.rules.rule import Text

MOST_SHOWN = 100

TYPES = tuple(SourceType.values)


class Backed(NamedTuple):
    """How much a source backs, kind by kind: nothing of it is added up."""

    ties: int = 0
    posts: int = 0
    figures: int = 0
    populations: int = 0
    others: int = 0
    rules: int = 0


class ListedSource(NamedTuple):
    """A source in a list, with the names of whose own it is and what it backs."""

    source: Source | RuleSource
    publisher: Text
    backed: Backed


class TieBacked(msgspec.Struct, frozen=True, kw_only=True):
    """What a source says of a tie or a post; ``holds`` is False where it says "not so"."""

    kind: str
    party: Named
    network: Named
    person: str
    person_code: str
    post: Text
    since: Bound
    holds: bool


class PopulationBacked(msgspec.Struct, frozen=True):
    """How many people lived in a place, as a source says."""

    names: Text
    value: int
    on: Bound


class SourcePage(msgspec.Struct, frozen=True, kw_only=True):
    """A source and what it backs; of each kind at most a hundred are listed.

    ``rules`` are those of statutes, network by network.
    """

    source: Source | RuleSource
    publisher: Named | None
    backed: Backed
    ties: tuple[TieBacked, ...]
    posts: tuple[TieBacked, ...]
    figures: tuple[tuple[Named, FigureOn], ...]
    populations: tuple[PopulationBacked, ...]
    rules: tuple[tuple[Named, tuple[Resting, ...]], ...] = ()


def sources(
    after: str = "", *, at: str = "", words: str = "", type_: str = ""
) -> Page[ListedSource]:
    """List a page of the sources, after a code or from one on; some where asked so.

    First come those of the register, then those that only statutes rest on.
    """
    laid = rule_sources()
    listed = () if MARK in (at or after) else _of_register(after, at, words, type_, laid)
    if len(listed) <= PAGE_SIZE:
        listed = (*listed, *_of_statutes(after, at, words, type_, laid))[: PAGE_SIZE + 1]
    return paged(listed, lambda item: item.source.code)


def _of_register(
    after: str, at: str, words: str, type_: str, laid: dict[str, RuleSource]
) -> tuple[ListedSource, ...]:
    place = Q(code__gte=at) if at else Q(code__gt=after)
    found = Source.objects.select_related("publisher").filter(place)
    if words:
        found = found.filter(_named_so(words)).distinct()
    if type_ in TYPES:
        found = found.filter(type=type_)
    rows = tuple(found.order_by("code")[: PAGE_SIZE + 1])
    publishers = {row.publisher.pk: row.publisher for row in rows if row.publisher}
    names = names_of_organisations(publishers)
    by_pk = {pk: named(pk, row.code, row.kind, names).names for pk, row in publishers.items()}
    backed = _backed([row.pk for row in rows])
    return tuple(
        ListedSource(
            row,
            by_pk.get(row.publisher_id or 0, {}),
            _with_rules(backed.get(row.pk, Backed()), laid.get(tells(row.url, row.title))),
        )
        for row in rows
    )


def _of_statutes(
    after: str, at: str, words: str, type_: str, laid: dict[str, RuleSource]
) -> tuple[ListedSource, ...]:
    """List what only statutes rest on, by the network in whose statute it stands first."""
    same = Source.objects.filter(Q(url__in=laid) | Q(title__in=laid))
    own = {tells(*row) for row in same.values_list("url", "title")}
    found = [it for told, it in laid.items() if told not in own]
    names = {
        code: it.names for code, it in named_organisations(it.publisher for it in found).items()
    }
    return tuple(
        ListedSource(it, names.get(it.publisher, {}), _with_rules(Backed(), it))
        for it in sorted(found, key=lambda it: it.code)
        if (it.code >= at if at else it.code > after or MARK not in after)
        and bears(it, words, names)
        and type_ in ("", it.type, *({type_} - set(TYPES)))
    )


def _with_rules(backed: Backed, source: RuleSource | None) -> Backed:
    return backed._replace(rules=sum(it.number for it in source.rules)) if source else backed


def _named_so(words: str) -> Q:
    """Ask for what bears words in its title or its publisher's names, accents or none."""
    wanted = (
        Q(title__icontains=words)
        | Q(publisher_name__icontains=words)
        | Q(publisher__names__name__icontains=words)
    )
    code = slug(words)
    return wanted | Q(publisher__code__contains=code) if code else wanted


def source_page(code: str) -> SourcePage | None:
    """Gather what a source backs, None where none has this code."""
    row = Source.objects.select_related("publisher").filter(code=code).first()
    laid = rule_sources()
    if row is None:
        return _page_of_statutes(next((it for it in laid.values() if it.code == code), None))
    rests = laid.get(tells(row.url, row.title))
    said = Statement.objects.filter(source=row, withdrawn_by=None).select_related(
        "bond__party", "bond__counterpart", "bond__tenure__post", "bond__tenure__person"
    )
    is_post = Q(bond__kind=BondKind.TENURE)
    ties = list(said.filter(~is_post).order_by("bond__code", "number")[:MOST_SHOWN])
    posts = list(said.filter(is_post).order_by("bond__code", "number")[:MOST_SHOWN])
    figures = _kept(Figure, row).select_related("organisation", "source")
    counted = list(figures.order_by("organisation__code", "measure", "pk")[:MOST_SHOWN])
    names = names_of_organisations(_organisations(row, [*ties, *posts], counted))
    return SourcePage(
        source=row,
        publisher=_named(row.publisher, names) if row.publisher else None,
        backed=_with_rules(_backed([row.pk]).get(row.pk, Backed()), rests),
        ties=tuple(_tie(item, names) for item in ties),
        posts=tuple(_tie(item, names) for item in posts),
        figures=tuple(
            (_named(item.organisation, names), figure_of(item, item.dated_latest))
            for item in counted
        ),
        populations=_populations(row),
        rules=_rules(rests),
    )


def _page_of_statutes(source: RuleSource | None) -> SourcePage | None:
    """Gather what rests on a source that only statutes know."""
    if source is None:
        return None
    return SourcePage(
        source=source,
        publisher=named_organisations([source.publisher]).get(source.publisher),
        backed=_with_rules(Backed(), source),
        ties=(),
        posts=(),
        figures=(),
        populations=(),
        rules=_rules(source),
    )


def _rules(source: RuleSource | None) -> tuple[tuple[Named, tuple[Resting, ...]], ...]:
    """Name the networks of which rules rest on a source."""
    found = source.rules if source else ()
    names = named_organisations(it.network for it in found)
    return tuple((names[it.network], it.resting) for it in found if it.network in names)


def _kept(model: type[Any], source: Source) -> QuerySet[Any]:
    rows: QuerySet[Any] = model._default_manager.filter(source=source, withdrawn_by=None)
    return rows


def _organisations(source: Source, said: Iterable[Any], figures: Iterable[Any]) -> set[int]:
    keys = {key for item in said for key in (item.bond.party_id, item.bond.counterpart_id)}
    own = {source.publisher_id} if source.publisher_id else set()
    return keys | own | {item.organisation_id for item in figures}


def _named(row: Any, names: dict[int, tuple[Text, Text]]) -> Named:
    return named(row.pk, row.code, row.kind, names)


def _tie(item: Statement, names: dict[int, tuple[Text, Text]]) -> TieBacked:
    bond = item.bond
    tenure = bond.tenure if bond.kind == BondKind.TENURE else None
    person = tenure.person if tenure else None
    return TieBacked(
        kind=bond.kind,
        party=_named(bond.party, names),
        network=_named(bond.counterpart, names),
        person=person.full_name if person else "",
        person_code=person.code if person else "",
        post=tenure.post.names if tenure else {},
        since=item.valid_from,
        holds=item.grade is not None,
    )


def _populations(source: Source) -> tuple[PopulationBacked, ...]:
    rows = list(_kept(Population, source).order_by("place__code", "on_latest")[:MOST_SHOWN])
    names = names_of_places(row.place_id for row in rows)
    return tuple(PopulationBacked(names.get(row.place_id, {}), row.value, row.on) for row in rows)


def _backed(keys: list[int]) -> dict[int, Backed]:
    """Count what sources back; eight queries."""
    is_post = Q(bond__kind=BondKind.TENURE)
    said = Statement.objects.filter(source__in=keys, withdrawn_by=None)
    found: dict[int, dict[str, int]] = {}
    for key, posts, all_said in said.values_list("source").annotate(
        posts=Count("pk", is_post), said=Count("pk")
    ):
        found[key] = {"posts": posts, "ties": all_said - posts}
    for model, kind in _COUNTED:
        rows = model._default_manager.filter(source__in=keys)
        if model not in (LegalPerson, Organisation):
            rows = rows.filter(withdrawn_by=None)
        for key, number in rows.values_list("source").annotate(number=Count("pk")):
            numbers = found.setdefault(key, {})
            numbers[kind] = numbers.get(kind, 0) + number
    return {key: Backed(**numbers) for key, numbers in found.items()}


_COUNTED: tuple[tuple[type[Model], str], ...] = (
    (Figure, "figures"),
    (Population, "populations"),
    (BodyTerm, "others"),
    (Event, "others"),
    (LegalPerson, "others"),
    (Organisation, "others"),
    (TypedRule, "others"),
)
