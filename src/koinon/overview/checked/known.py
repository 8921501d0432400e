"""All that claims are held against, gathered once for a text."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain

from koinon.overview.checked.facts import (
    beginnings,
    figures,
    foundations,
    holders,
    hosts,
    tenancies_of,
)
from koinon.overview.checked.rules import laid_down
from koinon.overview.directory import page_kind
from koinon.overview.names import in_short, names_of_organisations
from koinon.overview.statutes import network_names
from koinon.overview.tenures import Tenancy
from koinon.register.models import Organisation
from koinon.register.queries.statutes import statute_of
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.familiar import Familiar, PostKnown
from koinon.rules.claim.holding import classes_of, roles_of
from koinon.rules.claim.hosting import LOCATED
from koinon.rules.rule import Text
from koinon.statutes.document import Statute

POST = "post:"


class Known:
    """Facts by what they are about, and how organisations and posts are called."""

    def __init__(
        self,
        facts: Iterable[Fact],
        found: Collection[Tenancy],
        statutes: Collection[Statute],
        codes: Collection[str],
    ) -> None:
        self._facts: dict[tuple[str, str], list[Fact]] = {}
        self.learn(facts)
        rows = list(Organisation.objects.filter(code__in=codes).values_list("pk", "code", "kind"))
        names = names_of_organisations(row[0] for row in rows)
        self._kinds = {code: kind for _, code, kind in rows}
        self._names = {code: in_short(*names[pk]) for pk, code, _ in rows if pk in names}
        self.posts = {(it.organisation.code, it.post): it.post_names for it in found}
        self.seats = {(it.organisation.code, it.post): it.body_names for it in found}
        self.heads = {(it.organisation.code, it.post) for it in found if it.is_head}
        self.bodies = {
            (statute.code, code): body.names
            for statute in statutes
            for code, body in statute.bodies.items()
        }
        self.funds = {
            (statute.code, code): fund.given
            for statute in statutes
            for code, fund in statute.funds.items()
        }
        self.familiar = self._familiar(found, statutes)

    def _familiar(self, found: Collection[Tenancy], statutes: Collection[Statute]) -> Familiar:
        posts = {(it.organisation.code, it.post): _post(it) for it in found}
        held: dict[str, dict[PostKnown, None]] = {}
        for item in found:
            if item.person is not None:
                post = posts[item.organisation.code, item.post]
                held.setdefault(item.person.code, {})[post] = None
        return Familiar(
            measures=self._measures(),
            sections=frozenset(_sections(statutes)),
            posts=tuple(posts.values()),
            held={code: tuple(items) for code, items in held.items()},
            goals=self._with(ClaimKind.TARGET),
            hosts=self._with(ClaimKind.HOST),
            seats=self._with(LOCATED),
            programmes=self._with(ClaimKind.FUNDING),
        )

    def learn(self, facts: Iterable[Fact]) -> None:
        """Add what was found out for the claims of a text."""
        for fact in facts:
            self._facts.setdefault((fact.subject, fact.aspect), []).append(fact)

    def facts_for(self, claim: Claim) -> tuple[Fact, ...]:
        """Give the facts about what a claim is about."""
        return tuple(self._facts.get((claim.subject, claim.aspect), ()))

    def beside(self, claim: Claim) -> tuple[Fact, ...]:
        """Give the texts of the network that a claim is about, or when a city of a goal signed."""
        if claim.kind is ClaimKind.TARGET:
            return tuple(self._facts.get((claim.subject, f"{ClaimKind.JOINED}:{claim.party}"), ()))
        if claim.kind is not ClaimKind.TEXT:
            return ()
        return tuple(
            fact
            for (subject, aspect), facts in self._facts.items()
            if subject == claim.subject and aspect.startswith("text:")
            for fact in facts
        )

    def names(self, code: str) -> Text:
        """Name an organisation, for short where it has a short name."""
        return self._names.get(code) or network_names(code) or {"mul": code}

    def kind(self, code: str) -> str:
        """Tell which page shows an organisation."""
        return page_kind(self._kinds.get(code, "network"))

    def _with(self, kind: str) -> frozenset[str]:
        return frozenset(subject for subject, aspect in self._facts if aspect == kind)

    def _measures(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for (subject, aspect), facts in self._facts.items():
            if isinstance(facts[0].value, int) and ":" not in aspect:
                found.setdefault(subject, set()).add(aspect)
        return {subject: frozenset(aspects) for subject, aspects in found.items()}


def known_on(day: date, codes: Collection[str], cities: Mapping[str, str]) -> Known:
    """Gather what is known on a day of what a text names; a fixed number of queries.

    ``cities`` gives the codes of all cities by their folded names.
    """
    found = tenancies_of(codes, day)
    statutes = [it for it in map(statute_of, sorted(codes)) if it is not None]
    facts = chain(
        figures(codes, day),
        foundations(codes),
        holders(found, day),
        beginnings(codes, day),
        hosts(codes, day),
        chain.from_iterable(laid_down(statute, day, cities) for statute in statutes),
    )
    around = {*codes, *(it.organisation.code for it in found)}
    return Known(facts, found, statutes, around)


def _post(item: Tenancy) -> PostKnown:
    names = tuple(item.post_names.values())
    return PostKnown(
        organisation=item.organisation.code,
        code=item.post,
        body=item.body,
        is_head=item.is_head,
        held_by_one=item.is_head or item.role == "holder",
        roles=roles_of(names) | ({"head"} if item.is_head else set()),
        body_classes=classes_of(tuple(item.body_names.values())),
    )


def _sections(statutes: Iterable[Statute]) -> Iterator[str]:
    """List the networks that are one country's part of another: all their members are there."""
    for statute in statutes:
        if any(it.way == "national-section" for it in statute.nesting):
            yield statute.code
