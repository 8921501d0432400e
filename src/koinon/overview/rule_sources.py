"""The sources that statutes rest on: the rules of which networks were read there."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from koinon.overview.names import Named, named, names_of_organisations
from koinon.overview.statutes import network_names
from koinon.register.models import Organisation
from koinon.register.queries.statutes import statute_codes, statute_of
from koinon.rules.bound import Bound
from koinon.rules.kind import OrganisationKind
from koinon.rules.rule import Text
from koinon.statutes.document import RULE_KINDS, Source, Statute

BESIDE = "beside"
"""What a statute says that is no rule: legal persons, seats of offices, figures, treaties."""

SEARCHED = "searched"
"""Where something was looked for in a source and not found."""

MARK = "_"
"""Parts the network from the code in its statute; codes of the register have none."""


class Resting(NamedTuple):
    """Rules of one kind that rest on a source, and how many versions of them."""

    kind: str
    number: int


class RulesOfNetwork(msgspec.Struct, frozen=True):
    """What of a network's statute rests on a source."""

    network: str
    resting: tuple[Resting, ...]

    @property
    def number(self) -> int:
        """Count what rests on it."""
        return sum(it.number for it in self.resting)


class RuleSource(msgspec.Struct, frozen=True, kw_only=True):
    """A source of statutes, as lists show one of the register."""

    code: str
    title: str
    type: str
    url: str
    dated: Bound
    publisher: str
    rules: tuple[RulesOfNetwork, ...]
    publisher_name: str = ""
    read_on: None = None
    licence: str = ""


def rule_sources() -> dict[str, RuleSource]:
    """Give the sources of all statutes at hand, those with one address once, by what tells them."""
    found: dict[str, RuleSource] = {}
    for network in statute_codes():
        statute = statute_of(network)
        if statute is None:
            continue
        resting = _resting(statute)
        for code, source in statute.sources.items():
            told = tells(source.url, source.title)
            rules = RulesOfNetwork(network, _counted(resting.get(code, ())))
            known = found.get(told) or _listed(network, code, source)
            more = (*known.rules, rules) if rules.resting else known.rules
            found[told] = msgspec.structs.replace(known, rules=more)
    return found


def tells(url: str, title: str) -> str:
    """Tell a source from others: by its address, else by its title."""
    return url or title


def named_organisations(codes: Iterable[str]) -> dict[str, Named]:
    """Name networks and publishers; one of which only a statute is known, as that does."""
    wanted = set(filter(None, codes))
    rows = list(Organisation.objects.filter(code__in=wanted).values_list("pk", "code", "kind"))
    names = names_of_organisations(row[0] for row in rows)
    known = {row[1]: named(*row, names) for row in rows}
    laid = {code: network_names(code) for code in wanted - known.keys()}
    kind = OrganisationKind.NETWORK
    return known | {code: Named(code, kind, it, it) for code, it in laid.items() if it}


def bears(source: RuleSource, words: str, names: dict[str, Text]) -> bool:
    """Tell whether a source bears words in its title or its publisher's names."""
    said = (source.title, *names.get(source.publisher, {}).values())
    return any(words.casefold() in it.casefold() for it in said)


def _listed(network: str, code: str, source: Source) -> RuleSource:
    return RuleSource(
        code=f"{network}{MARK}{code}",
        title=source.title,
        type=source.type,
        url=source.url,
        dated=source.dated,
        publisher=source.publisher,
        rules=(),
    )


def _resting(statute: Statute) -> dict[str, list[str]]:
    """List by source the kind of each thing in a statute that rests on it."""
    found: dict[str, list[str]] = {}
    for kind, item in _things(statute):
        for code in dict.fromkeys((item.source, *getattr(item, "also", ()))):
            found.setdefault(code, []).append(kind)
    for code in (code for gap in statute.gap for code in gap.looked_in):
        found.setdefault(code, []).append(SEARCHED)
    return found


def _things(statute: Statute) -> Iterator[tuple[str, Any]]:
    for kind in RULE_KINDS:
        yield from ((kind, rule) for rule in getattr(statute, kind))
    beside = (statute.legal_person, statute.secretariat, statute.nesting, statute.stated)
    for items in (*beside, statute.treaty, tuple(statute.layers.values())):
        yield from ((BESIDE, item) for item in items)


def _counted(kinds: Iterable[str]) -> tuple[Resting, ...]:
    listed = list(kinds)
    return tuple(Resting(kind, listed.count(kind)) for kind in dict.fromkeys(listed))
