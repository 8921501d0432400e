"""Steps, bodies and posts: what must fit inside one rule or between nouns."""

from collections.abc import Iterator, Mapping

from koinon.rules.cycle.forms import After, CycleRule
from koinon.rules.fee.forms import Share
from koinon.rules.procedure.forms import Steps
from koinon.rules.seats.forms import ExOfficio
from koinon.statutes.document import Statute
from koinon.statutes.faults import Fault, fault
from koinon.statutes.walk import Spot, rule_spots


def step_faults(statute: Statute) -> Iterator[Fault]:
    """List days that hang on no step, circles between nouns, parts that do not fit."""
    yield from _circles(
        "bodies", {code: (body.subset_of,) for code, body in statute.bodies.items()}
    )
    yield from _circles("grades", {code: item.on_top_of for code, item in statute.grades.items()})
    yield from _circles(
        "groups", {code: (*item.places, *item.never) for code, item in statute.groups.items()}
    )
    yield from _layers(statute)
    for spot in rule_spots(statute):
        for found in _rule(spot, statute):
            yield Fault(found.path, found.reason, spot.code)


def _rule(spot: Spot, statute: Statute) -> Iterator[Fault]:
    match spot.part:
        case Steps():
            yield from _effective(spot.path, spot.part)
            yield from _silence(spot.path, spot.part)
        case ExOfficio(posts=posts, one_person_may_hold=held):
            for code in held:
                if code not in posts:
                    yield fault(f"{spot.path}.one_person_may_hold", "no-such-seat", code=code)
            if len(held) == 1:
                yield fault(f"{spot.path}.one_person_may_hold", "one-is-no-pair", code=held[0])
        case Share(of=of, code=code):
            if of == code:
                yield fault(f"{spot.path}.of", "share-of-itself", code=code)
            elif any(isinstance(rule, Share) for rule in statute.fee if rule.code == of):
                yield fault(f"{spot.path}.of", "share-of-share", code=of)
        case CycleRule():
            yield from _receiver(spot.path, spot.part)


def _effective(path: str, rule: Steps) -> Iterator[Fault]:
    codes = {step.code for step in rule.steps}
    if rule.effective and rule.effective.on not in codes:
        yield fault(f"{path}.effective.on", "no-such-step", code=rule.effective.on)


def _silence(path: str, rule: Steps) -> Iterator[Fault]:
    for index, step in enumerate(rule.steps):
        if step.silence and step.within is None:
            yield fault(f"{path}.steps[{index}].silence", "silence-without-time", code=step.code)


def _receiver(path: str, rule: CycleRule) -> Iterator[Fault]:
    if bool(rule.to_body) != ("body" in rule.owed_to):
        yield fault(f"{path}.to_body", "body-and-receiver")
    if isinstance(rule, After):
        if rule.within and rule.every:
            yield fault(path, "within-and-every")
        if rule.extension and rule.extension.at_most < 1:
            yield fault(f"{path}.extension.at_most", "below", least=1)


def _layers(statute: Statute) -> Iterator[Fault]:
    for code, layer in statute.layers.items():
        if bool(layer.source) != bool(layer.amended):
            yield fault(f"layers.{code}", "amended-and-source", code=code)


def _circles(table: str, above: Mapping[str, tuple[str, ...]]) -> Iterator[Fault]:
    for code in above:
        seen: set[str] = set()
        waiting = list(above[code])
        while waiting:
            following = waiting.pop()
            if following == code:
                yield fault(f"{table}.{code}", "circle", code=code)
                break
            if following not in seen:
                seen.add(following)
                waiting.extend(above.get(following, ()))
