"""What the tests need of the machine: found, else installed where that can be done, else named."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class Missing(Exception):
    """The machine lacks something that cannot be installed from here."""


def chromium() -> Path:
    """Find the browser that Debian ships."""
    return found_or_installed(find_chromium, "chromium", "Chromium")


def postgresql() -> Path:
    """Find the folder of PostgreSQL's server programs."""
    return found_or_installed(find_postgresql, "postgresql", "PostgreSQL's server programs")


def find_chromium() -> Path | None:
    paths = (shutil.which(name) for name in CHROMIUM)
    return next((Path(path) for path in paths if path), None)


def find_postgresql() -> Path | None:
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name)
    )
    if shutil.which("pg_config"):
        told = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True)
        folders.append(Path(told.stdout.strip()))
    complete = [
        path for path in folders if all((path / it).exists() for it in ("initdb", "postgres"))
    ]
    return complete[-1] if complete else None


def found_or_installed(find: Callable[[], Path | None], package: str, name: str) -> Path:
    path = find()
    if path is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install(package)
        path = find()
    if path is None:
        raise Missing(f"The tests need {name}: install it (on Debian: apt-get install {package}).")
    return path


def install(package: str) -> None:
    print(f"Installing {package}", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", package]):
        subprocess.run(
            ["apt-get", "--quiet=2", *command],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
