"""All dues of the Covenant of Mayors, each with its trace, beside loops that do much less.

The rules alone stand beside a loop that reckons nothing but the days, for this one statute; the
register beside a reader that fetches the rows and does nothing with them.
"""

from collections.abc import Iterator
from datetime import date

from bench.measure import Measurement, seconds
from bench.register.filling import fill, fill_events, settle
from koinon.register.actions.spells import rebuild_spells
from koinon.register.models import Event, Organisation, Population, Statement
from koinon.register.queries.bonds import bonds_of
from koinon.register.queries.dues import dues_on
from koinon.register.queries.statutes import statute_of
from koinon.rules.bound import Bound
from koinon.rules.cycle.dues import dues
from koinon.rules.event import Event as Happened
from koinon.statutes.answers.dues import duties_of

NETWORK = "covenant-of-mayors"
MEMBERS = 12_000
DAY, UNTIL = date(2026, 11, 22), date(2031, 11, 22)
SECOND_TEXT = date(2015, 10, 15)
RULES_LIMIT, REGISTER_LIMIT = 35, 4.5

type Story = list[tuple[str, date]]


def measurements() -> Iterator[Measurement]:
    """Time the rules, then the register."""
    bonds = fill([NETWORK], MEMBERS, strand="signature", grade="signatory")
    fill_events(bonds)
    rebuild_spells(bonds)
    settle()
    stories = _stories()
    assert _by_rules(stories) == _bare(stories)
    prepared = [_events(story) for story in stories]
    ours, bare = seconds(lambda: _dues(prepared), lambda: _bare(stories))
    yield Measurement(f"dues-of-{MEMBERS}-beside-bare-days", ours / bare, RULES_LIMIT)
    asked, read = seconds(lambda: dues_on(bonds_of(counterpart=NETWORK), DAY, until=UNTIL), _read)
    yield Measurement(f"dues-of-{MEMBERS}-beside-their-rows", asked / read, REGISTER_LIMIT)


def _stories() -> list[Story]:
    found: dict[int, Story] = {}
    for bond, code, on in Event.objects.order_by("bond_id", "number").values_list(
        "bond_id", "code", "on_earliest"
    ):
        found.setdefault(bond, []).append((code, on))
    return list(found.values())


def _events(story: Story) -> tuple[Happened, ...]:
    return tuple(Happened(code, Bound(on), number=n) for n, (code, on) in enumerate(story, 1))


def _dues(prepared: list[tuple[Happened, ...]]) -> int:
    statute = statute_of(NETWORK)
    assert statute is not None
    duties = duties_of(statute)
    return sum(len(dues(duties, events, until=UNTIL)) for events in prepared)


def _by_rules(stories: list[Story]) -> list[list[date]]:
    """List the days that the rules know for certain, member by member."""
    statute = statute_of(NETWORK)
    assert statute is not None
    duties = duties_of(statute)
    found = [dues(duties, _events(story), until=UNTIL) for story in stories]
    return [
        sorted(item.due_on.latest for item in items if item.due_on and item.due_on.is_exact)
        for items in found
    ]


def _bare(stories: list[Story]) -> list[list[date]]:
    """List the days of plans, reports and inventories with as little as will do."""
    return [sorted(_days(story)) for story in stories]


def _days(story: Story) -> Iterator[date]:
    signed = story[0][1]
    if all(code != "extension" for code, _ in story):
        yield _years_after(signed, 1 if signed < SECOND_TEXT else 2)
    for code, on in story:
        if code == "submission":
            for every in (2, 4):
                years = every
                while (day := _years_after(on, years)) <= UNTIL:
                    yield day
                    years += every


def _years_after(day: date, years: int) -> date:
    is_leap_day = (day.month, day.day) == (2, 29)
    if is_leap_day and (day.year + years) % 4:
        return date(day.year + years, 2, 28)
    return day.replace(year=day.year + years)


def _read() -> None:
    list(bonds_of(counterpart=NETWORK))
    list(Statement.objects.select_related("said_by", "source__publisher"))
    list(Event.objects.select_related("source"))
    list(Organisation.objects.select_related("place"))
    list(Population.objects.select_related("source"))
