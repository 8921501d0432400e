"""Everything a network's page says on a day."""

from collections.abc import Sequence
from datetime import date

import msgspec

from koinon.history.belief import known
from koinon.overview.body_lines import RuleLines, representation_for
from koinon.overview.body_stated import Figure, stated_of_network
from koinon.overview.charter_texts import CharterText, charter_texts, other_duties
from koinon.overview.delegations import conditions
from koinon.overview.fee_examples import FeeExample, fee_examples, fee_of
from koinon.overview.figure_lines import FigureTable, figure_table
from koinon.overview.member_numbers import MemberNumbers, member_numbers
from koinon.overview.member_page import network_named
from koinon.overview.member_totals import MemberTotals, member_totals
from koinon.overview.members import Members, members_of
from koinon.overview.names import Named
from koinon.overview.nesting import Nested, nested_in
from koinon.overview.rules import RuleShown, in_force, of_form
from koinon.overview.secretariat import Secretariats, secretariats_of
from koinon.register.models import Body, TypedRule
from koinon.register.queries.figures import figures_over_time
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import Bound
from koinon.rules.fee.answer import FeeAnswer
from koinon.rules.fee.forms import Bands, FeeForm, Rate, TwoFactor
from koinon.rules.period import Period
from koinon.rules.rule import Text
from koinon.statutes.document import Gap, LegalPerson, Statute

FIRST_MEMBERS = 12
"""How many members the page of a network shows, before it leads to the list of all."""


class BodyShown(msgspec.Struct, frozen=True):
    """A body in the list of bodies."""

    code: str
    names: Text
    words: Text


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """What the statute lays down on the day, kind by kind."""

    about: Text
    legal_person: tuple[LegalPerson, ...]
    eligibility: tuple[RuleShown, ...]
    accession: tuple[RuleShown, ...]
    leaving: tuple[RuleShown, ...]
    fees: tuple[RuleShown, ...]
    fee_examples: tuple[FeeExample, ...]
    representation: tuple[RuleLines, ...]
    charters: tuple[CharterText, ...]
    duties: tuple[RuleShown, ...]
    rounds: tuple[RuleShown, ...]
    funds: dict[str, Text]
    places: dict[str, Text]
    stated: tuple[Figure, ...]
    gaps: tuple[Gap, ...]

    @property
    def has_charters(self) -> bool:
        """Whether there is a text, a duty or a call to show."""
        return bool(self.charters or self.duties or self.rounds)

    @property
    def has_fee_by_size(self) -> bool:
        """Whether a fee depends on the number of inhabitants, in a way that gives an amount."""
        return any(_is_by_size(item.rule) for item in self.fees)


class NetworkPage(msgspec.Struct, frozen=True, kw_only=True):
    """A network on a day; ``laid`` is None where nobody knows any of its rules."""

    organisation: Named
    founded: Bound | None
    on: date
    history: FigureTable
    laid: Laid | None
    nesting: tuple[Nested, ...]
    typed: tuple[TypedRule, ...]
    bodies: tuple[BodyShown, ...]
    members: Members
    numbers: MemberNumbers
    totals: MemberTotals
    strands: dict[str, Text]
    secretariats: Secretariats

    @property
    def says_much_of_cost(self) -> bool:
        """Whether more stands beside the steps of joining than that no fee is known."""
        laid = self.laid
        return bool(self.typed or (laid and (laid.fees or laid.representation)))


def network_on(
    network: str,
    day: date,
    *,
    language: str,
    today: date,
) -> NetworkPage | None:
    """Gather what a network's page says, None where neither register nor statute knows it."""
    found = network_named(network)
    if found is None:
        return None
    identity, statute = found.key, statute_of(network)
    totals = member_totals(network, identity, day)
    numbers = member_numbers(identity, network, day, language)
    history = figure_table(figures_over_time(identity), totals.series, today)
    return NetworkPage(
        organisation=found.shown,
        founded=found.founded,
        on=day,
        history=history,
        laid=_laid(statute, day, history) if statute else None,
        nesting=nested_in(network, statute, day),
        typed=_typed(identity, day),
        bodies=_bodies(identity, statute),
        members=members_of(identity, day, numbers.languages, most=FIRST_MEMBERS),
        numbers=numbers,
        totals=totals,
        strands=found.strands,
        secretariats=secretariats_of(identity, statute, day),
    )


def fee_for(network: str, population: int, day: date) -> FeeAnswer | None:
    """Tell what a member of so many inhabitants pays, None where no statute is known."""
    statute = statute_of(network)
    if statute is None or not statute.fee:
        return None
    return fee_of(statute, population, day)


def _laid(statute: Statute, day: date, history: FigureTable) -> Laid:
    procedures = in_force(statute, "procedure", day)
    steps = of_form(procedures, "steps")
    return Laid(
        about=statute.about,
        legal_person=tuple(it for it in statute.legal_person if _may_hold(it, day)),
        eligibility=in_force(statute, "eligibility", day),
        accession=tuple(it for it in steps if it.rule.of in ("accession", "funding")),
        leaving=of_form(procedures, "exit", "suspension"),
        fees=in_force(statute, "fee", day),
        fee_examples=fee_examples(statute, day),
        representation=representation_for(statute, day),
        charters=charter_texts(statute, day),
        duties=other_duties(statute, day),
        rounds=of_form(in_force(statute, "window", day), "round"),
        funds={code: fund.names for code, fund in statute.funds.items()},
        stated=_beside(history, stated_of_network(statute, day)),
        places={code: group.names for code, group in statute.groups.items()},
        gaps=statute.gap,
    )


def _is_by_size(rule: FeeForm) -> bool:
    if isinstance(rule, Bands | Rate) or (isinstance(rule, TwoFactor) and rule.cells):
        return True
    return any(
        it.population_from is not None or it.population_up_to is not None
        for it in conditions(rule.who)
    )


def _beside(history: FigureTable, stated: Sequence[Figure]) -> tuple[Figure, ...]:
    """Keep the stated figures that the register does not have over time already."""
    shown = {line.figure.value for measure in history.measures for line in measure.lines}
    return tuple(figure for figure in stated if figure.value not in shown)


def _may_hold(item: LegalPerson, day: date) -> bool:
    end = {"end": item.valid_until} if item.valid_until else {}
    return Period(item.valid_from, **end).holds_on(day) is not False


def _typed(network: int, day: date) -> tuple[TypedRule, ...]:
    rules = known(TypedRule.objects.filter(network=network)).select_related("entry", "source")
    return tuple(
        item
        for item in rules.order_by("kind", "number")
        if Period(item.valid_from, item.valid_until).holds_on(day) is not False
    )


def _bodies(network: int, statute: Statute | None) -> tuple[BodyShown, ...]:
    laid = statute.bodies.items() if statute else ()
    own = Body.objects.filter(organisation=network).order_by("code").values_list("code", "names")
    found = [BodyShown(code, item.names, item.words) for code, item in laid if not item.office]
    return (*found, *(BodyShown(code, names, {}) for code, names in own))
