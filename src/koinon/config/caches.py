"""Caches in the memory of each process."""

from typing import Any

MEGABYTE = 1024 * 1024


def bounded_memory(name: str, *, entries: int, megabytes: float) -> dict[str, Any]:
    """Describe a cache that holds so many entries and bytes at most; 0 bytes hold nothing."""
    return {
        "BACKEND": "koinon.web.kept.memory.BoundedMemory",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": entries, "MAX_BYTES": int(megabytes * MEGABYTE)},
    }
