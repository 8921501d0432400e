"""Who is in which post on a day, by which right, and until when."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.db.models import QuerySet

from koinon.history.belief import known
from koinon.register.models import BodyTerm, Tenure
from koinon.register.prepared import prepared
from koinon.register.queries.bonds import AGING_AFTER, spells_known
from koinon.register.queries.parties import parties_on
from koinon.register.queries.sources import refs_in
from koinon.register.queries.statutes import statute_of
from koinon.register.reckoning import roughness
from koinon.register.tenure_rows import TenureColumns, TenureRow, in_columns
from koinon.rules.answer import Answer, Reason
from koinon.rules.bound import OPEN_BOUND, Bound
from koinon.rules.condition import Group, Party
from koinon.rules.days import is_reached
from koinon.rules.period import Truth
from koinon.rules.rule import AppliedRule
from koinon.rules.spell.conclusion import conclusion
from koinon.rules.spell.spell import Spell
from koinon.rules.spell.state import State, state
from koinon.rules.term.answer import TermAnswer, TermState
from koinon.rules.term.end import term_on
from koinon.rules.term.forms import TermForm
from koinon.rules.term.limits import Term
from koinon.rules.trace import SourceRef, Trace, given
from koinon.statutes.applied import applied

DEEPEST = 20
"""How many tenures may rest on each other."""


class TenureOn(NamedTuple):
    """A tenure on a day.

    ``spell`` is what is said of the day, ``term`` when it ends by all that may end it, ``holds``
    what follows from both, ``began`` and ``ends`` what is said of its bounds.
    """

    tenure: TenureRow
    spell: Spell
    state: State
    term: TermAnswer
    began: Bound
    ends: Bound
    holds: Truth


class TenureOverTime(NamedTuple):
    """A tenure with all that is said of it, what it rests on, and how it stands on a day.

    ``on_day`` is None where nothing is said of that day. ``next_term`` is the term that follows
    the one of the day without a break, None where none is known. ``end_sources`` tell of ends.
    """

    tenure: TenureRow
    spells: tuple[Spell, ...]
    rests_on: TenureRow | None
    on_day: TenureOn | None
    next_term: TermAnswer | None
    end_sources: tuple[SourceRef, ...]


class TenuresOverTime(NamedTuple):
    """Tenures over time, with the sources that speak of them, by code."""

    rows: tuple[TenureOverTime, ...]
    sources: dict[str, SourceRef]


def tenures_of(
    *,
    organisation: str = "",
    party: str = "",
    sent_by: str = "",
    person: str = "",
    post: str = "",
    body: str = "",
) -> QuerySet[Tenure, TenureColumns]:
    """Ask for tenures: in an organisation's posts, for a party, by sender, person, post or body."""
    wanted = {
        "post__organisation__code": organisation,
        "bond__party__code": party,
        "sent_by__code": sent_by,
        "person__code": person,
        "post__code": post,
        "post__body": body,
    }
    rows = Tenure.objects.filter(**{path: code for path, code in wanted.items() if code})
    return in_columns(rows.order_by("bond__code"))


@prepared
def tenures_of_party(party: str) -> QuerySet[Tenure, TenureColumns]:
    """Give the tenures for a party, such as a city."""
    return tenures_of(party=party)


@prepared
def tenures_in(posts: Sequence[int]) -> QuerySet[Tenure, TenureColumns]:
    """Give the tenures in posts."""
    return tenures_of().filter(post__in=posts)


@prepared
def tenures_with(keys: Sequence[int]) -> QuerySet[Tenure, TenureColumns]:
    """Give tenures by their keys."""
    return tenures_of().filter(pk__in=keys)


@prepared
def _foundations(keys: Sequence[int]) -> QuerySet[Tenure, TenureColumns]:
    """Ask for what tenures rest on, with what is told of it."""
    return in_columns(Tenure.objects.filter(pk__in=keys))


@prepared
def _terms(owners: Sequence[int]) -> QuerySet[BodyTerm]:
    return _in_order(BodyTerm.objects.filter(organisation__in=owners))


def _in_order(rows: QuerySet[BodyTerm], known_on: date | None = None) -> QuerySet[BodyTerm]:
    ordered = known(rows, known_on).order_by("began_latest", "began_earliest")
    return ordered.select_related("source")


def tenures_on(
    tenures: Iterable[TenureColumns], day: date, *, known_on: date | None = None
) -> tuple[TenureOn, ...]:
    """Give the tenures of which anything is said on a day, with their effective end.

    A tenure that ended with what it rests on is given with ``holds`` False.
    """
    found = tenures_over_time(tenures, day, known_on=known_on)
    return tuple(item.on_day for item in found.rows if item.on_day is not None)


def tenures_over_time(
    tenures: Iterable[TenureColumns],
    day: date,
    *,
    known_on: date | None = None,
    parties: Mapping[int, Party] | None = None,
) -> TenuresOverTime:
    """Give the tenures of which anything is said on any day, and how they stand on one.

    ``parties`` are those that were looked up for that day already.
    """
    chains = _Chains(tenures, day, known_on, parties or {})
    return TenuresOverTime(tuple(chains.over_time()), chains.sources)


