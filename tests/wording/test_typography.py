"""No line of a French sentence begins with a sign."""

import pytest

from koinon.wording.catalogue import messages, sentence
from koinon.wording.typography import bound


@pytest.mark.parametrize(
    ("plain", "french"),
    [
        ("Comment ?", "Comment\u202f?"),
        ("Membres : 8", "Membres\u00a0: 8"),
        ("non ; oui !", "non\u202f; oui\u202f!"),
        ("dit « oui »", "dit «\u00a0oui\u00a0»"),
        ("{post}\u202f: {who}", "{post}\u00a0: {who}"),
        ("à 12:30", "à 12:30"),
    ],
)
def test_signs_are_bound_to_their_words(plain: str, french: str) -> None:
    assert bound(plain, "fr") == french
    assert bound(french, "fr") == french


@pytest.mark.parametrize("language", ["de", "en"])
def test_other_languages_stay_as_written(language: str) -> None:
    assert bound("a : b", language) == "a : b"


def test_no_sentence_lets_a_line_begin_with_a_sign() -> None:
    codes = [code for code, _ in messages("fr")]
    said = [text for code in codes for n in (None, 1, 2) for text in [sentence(code, "fr", n)]]
    assert len(said) > 1000
    assert [it for it in said if any(f" {sign}" in it for sign in ":;?!»") or "« " in it] == []
