"""The site's settings, with a bare view beside its pages."""

from koinon.config.settings import *  # noqa: F403 - all of them

ROOT_URLCONF = "bench.large.urls"
KOINON_DAYS_PER_MINUTE = 0
