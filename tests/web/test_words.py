"""What stands on the pages is words: no codes, no gaps of templates, nothing of another language."""

import re

import pytest
from django.test import Client

from tests.web.markup import Element, page
from tests.web.places import LANGUAGES, PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

CODE = re.compile(r"(?<![\w./@-])[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)+(?![\w/@-])")
ADDRESSES = re.compile(r"(www\.|\.(de|com|org|eu|info|net|nrw|int|e\.v)\b)")
GAPS = re.compile(r"\bNone\b|\bTrue\b|\bFalse\b|[{}]|%\(|Trace\(|Bound\(|datetime\.|<[a-z]")
DEVELOPERS = re.compile(r"\b(null|undefined|slug|tenure|spell|statement|codec?s?|trace)\b", re.I)


def seen(client: Client, language: str, address: str) -> Element:
    return page(client.get(f"/{language}/{address}"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_code_and_no_gap_is_shown(client: Client, language: str, name: str) -> None:
    html = seen(client, language, PAGES[name])
    texts = list(html.one("body").texts()) + [html.one("title").inside[0]]
    shown = [str(text) for text in texts]
    codes = [text for text in shown if CODE.search(text) and not ADDRESSES.search(text)]
    assert codes == []
    assert [text for text in shown if GAPS.search(text)] == []


@pytest.mark.parametrize("name", PAGES)
def test_no_kind_of_code_stands_where_a_word_belongs(client: Client, name: str) -> None:
    """Codes of one word, such as a grade or a state, are found by what is the same everywhere."""
    pages = [set(seen(client, language, PAGES[name]).one("main").texts()) for language in LANGUAGES]
    same = set.intersection(*pages)
    lower = {text for text in same if re.fullmatch(r"[a-z]+(-[a-z]+)*", text)}
    assert lower == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_paragraph_ends_twice(client: Client, language: str, name: str) -> None:
    shown = seen(client, language, PAGES[name]).one("main").texts()
    doubled = re.compile(r"\.\.(?!\.)(?<!\.\.\.)|\s[.,;](\s|$)|\(\s*\)|,\s*,|; ;")
    assert [text for text in shown if doubled.search(text) and "http" not in text] == []
