"""Each state finds its words, and each code has a sentence in every language."""

from datetime import date

import pytest

from koinon.rules.answer import Reason
from koinon.rules.spell.disc import Half
from koinon.rules.spell.said import Side, Voice
from koinon.rules.spell.spell import Ended, Matter, Says
from koinon.rules.spell.state import State, standing
from koinon.rules.spell.sweep import spells
from koinon.rules.spell.words import NOBODY, state_words
from koinon.wording.catalogue import has
from koinon.wording.language import Language
from tests.rules.spell.statements import said

DAY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("city network", Reason("spell.state.agreed", {"day": DAY})),
        ("city", Reason("spell.state.one-side.party", {"day": DAY})),
        ("city-page network", Reason("spell.state.one-side.network", {"day": DAY})),
        ("city-page", Reason("spell.state.reported.party")),
        ("network-page", Reason("spell.state.reported.network")),
        ("press other-city", Reason("spell.state.reported.third")),
        ("city-page press", Reason("spell.state.reported.several")),
        ("!city", Reason("spell.state.denied.party")),
        ("!network", Reason("spell.state.denied.network")),
        ("!city !network", Reason("spell.state.denied.several")),
        ("city !network", Reason("spell.state.differing")),
    ],
)
def test_words_for_a_state(who: str, expected: Reason) -> None:
    (spell,) = spells(
        said(name.strip("!"), "2015-05-17", grade=None if "!" in name else "member")
        for name in who.split()
    )
    found = state_words(spell, standing(spell))
    assert found == expected
    assert all(has(found.code, language) for language in Language)


def test_words_for_what_has_aged() -> None:
    (spell,) = spells([said("city", "2015-05-17")])
    assert state_words(spell, State.AGING) == Reason("spell.state.aging", {"day": DAY})
    later = date(2021, 1, 1)
    assert state_words(spell, State.AGING, later) == Reason("spell.state.aging", {"day": later})


@pytest.mark.parametrize("language", Language)
def test_every_code_has_a_sentence(language: Language) -> None:
    kinds = {
        "side": Side,
        "voice": Voice,
        "half": Half,
        "says": Says,
        "difference": Matter,
        "ended": Ended,
    }
    codes = [f"spell.{kind}.{code}" for kind, values in kinds.items() for code in values]
    codes += [NOBODY.code, "spell.state.aging"]
    assert [code for code in codes if not has(code, language)] == []
