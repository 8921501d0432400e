"""The rules about a body in plain lines: who may sit, how long, meetings and votes."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import msgspec
from django.db.models import Q

from koinon.gazetteer.models import Place, PlaceKind
from koinon.overview.delegations import conditions
from koinon.overview.names import names_of_places
from koinon.overview.rules import RuleShown, in_force, of_form
from koinon.overview.worded import worded
from koinon.rules.answer import OneOf, Reason
from koinon.rules.duration import Duration
from koinon.rules.representation.forms import Attribute, Delegation, Mandate
from koinon.rules.rule import Conditions, Text
from koinon.rules.term.forms import Length, Rotation, StandIn, Stretched, Succession
from koinon.rules.vote.forms import Majority, Meeting, Right
from koinon.statutes.document import Statute

type Lines = Iterable[Reason]
type Writer = Callable[[Any, Statute], Lines]


class RuleLines(msgspec.Struct, frozen=True):
    """A rule as plain lines, with where it stands."""

    lines: tuple[Reason, ...]
    item: RuleShown


class Laid(msgspec.Struct, frozen=True, kw_only=True):
    """What the statute lays down about a body on the day, beside its seats.

    ``of_all``: every member sits there.
    """

    of_all: bool
    appointment: tuple[RuleShown, ...]
    representation: tuple[RuleLines, ...]
    terms: tuple[RuleLines, ...]
    meetings: tuple[RuleLines, ...]
    votes: tuple[RuleLines, ...]


def laid_for(statute: Statute, body: str, day: date) -> Laid:
    """Gather the rules in force about a body and its posts."""
    posts = {code for code, post in statute.posts.items() if body in post.body}
    about = {body, *posts}
    votes = [item for item in in_force(statute, "vote", day) if item.rule.body == body]
    steps = of_form(in_force(statute, "procedure", day), "steps")
    return Laid(
        of_all=statute.bodies[body].of_all,
        appointment=tuple(item for item in steps if _makes(item, body)),
        representation=_written(
            (it for it in in_force(statute, "representation", day) if about & set(it.rule.of)),
            _representation,
            statute,
        ),
        terms=_written(
            (it for it in in_force(statute, "term", day) if about & set(it.rule.of)),
            _term,
            statute,
        ),
        meetings=_written(of_form(votes, "meeting"), _meeting, statute),
        votes=_written(of_form(votes, "right", "majority"), _vote, statute),
    )


def representation_for(statute: Statute, day: date) -> tuple[RuleLines, ...]:
    """Gather who may represent a member, in whichever body."""
    return _written(in_force(statute, "representation", day), _representation, statute)


def lines_of(kind: str, rule: Any, statute: Statute) -> tuple[Reason, ...]:
    """Say a rule about representation, terms or votes in plain lines."""
    if kind == "representation":
        return tuple(_representation(rule, statute))
    if kind == "term":
        return tuple(_term(rule, statute))
    return tuple((_meeting if isinstance(rule, Meeting) else _vote)(rule, statute))


def _makes(item: RuleShown, body: str) -> bool:
    return item.rule.of == "appointment" and any(step.to == body for step in item.rule.steps)


def _written(items: Iterable[RuleShown], write: Writer, statute: Statute) -> tuple[RuleLines, ...]:
    found = (RuleLines(tuple(write(item.rule, statute)), item) for item in items)
    return tuple(item for item in found if item.lines)


def _representation(rule: Mandate | Delegation, statute: Statute) -> Lines:
    if isinstance(rule, Mandate):
        for code, attributes in (
            ("all-of", rule.all_of),
            ("any-of", rule.any_of),
            ("never", rule.never),
        ):
            if attributes:
                what = _attributes(attributes)
                is_choice = len(what) > 1 and code != "all-of"
                said = "all-of" if code == "any-of" and not is_choice else code
                yield Reason(f"body.may.{said}", {"what": OneOf(what) if is_choice else what})
    else:
        yield Reason(
            "body.may.several",
            {"n": rule.several_from, "what": OneOf(_attributes(rule.must_include))},
        )
        if rule.rest_by:
            ways = tuple(Reason(f"representation.rest-by.{way}") for way in rule.rest_by)
            yield Reason("body.may.rest-by", {"ways": ways})
    yield from _for_whom(rule.who, statute)


def _attributes(codes: Iterable[Attribute]) -> tuple[Reason, ...]:
    return tuple(Reason(f"representation.attribute.{code}") for code in codes)


def _term(rule: Any, statute: Statute) -> Lines:
    match rule:
        case Length():
            yield from _length(rule, statute)
        case Rotation():
            among = _nouns(rule.among, statute)
            code = "body.term.rotation.every" if rule.every else "body.term.rotation.meeting"
            params: dict[str, Any] = {
                "of": _nouns(rule.of, statute),
                "among": among,
                "every": rule.every,
            }
            yield Reason(code, {key: value for key, value in params.items() if value})
        case Succession():
            yield from _succession(rule)
        case Stretched():
            code = "term.note.moved-because" if rule.reason else "term.note.moved"
            params = {"moved_from": rule.moved_from, "moved_to": rule.moved_to, "why": rule.reason}
            yield Reason(code, {key: value for key, value in params.items() if value})
        case StandIn():
            (by,) = _nouns((rule.acted_by,), statute)
            yield Reason("body.term.stand-in", {"by": by, "on": rule.acted_on})
            if rule.reason:
                yield Reason("body.words", {"words": rule.reason})


def _length(rule: Length, statute: Statute) -> Lines:
    params: dict[str, Any] = {"of": _nouns(rule.of, statute)}
    if rule.permanent:
        yield Reason("body.term.permanent", params)
    elif rule.length is None:
        yield Reason("body.term.length-unknown", params)
    else:
        yield Reason("body.term.length", params | {"length": rule.length})
    yield from (Reason(f"term.note.ends-with-{what}") for what in rule.ends_with)
    if rule.seat_of:
        yield Reason(f"body.term.seat-of.{rule.seat_of}")
    if rule.holding_over is not None:
        yield Reason(f"body.term.holding-over.{'yes' if rule.holding_over else 'no'}")
    if rule.process_starts:
        yield Reason("body.term.process-ahead", {"ahead": rule.process_starts})
    yield from _for_whom(rule.who, statute)


def _succession(rule: Succession) -> Lines:
    if rule.named_by != "unknown":
        yield Reason(f"term.named-by.{rule.named_by}")
    if rule.for_rest_of_term:
        yield Reason("body.term.rest")
    if rule.substitute_moves_up is not None:
        answer = "moves-up" if rule.substitute_moves_up else "does-not-move-up"
        yield Reason(f"term.substitute.{answer}")
    if rule.substitute_acts:
        yield Reason(f"term.substitute.{rule.substitute_acts}")


def _often(rule: Meeting) -> Lines:
    least, most = rule.at_least_a_year, rule.at_most_a_year
    if rule.every == Duration(1, "year"):
        yield Reason("body.meeting.a-year", {"n": 1})
    elif rule.every:
        yield Reason("body.meeting.every", {"every": rule.every})
    if least and least == most:
        yield Reason("body.meeting.a-year", {"n": least})
    elif least and most:
        yield Reason("body.meeting.between", {"least": least, "most": most})
    elif least:
        yield Reason("body.meeting.at-least", {"n": least})
    elif most:
        yield Reason("body.meeting.at-most", {"n": most})


def _meeting(rule: Meeting, statute: Statute) -> Lines:
    yield from _often(rule)
    if rule.notice:
        code = "body.meeting.notice-agenda" if rule.with_agenda else "body.meeting.notice"
        yield Reason(code, {"notice": rule.notice})
    for caller in rule.called_by:
        (who,) = _nouns((caller.by,), statute)
        if caller.share is None:
            yield Reason("body.meeting.called", {"who": who})
        else:
            yield Reason("body.meeting.called-share", {"who": who, "share": caller.share})
    if rule.written_instead:
        (who,) = _nouns((rule.written_instead,), statute)
        yield Reason("body.meeting.written", {"who": who})


def _vote(rule: Right | Majority, statute: Statute) -> Lines:
    yield from _right(rule, statute) if isinstance(rule, Right) else _majority(rule)


def _right(rule: Right, statute: Statute) -> Lines:
    if not rule.votes:
        yield Reason("body.vote.none", {"whom": _whom(rule.who, statute)})
        return
    yield Reason(f"body.vote.per-{rule.per}", {"n": rule.votes})
    yield from _on(rule.on)
    yield from _for_whom(rule.who, statute)
    if rule.bundled:
        yield Reason("body.vote.bundled")
    if rule.transfer:
        yield Reason(f"body.vote.transfer.{rule.transfer}")
    if rule.bound:
        yield Reason("body.vote.bound")


def _majority(rule: Majority) -> Lines:
    if rule.share is not None:
        yield Reason("body.majority.share", {"share": rule.share})
    else:
        yield Reason(f"body.majority.{rule.need}")
    if rule.of != "undeclared":
        yield Reason(f"body.majority.of.{rule.of}")
    yield from _on(rule.on)
    if rule.quorum is not None:
        yield Reason("body.majority.quorum", {"share": rule.quorum})
    if rule.practice:
        yield Reason("body.majority.practice")


def _on(matters: Iterable[str]) -> Lines:
    words = tuple(worded("body.matter", code) for code in matters)
    if words:
        yield Reason("body.vote.on", {"matters": words})


def _for_whom(who: Conditions, statute: Statute) -> Lines:
    if whom := _whom(who, statute):
        yield Reason("body.for", {"whom": whom})
    for paid in dict.fromkeys(it.paid for it in conditions(who) if it.paid):
        yield Reason(f"body.for.paid.{paid}")


def _whom(who: Conditions, statute: Statute) -> tuple[Any, ...]:
    """Name whom conditions are about: kinds, places, kinds of member, what they have paid."""
    found: list[Any] = []
    for condition in conditions(who):
        found.extend(Reason(f"kind.{kind}") for kind in condition.kind)
        found.extend(_place(code, statute) for code in condition.place)
        found.extend(_nouns((*condition.grade, *condition.party), statute))
        if condition.member_of:
            found.append(Reason("body.whom.member-of", {"network": condition.member_of}))
        if condition.population_from is not None:
            lower = {"lower": condition.population_from}
            found.append(Reason("eligibility.condition.population.from", lower))
    return tuple(found)


def _place(code: str, statute: Statute) -> Text:
    group = statute.groups.get(code)
    if group is not None:
        return group.names
    rows = Place.objects.filter(Q(nuts=code) | Q(country=code, kind=PlaceKind.COUNTRY))
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:1])
    return next(iter(names_of_places(keys).values()), {"mul": code})


def _nouns(codes: Iterable[str], statute: Statute) -> tuple[Any, ...]:
    """Name codes as the document does; those it does not name, as actors or by themselves."""
    return tuple(_noun(code, statute) for code in codes)


def _noun(code: str, statute: Statute) -> Text | Reason:
    tables = (statute.bodies, statute.posts, statute.grades, statute.delegations)
    for nouns in tables:
        noun = nouns.get(code)
        if noun is not None and noun.names:
            return noun.names
    return worded("body.actor", code)
