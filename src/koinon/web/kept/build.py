"""Which build of Koinon is running: what its files say, not what its version claims."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import django
from django.conf import settings

UNSEEN = {"KOINON_DATABASE", "KOINON_HOME"}
"""Settings that no page shows."""


@cache
def build() -> str:
    """Name the build: the content of every file of Koinon, read once in each process."""
    root = Path(str(files("koinon")))
    found = sha256(django.get_version().encode())
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(str(path.relative_to(root)).encode())
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


@cache
def _shown() -> tuple[str, ...]:
    names = sorted(name for name in dir(settings) if name.startswith("KOINON_"))
    return tuple(name for name in names if name not in UNSEEN)


def site_settings() -> str:
    """Give the site's own settings that pages may show."""
    return repr([getattr(settings, name) for name in _shown()])