class _Rules(NamedTuple):
    """The rules on terms of an organisation's posts."""

    rules: tuple[AppliedRule[TermForm], ...]
    groups: dict[str, Group]


class _Stated(NamedTuple):
    """The bounds that are said, and whether the end was said before it came."""

    began: Trace
    ends: Trace
    is_ahead: bool


class _Chains:
    """Tenures with all that they rest on, and what ends them, as of a day."""

    def __init__(
        self,
        tenures: Iterable[TenureColumns],
        day: date,
        known_on: date | None,
        parties: Mapping[int, Party],
    ) -> None:
        self.day = day
        self.known_on = known_on
        self.asked = [TenureRow._make(row) for row in tenures]
        self.tenures = _with_foundations(self.asked)
        self.spells = spells_known(self.tenures, known_on)
        self.sources = refs_in(spell for found in self.spells.values() for spell in found)
        self.parties_found = parties
        self.terms = self._terms_of_bodies()
        self.rules: dict[str, _Rules] = {}
        self.answers: dict[int, TermAnswer] = {}
        self.stated: dict[int, _Stated] = {}

    @cached_property
    def parties(self) -> dict[int, Party]:
        """Whose tenures these are: looked up where there are rules, which may ask for it."""
        return parties_on(
            {item.party_id for item in self.tenures.values()},
            self.day,
            known_on=self.known_on,
            found=self.parties_found,
        )

    def over_time(self) -> Iterator[TenureOverTime]:
        for item in self.asked:
            spells = self.spells.get(item.pk, ())
            if spells:
                below = self.tenures.get(item.rests_on_id or 0)
                on_day = self._on_the_day(item)
                following = self._next_term(item, on_day) if on_day else None
                ends = tuple(self._end_sources(item, on_day, following))
                yield TenureOverTime(item, spells, below, on_day, following, ends)

    def _on_the_day(self, tenure: TenureRow) -> TenureOn | None:
        spell = next((it for it in self.spells.get(tenure.pk, ()) if it.covers(self.day)), None)
        if spell is None:
            return None
        term = self._term(tenure)
        began, ends, _ = self._stated(tenure)
        return TenureOn(
            tenure=tenure,
            spell=spell,
            state=state(spell, self.day, aging_after=AGING_AFTER),
            term=term,
            began=began.value,
            ends=ends.value,
            holds=self._holds(tenure, spell, term),
        )

    def _holds(self, tenure: TenureRow, spell: Spell, term: TermAnswer) -> Truth:
        below = self._end_below(tenure)
        if below is not None and below.value is not None and is_reached(below.value, self.day):
            return False
        return _holds(conclusion(spell, self.spells[tenure.pk]), spell, term, self.day)

    def _stated(self, tenure: TenureRow) -> _Stated:
        """Give the bounds of the stretch that is said to hold about the day, or the latest one."""
        if tenure.pk not in self.stated:
            all_spells = self.spells.get(tenure.pk, ())
            spells = [it for it in all_spells if conclusion(it, all_spells) is not False]
            about = [spell for spell in spells if spell.covers(self.day)] or spells[-1:]
            self.stated[tenure.pk] = self._bounds_of(about)
        return self.stated[tenure.pk]

    def _bounds_of(self, about: Sequence[Spell]) -> _Stated:
        sayings = [it for spell in about for it in spell.sayings if it.holds is not False]
        if not sayings:
            nothing = given("term.began", OPEN_BOUND), given("term.said-end", OPEN_BOUND)
            return _Stated(*nothing, is_ahead=False)
        first = min(sayings, key=lambda it: roughness(it.begins))
        last = min(sayings, key=lambda it: roughness(it.ends))
        return _Stated(
            given("term.began", first.begins, source=self.sources.get(first.source)),
            given("term.said-end", last.ends, source=self.sources.get(last.source)),
            is_ahead=last.stated_on < last.ends.earliest,
        )

    def _next_term(self, tenure: TenureRow, on_day: TenureOn) -> TermAnswer | None:
        """Find the term that was said to follow where that of the day ends by its length alone."""
        end = on_day.term.end.value
        if on_day.holds is False or end is None or set(on_day.term.ended_by) != {"length"}:
            return None
        for spell in self.spells[tenure.pk]:
            begun = [
                it.begins for it in spell.sayings if it.holds and it.begins.earliest > self.day
            ]
            if any(it.earliest <= end.latest for it in begun):
                return self._reckoned(tenure, self._bounds_of([spell]), spell.valid_from)
        return None

    def _end_sources(
        self, tenure: TenureRow, on_day: TenureOn | None, following: TermAnswer | None
    ) -> Iterator[SourceRef]:
        """Give the sources that tell of a tenure's end: its own, and that of what it rests on."""
        term = following or (on_day.term if on_day else None)
        if term is not None and term.end.trace is not None:
            yield from _cited_ends(term.end.trace)
            return
        own = self._stated(tenure).ends
        below = self._end_below(tenure)
        if own.source is not None and own.value != OPEN_BOUND:
            yield own.source
        if below is not None and below.value is not None:
            is_same = own.value != OPEN_BOUND and below.value.earliest <= own.value.latest
            yield from _cited_ends(below.trace) if is_same else ()

    def _term(self, tenure: TenureRow) -> TermAnswer:
        if tenure.pk not in self.answers:
            self.answers[tenure.pk] = self._reckoned(tenure, self._stated(tenure), self.day)
        return self.answers[tenure.pk]

    def _reckoned(self, tenure: TenureRow, stated: _Stated, day: date) -> TermAnswer:
        rules = self._rules_of(tenure.owner_code)
        began, ends, is_ahead = stated
        below = self._end_below(tenure)
        term = Term(
            of=tuple(code for code in (tenure.post, tenure.body) if code),
            began=self._began(tenure, began),
            said_end=None if ends.value == OPEN_BOUND else ends,
            said_ahead=is_ahead,
            rests_on_end=below,
            rests_on=_named("term.rests-on", self.tenures.get(tenure.rests_on_id or 0)),
            party=self.parties.get(tenure.party_id, Party()) if rules.rules else Party(),
        )
        # Rules that became known after the end of what it rests on do not shorten it afterwards.
        over = None if below is None or below.value is None else below.value.latest
        day = day if over is None else min(day, over)
        return term_on(rules.rules, term, day, groups=rules.groups)

    def _end_below(self, tenure: TenureRow) -> Answer[Bound] | None:
        below = self.tenures.get(tenure.rests_on_id) if tenure.rests_on_id else None
        return None if below is None else self._term(below).end

    def _began(self, tenure: TenureRow, stated: Trace) -> Trace | None:
        """Give the election that began the term: the body's latest one before the tenure."""
        elections = self.terms.get((tenure.owner_id, tenure.body), [])
        before = [it for it in elections if it.value.earliest <= stated.value.latest]
        if before:
            return before[-1]
        return None if stated.value == OPEN_BOUND else stated

    def _rules_of(self, organisation: str) -> _Rules:
        if organisation not in self.rules:
            statute = statute_of(organisation)
            self.rules[organisation] = (
                _Rules((), {})
                if statute is None
                else _Rules(applied(statute, "term"), statute.groups)
            )
        return self.rules[organisation]

    def _terms_of_bodies(self) -> dict[tuple[int, str], list[Trace]]:
        owners = sorted({item.owner_id for item in self.tenures.values()})
        if self.known_on is None:
            rows = _terms(owners)
        else:
            of_owners = BodyTerm.objects.filter(organisation__in=owners)
            rows = list(_in_order(of_owners, self.known_on))
        found: dict[tuple[int, str], list[Trace]] = {}
        for row in rows:
            began = given("term.began", row.began, source=row.source.ref)
            found.setdefault((row.organisation_id, row.body), []).append(began)
        return found


