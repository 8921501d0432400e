"""Whatever stands in a document, it is read or refused: nothing else happens."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from koinon.statutes.decoding import tables_of
from koinon.statutes.faults import StatuteError
from koinon.statutes.reader import statute_of
from tests.statutes.example import EXAMPLE
from tests.statutes.mutations import Tables, Way, opened

TABLES = tables_of(EXAMPLE.encode(), "example.toml")

VALUES = st.one_of(
    st.none().map(lambda _: {}),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.decimals(),
    st.dates(),
    st.sampled_from(["", "by 2018", "2018..2017", "40 %", "1/0", "office", "full", "DE", "a:b"]),
    st.text(max_size=8),
    st.just([]),
    st.lists(st.sampled_from(["full", 1, {}]), max_size=2),
    st.dictionaries(st.sampled_from(["de", "mul", "code", "form"]), st.text(max_size=3)),
)


def _ways(value: object, way: Way = ()) -> list[Way]:
    inner: list[tuple[Any, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [*((*way, key) for key, _ in inner)] + [
        found for key, part in inner for found in _ways(part, (*way, key))
    ]


def _outcome(tables: Tables) -> str:
    """Give the code of a document that is read, or else its first sentence."""
    try:
        return statute_of(tables, "any").code
    except StatuteError as error:
        return str(error)


def _is_fine(outcome: str, code: object = "river-league") -> bool:
    return outcome == code or outcome.startswith("any: ")


@settings(max_examples=400)
@given(way=st.sampled_from(_ways(TABLES)), value=VALUES)
def test_any_value_anywhere_is_read_or_refused(way: Way, value: object) -> None:
    changed, parent = opened(TABLES, way[:-1])
    parent[way[-1]] = value
    outcome = _outcome(changed)
    assert _is_fine(outcome) or _is_fine(outcome, value)


@settings(max_examples=200)
@given(way=st.sampled_from(_ways(TABLES)))
def test_anything_left_out_is_read_or_refused(way: Way) -> None:
    changed, parent = opened(TABLES, way[:-1])
    del parent[way[-1]]
    assert _is_fine(_outcome(changed))


@given(data=st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    assert _refusal(data).startswith("any: ")


def _refusal(data: bytes) -> str:
    try:
        return _outcome(tables_of(data, "any"))
    except StatuteError as error:
        return str(error)
