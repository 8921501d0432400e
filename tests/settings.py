"""The site's settings, with nothing of the person who runs the tests in them."""

import os
import tempfile
from pathlib import Path

home = Path(tempfile.gettempdir()) / f"koinon-tests-{os.getuid()}"
(home / "static").mkdir(parents=True, exist_ok=True)
for name in [name for name in os.environ if name.startswith("KOINON_")]:
    if name != "KOINON_DATABASE":
        del os.environ[name]
os.environ["KOINON_HOME"] = str(home)
os.environ["KOINON_SECRET_KEY"] = "not a secret: tests only"
# Tests ask for many days from one address; those about that say how many they may.
os.environ["KOINON_DAYS_PER_MINUTE"] = "0"

from koinon.config.settings import *  # noqa: E402, F403 - the environment had to be set first

# Commands that a test starts get a database of their own, not the one under test.
os.environ.pop("KOINON_DATABASE", None)

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    # The browser's tests run with the manifest; here no files are collected.
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
