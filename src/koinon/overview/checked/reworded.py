"""Sentences of a text as they would be worded today: only what is outdated is replaced."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bound import Precision
from koinon.rules.claim.amount import dated
from koinon.rules.claim.claim import Claim, ClaimKind, Fact
from koinon.rules.claim.holding import neutral
from koinon.rules.claim.hosting import LOCATED
from koinon.rules.claim.judgement import Judgement, Verdict
from koinon.rules.claim.passage import Passage
from koinon.rules.claim.period import now_of, pasted
from koinon.wording.say import say_reason

LONGEST = 600
"""A longer sentence is not given again: a plain one says what is new."""

_VOWELS = frozenset("aeiouyhéèêâîôàœ")
_DAYS = (ClaimKind.FOUNDED, ClaimKind.IN_FORCE, ClaimKind.JOINED)


class Edit(msgspec.Struct, frozen=True):
    """What stands from ``start`` up to ``end`` in a text becomes ``new``."""

    start: int
    end: int
    new: str


class Wording(msgspec.Struct, frozen=True):
    """A sentence, or a part of it, in today's words: what is new, and what stands around it."""

    before: str
    new: str
    after: str

    @property
    def text(self) -> str:
        return " ".join(f"{self.before}{self.new}{self.after}".split())


def edit_of(
    text: str, language: str, claim: Claim, judgement: Judgement, facts: Sequence[Fact]
) -> Edit | None:
    """Tell what to put in the place of an outdated value, None where a new one would not fit."""
    if claim.told is None or judgement.proposal is None:
        return None
    if judgement.verdict is Verdict.UNDATED:
        fact = judgement.facts[0]
        added = say_reason(Reason("check.added", {"dated": dated(fact.begins)}), language)
        return None if fact.begins is None else Edit(claim.end, claim.end, f" {added}")
    if claim.kind is ClaimKind.OFFICE:
        return _with_successor(text, language, claim, facts)
    new = _new(text[slice(*claim.told)], claim, judgement, facts)
    return None if new is None else _fitting(text, claim.told, say_reason(new, language))


def _new(old: str, claim: Claim, judgement: Judgement, facts: Sequence[Fact]) -> Reason | None:
    best = judgement.facts[0]
    if claim.kind in (ClaimKind.COUNT, ClaimKind.SIZE):
        return Reason(f"qualifier.{best.qualifier}", {"value": best.value})
    if claim.kind in _DAYS and judgement.reason.code == "check.reason.day-other" and best.begins:
        day = pasted(best.begins)
        if old.strip().isdigit() and day.earliest.year == day.latest.year:
            return Reason("check.day", {"day": str(day.earliest.year)})
        exact = day.precision is Precision.DAY and claim.value.precision is Precision.DAY
        return Reason("check.day", {"day": day}) if exact else None
    if claim.kind is ClaimKind.FEE:
        amount = best.value.amount
        is_whole = amount == amount.to_integral_value()
        return Reason("qualifier.exactly", {"value": int(amount)}) if is_whole else None
    now = now_of(facts)
    if claim.aspect == LOCATED and now:
        return Reason("check.who", {"who": tuple({str(it.value): it.names for it in now}.values())})
    return None


def _with_successor(text: str, language: str, claim: Claim, facts: Sequence[Fact]) -> Edit | None:
    """Name who holds an office now in the place of another, and the office for anybody."""
    names = {str(it.value): it.names for it in now_of(facts)}
    if claim.told is None or claim.office is None or len(names) != 1 or claim.is_past:
        return None
    who = say_reason(Reason("check.who", {"who": tuple(names.values())}), language)
    office = neutral(text[slice(*claim.office)], language)
    first, second = sorted(((*claim.told, who), (*claim.office, office)))
    if claim.since is not None or first[1] > second[0]:
        return None
    new = first[2] + text[first[1] : second[0]] + second[2]
    return Edit(first[0], second[1], new)


def _fitting(text: str, told: tuple[int, int], new: str) -> Edit:
    """Begin as the old words do, and write the French "d’" out before a consonant."""
    start, end = told
    if text[start : start + 1].isupper() and not new[:1].isupper():
        new = new[:1].upper() + new[1:]
    before = text[max(0, start - 2) : start].casefold()
    if before in ("d'", "d’") and new[:1].casefold() not in _VOWELS:
        start, new = start - 2, f"{text[start - 2]}e {new}"
    return Edit(start, end, new)


def worded(text: str, passage: Passage, own: Edit, others: Sequence[Edit]) -> Wording | None:
    """Give the sentence around an edit with all edits in it, which come in their order.

    None where what stands around is no sentence that can be pasted: one that is too long, or that
    begins in the middle.
    """
    start, end = passage.sentence.start, passage.sentence.end
    if end - start > LONGEST or text[start].islower():
        return None
    first = bisect_left(others, start, key=lambda it: it.start)
    last = bisect_right(others, end, key=lambda it: it.start)
    inside = [it for it in others[first:last] if it.end <= end and it != own]
    return Wording(
        before=_edited(text, start, own.start, inside),
        new=own.new,
        after=_edited(text, own.end, end, inside),
    )


def _edited(text: str, start: int, end: int, edits: Iterable[Edit]) -> str:
    found, at = "", start
    for edit in sorted(edits, key=lambda it: it.start):
        if at <= edit.start and edit.end <= end:
            found += text[at : edit.start] + edit.new
            at = edit.end
    return found + text[at:end]
