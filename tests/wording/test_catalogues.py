"""Every language says every code, with the same parameters."""

from string import Formatter

import pytest

from koinon.wording.catalogue import MissingWording, read_catalogues
from koinon.wording.language import Language
from koinon.wording.say import say


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _messages(language: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for area, catalogue in read_catalogues(language).items():
        for message in catalogue:
            if not message.id:
                continue
            code = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string or ()
            texts = [said] if isinstance(said, str) else list(said)
            assert all(texts or [""]), f"{language}/{area}: {code} is empty"
            assert code not in found, f"{language}/{area}: {code} stands twice"
            found[code] = set.union(*map(_fields, texts))
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_language_knows_the_codes_of_the_german_one(language: str) -> None:
    german, other = _messages(Language.GERMAN), _messages(language)
    assert sorted(other) == sorted(german)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_language_uses_the_same_parameters(language: str) -> None:
    german, other = _messages(Language.GERMAN), _messages(language)
    assert {
        code: fields for code, fields in other.items() if fields - german.get(code, set())
    } == {}


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(MissingWording, match="no-such-code"):
        say("no-such-code", "de")
