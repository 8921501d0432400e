"""Fixtures of these tests."""

from tests.loaded import demo

__all__ = ["demo"]
