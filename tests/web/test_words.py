"""What stands on the pages is words: no codes, and no gaps of templates."""

import re

import pytest

from koinon.register.models import OrganisationName
from tests.web.places import LANGUAGES, PAGES, seen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODE = re.compile(r"(?<![\w./@-])[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+(?![\w/@-])")
ADDRESSES = re.compile(r"(www\.|\.(de|com|org|eu|info|net|nrw|int|e\.v)\b)")
GAPS = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|[{}]|%\(|Trace\(|Bound\(|datetime\.|<[a-z]")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_code_and_no_gap_is_shown(language: str, name: str) -> None:
    html = seen(language, PAGES[name])
    shown = [*html.one("body").texts(), str(html.one("head").one("title").inside[0])]
    codes = [text for text in shown if CODE.search(text) and not ADDRESSES.search(text)]
    assert codes == []
    assert [text for text in shown if GAPS.search(text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_kind_of_code_stands_where_a_word_belongs(name: str) -> None:
    """Codes of one word, such as a grade or a state, are found by what is the same everywhere."""
    pages = [set(seen(language, PAGES[name]).one("main").texts()) for language in LANGUAGES]
    same = set.intersection(*pages)
    lower = {text for text in same if re.fullmatch(r"[a-z]+(-[a-z]+)*", text)}
    # Some organisations write their names in small letters.
    names = set(OrganisationName.objects.values_list("name", flat=True))
    assert lower - names == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_sentences_are_put_together_well(language: str, name: str) -> None:
    """French sets a space before some signs; elsewhere, and before all others, there is none."""
    shown = seen(language, PAGES[name]).one("main").texts()
    loose = r"\s[.,]" if language == "fr" else r"\s[.,;:!?]"
    wrong = re.compile(rf"(?<!\.)\.\.(?!\.)|{loose}(\s|$)|\(\s*\)|,\s*,|;\s*;")
    assert [text for text in shown if wrong.search(text)] == []
