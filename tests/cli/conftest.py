"""Fixtures of these tests."""

from tests.databases import address
from tests.loaded import demo

__all__ = ["address", "demo"]
