"""The settings of the site, and beside its addresses pages that go wrong."""

from koinon.config.settings import *  # noqa: F403 - the site's own, but for what follows

ROOT_URLCONF = "tests.web.broken"