def _cited_ends(trace: Trace) -> Iterator[SourceRef]:
    """List the sources of the ends that were said and bring the end about."""
    if trace.name == "term.said-end" and trace.source is not None:
        yield trace.source
    for item in trace.inputs:
        if item.bites:
            yield from _cited_ends(item)


def _named(code: str, tenure: TenureRow | None) -> Reason:
    """Say something of a tenure with its post and, where it is known, its person."""
    if tenure is None:
        return Reason("term.rests-on-end")
    if tenure.person_code is None:
        return Reason(f"{code}-post", {"post": tenure.post_names})
    return Reason(code, {"post": tenure.post_names, "person": tenure.person_name})


def _with_foundations(asked: Iterable[TenureRow]) -> dict[int, TenureRow]:
    """Find tenures with all that they rest on; one query for each level."""
    found = {item.pk: item for item in asked}
    wanted = {it.rests_on_id for it in found.values() if it.rests_on_id is not None}
    for _ in range(DEEPEST):
        missing = wanted - found.keys()
        if not missing:
            break
        rows = {row[0]: TenureRow._make(row) for row in _foundations(sorted(missing))}
        found |= rows
        wanted = {it.rests_on_id for it in rows.values() if it.rests_on_id is not None}
    return found


def _holds(said: Truth, spell: Spell, term: TermAnswer, day: date) -> Truth:
    """Judge whether a tenure holds: by what is said of the day, and by what ended it.

    Who says on the day or later that it holds knows better than the length of terms.
    """
    if said is False:
        return False
    is_witnessed = any(saying.holds and saying.stated_on >= day for saying in spell.sayings)
    if term.state is TermState.ENDED:
        return said if is_witnessed and set(term.ended_by) == {"length"} else False
    if term.state is TermState.NOT_KNOWN and term.end.is_known:
        return said if is_witnessed else None
    return said
