"""Fixtures for all tests."""

from hypothesis import settings

# How long an example takes depends on how busy the machine is; the benchmarks watch speed.
settings.register_profile("koinon", deadline=None)
settings.load_profile("koinon")
