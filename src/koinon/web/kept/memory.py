"""A cache in the process's memory that is bounded by its bytes as well as by its entries."""

import pickle
import time
from collections import OrderedDict
from threading import Lock
from typing import Any, NamedTuple, override

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache


class _Entry(NamedTuple):
    value: bytes
    ends: float | None


class _Store:
    """What a cache holds; each thread has a cache object of its own, all share this."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.entries: OrderedDict[str, _Entry] = OrderedDict()
        self.size = 0

    def get(self, key: str) -> bytes | None:
        entry = self.entries.get(key)
        if entry is None:
            return None
        if entry.ends is not None and entry.ends <= time.time():
            self.drop(key)
            return None
        self.entries.move_to_end(key)
        return entry.value

    def drop(self, key: str) -> bool:
        entry = self.entries.pop(key, None)
        self.size -= len(entry.value) if entry else 0
        return entry is not None

    def drop_oldest(self) -> None:
        self.drop(next(iter(self.entries)))


_stores: dict[str, _Store] = {}


class BoundedMemory(BaseCache):
    """Keeps at most ``MAX_ENTRIES`` and ``MAX_BYTES``: what was asked for last stays.

    Nothing is taken out one by one: what has a new key is forgotten in time.
    """

    def __init__(self, name: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._store = _stores.setdefault(name, _Store())
        self._most_entries = int(params["OPTIONS"]["MAX_ENTRIES"])
        self._most_bytes = int(params["OPTIONS"]["MAX_BYTES"])

    @property
    def size(self) -> int:
        """How many bytes are held."""
        return self._store.size

    def __len__(self) -> int:
        return len(self._store.entries)

    @override
    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        with self._store.lock:
            found = self._store.get(self.make_and_validate_key(key, version))
        return default if found is None else pickle.loads(found)  # noqa: S301 - written here

    @override
    def set(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> None:
        name, pickled = self.make_and_validate_key(key, version), pickle.dumps(value)
        with self._store.lock:
            self._store.drop(name)
            if len(pickled) > self._most_bytes:
                return
            while self._is_full(len(pickled)):
                self._store.drop_oldest()
            self._store.entries[name] = _Entry(pickled, self.get_backend_timeout(timeout))
            self._store.size += len(pickled)

    def _is_full(self, coming: int) -> bool:
        store = self._store
        return bool(store.entries) and (
            len(store.entries) >= self._most_entries or store.size + coming > self._most_bytes
        )

    @override
    def add(
        self,
        key: str,
        value: Any,
        timeout: float | None = DEFAULT_TIMEOUT,
        version: int | None = None,
    ) -> bool:
        if self.get(key, version=version) is not None:
            return False
        self.set(key, value, timeout, version)
        return True

    @override
    def touch(
        self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        name = self.make_and_validate_key(key, version)
        with self._store.lock:
            found = self._store.get(name)
            if found is not None:
                self._store.entries[name] = _Entry(found, self.get_backend_timeout(timeout))
        return found is not None

    @override
    def clear(self) -> None:
        with self._store.lock:
            self._store.entries.clear()
            self._store.size = 0
