"""Texts made from today's register say nothing outdated; with one thing changed, just that."""

from typing import Any

import pytest

from tests.overview.checked.asking import reported, rows
from tests.overview.checked.generated import texts
from tests.overview.checked.kept import PASSAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

FEWEST_TEXTS = 10


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_what_the_register_says_is_not_outdated(language: str) -> None:
    found = list(texts(language))
    assert len(found) >= FEWEST_TEXTS
    for parts in found:
        text = " ".join(part.text for part in parts)
        assert reported(text, language) == [], text
        assert len(rows(text, language)) >= len(parts), text


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_one_thing_changed_is_reported_and_nothing_else(language: str) -> None:
    for parts in texts(language):
        for number, changed in enumerate(parts):
            text = " ".join(
                part.altered if at == number else part.text for at, part in enumerate(parts)
            )
            found = reported(text, language)
            assert len(found) == 1, (text, found)
            assert found[0] in changed.altered, (text, found)


@pytest.mark.parametrize(
    "passage", PASSAGES, ids=[f"{at} {it['text'][:40]}" for at, it in enumerate(PASSAGES)]
)
def test_a_passage_of_a_city_is_reported_only_where_it_is_wrong(passage: dict[str, Any]) -> None:
    assert reported(passage["text"], passage["language"]) == passage["reported"]
