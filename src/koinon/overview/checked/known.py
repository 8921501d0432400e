"""All that claims are held against, gathered once for a text."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from koinon.overview.checked.facts import figures, foundations
from koinon.overview.checked.names import lexicon
from koinon.overview.directory import page_kind
from koinon.overview.names import names_of_organisations
from koinon.overview.statutes import network_names
from koinon.register.models import Organisation
from koinon.register.queries.statutes import statute_codes, statute_of
from koinon.rules.claim.claim import Claim, Fact
from koinon.rules.claim.familiar import Familiar
from koinon.rules.rule import Text


class Known:
    """Facts by what they are about, and the names that claims are recognised by."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.lexicon = lexicon()
        self._facts: dict[tuple[str, str], list[Fact]] = {}
        for fact in facts:
            self._facts.setdefault((fact.subject, fact.aspect), []).append(fact)
        rows = list(Organisation.objects.values_list("pk", "code", "kind"))
        found = names_of_organisations(row[0] for row in rows)
        self._kinds = {code: kind for _, code, kind in rows}
        self._names = {code: found[pk][1] or found[pk][0] for pk, code, _ in rows if pk in found}
        self.of_claims = Familiar(measures=self._measures(), sections=frozenset(_sections()))

    def facts_for(self, claim: Claim) -> tuple[Fact, ...]:
        """Give the facts about what a claim is about."""
        return tuple(self._facts.get((claim.subject, claim.aspect), ()))

    def names(self, code: str) -> Text:
        """Name an organisation, for short where it has a short name."""
        return self._names.get(code) or network_names(code) or {"mul": code}

    def kind(self, code: str) -> str:
        """Tell which page shows an organisation."""
        return page_kind(self._kinds.get(code, "network"))

    def _measures(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for (subject, aspect), facts in self._facts.items():
            if isinstance(facts[0].value, int) and ":" not in aspect:
                found.setdefault(subject, set()).add(aspect)
        return {subject: frozenset(aspects) for subject, aspects in found.items()}


def known_on(day: date) -> Known:
    """Gather what is known on a day; a fixed number of queries."""
    return Known(chain(figures(day), foundations()))


def _sections() -> Iterator[str]:
    """List the networks that are one country's part of another: all their members are there."""
    for code in statute_codes():
        statute = statute_of(code)
        if statute and any(it.way == "national-section" for it in statute.nesting):
            yield code
