"""The cache in memory: what was asked for last stays, within its entries and its bytes."""

from itertools import count

import pytest

from koinon.web.kept.memory import BoundedMemory

_names = count()


def memory(entries: int = 1000, size: int = 1_000_000) -> BoundedMemory:
    options = {"MAX_ENTRIES": entries, "MAX_BYTES": size}
    return BoundedMemory(f"test-{next(_names)}", {"OPTIONS": options})


def test_entries_are_bounded_and_the_oldest_goes_first() -> None:
    cache = memory(entries=3)
    for name in "abc":
        cache.set(name, name)
    cache.get("a")
    cache.set("d", "d")
    assert [cache.get(name) for name in "abcd"] == ["a", None, "c", "d"]
    assert len(cache) == 3


def test_bytes_are_bounded() -> None:
    cache = memory(size=10_000)
    for n in range(1000):
        cache.set(str(n), b"x" * 1000)
        assert cache.size <= 10_000
    assert 5 <= len(cache) < 10
    assert cache.get("999") == b"x" * 1000


def test_what_is_larger_than_all_room_is_not_kept_and_pushes_nothing_out() -> None:
    cache = memory(size=1000)
    cache.set("small", b"x")
    cache.set("large", b"x" * 2000)
    assert (cache.get("small"), cache.get("large")) == (b"x", None)


def test_without_room_nothing_is_kept() -> None:
    cache = memory(size=0)
    cache.set("a", 1)
    assert (cache.get("a"), len(cache)) == (None, 0)


def test_a_new_value_takes_the_place_of_the_old_one() -> None:
    cache = memory()
    cache.set("a", b"x" * 5000)
    cache.set("a", b"x")
    assert (cache.size < 100, len(cache)) == (True, 1)


def test_it_is_a_cache_as_django_knows_them() -> None:
    cache = memory()
    assert (cache.add("a", 1), cache.add("a", 2), cache.get("a")) == (True, False, 1)
    assert (cache.touch("a"), cache.touch("b")) == (True, False)
    cache.set("over", 1, timeout=0)
    assert cache.get("over", "gone") == "gone"
    cache.clear()
    assert (len(cache), cache.size) == (0, 0)


@pytest.mark.parametrize("other", ["same", "another"])
def test_threads_share_what_is_kept_under_a_name(other: str) -> None:
    options = {"OPTIONS": {"MAX_ENTRIES": 10, "MAX_BYTES": 1000}}
    BoundedMemory("same", options).set("a", 1)
    assert BoundedMemory(other, options).get("a") == (1 if other == "same" else None)
