"""Fixtures for all tests."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from hypothesis import settings

from koinon.register.shared import forget_all
from koinon.web.pace import form_pace
from tests.databases import address, copies
from tests.loaded import loaded

__all__ = ["address", "copies", "loaded"]

# How long an example takes depends on how busy the machine is; the benchmarks watch speed.
settings.register_profile("koinon", deadline=None)
settings.load_profile("koinon")


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    """Forget what was kept: a test's entries are rolled back, so that their numbers come again."""
    form_pace.clear()
    yield
    forget_all()
    for cache in caches.all(initialized_only=True):
        cache.clear()
