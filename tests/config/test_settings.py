"""The settings as a process reads them."""

import os
import subprocess
import sys
from pathlib import Path

READ = "from django.conf import settings; settings.DEBUG; print(settings.KOINON_HOME)"


def read(**environment: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("KOINON_")}
    kept |= {"DJANGO_SETTINGS_MODULE": "koinon.config.settings"}
    return subprocess.run(
        [sys.executable, "-c", READ],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_reading_the_settings_writes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = read(KOINON_HOME=str(home))
    assert (done.stdout, done.returncode) == (f"{home}\n", 0)
    assert not home.exists()


def test_home_stands_in_the_users_data_folder(tmp_path: Path) -> None:
    assert read(XDG_DATA_HOME=str(tmp_path)).stdout == f"{tmp_path}/koinon\n"
    assert read(XDG_DATA_HOME="", HOME=str(tmp_path)).stdout == f"{tmp_path}/.local/share/koinon\n"


def test_settings_that_cannot_be_are_refused_in_one_sentence() -> None:
    for name, value in (
        ("KOINON_CONTACT", "nobody"),
        ("KOINON_CONTACT", "a@b.eu?bcc=c@d.eu"),
        ("KOINON_EMBED_ORIGINS", "www.city.eu"),
        ("KOINON_EMBED_ORIGINS", "https://www.city.eu; script-src *"),
        ("KOINON_EMBED_ORIGINS", "https://www.city.eu/path"),
    ):
        done = read(**{name: value})
        assert done.returncode == 1
        assert f"{name} must" in done.stderr.splitlines()[-1]
    assert read(KOINON_CONTACT="office@city.eu").returncode == 0
    assert read(KOINON_EMBED_ORIGINS="https://www.city.eu,http://localhost:8000").returncode == 0
