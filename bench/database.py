"""Runs measurements that need a database, each in a process of its own on an empty one.

``python -m bench.database MODULE`` is that process: it prepares the database that the environment
names and prints each measurement of the module as a line of JSON.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from bench.measure import Measurement

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def measured_on(engine: str, module: str) -> Iterator[Measurement]:
    """Run a module's measurements on an engine; the engine's name ends each name."""
    command = [sys.executable, "-m", "bench.database", module]
    with (
        _environment(engine) as environment,
        subprocess.Popen(
            command, env=environment, cwd=Path(__file__).parents[1], stdout=subprocess.PIPE
        ) as process,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            name, ratio, limit = json.loads(line)
            yield Measurement(f"{name}-{engine}", ratio, limit)
    if process.returncode:
        raise RuntimeError(f"{module} could not be measured on {engine}")


@contextmanager
def _environment(engine: str) -> Iterator[dict[str, str]]:
    environment = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    with tempfile.TemporaryDirectory(prefix="koinon-bench-") as home:
        environment |= {
            "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
            "KOINON_HOME": home,
            "KOINON_SECRET_KEY": "not a secret: measurements only",
        }
        if engine == SQLITE:
            yield environment
            return
        from tests.cluster import throwaway_cluster  # noqa: PLC0415 - SQLite needs none
        from tests.machine import postgresql  # noqa: PLC0415

        with throwaway_cluster(postgresql()) as address:
            yield environment | {"KOINON_DATABASE": address}


def _prepare() -> None:
    import django  # noqa: PLC0415 - only in a process that has its settings
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


if __name__ == "__main__":
    _prepare()
    for measurement in import_module(sys.argv[1]).measurements():
        print(json.dumps(measurement), flush=True)
