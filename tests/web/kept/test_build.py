"""A new build is another build: by what its files say; its pages are new to every browser."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import koinon

pytestmark = pytest.mark.django_db

ASK = """
import json, sys, django
django.setup()
from django.conf import settings
settings.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
from django.test import Client
asked = Client(headers={"host": "localhost"})
tag = {"if-none-match": sys.argv[1]} if sys.argv[1] else {}
answer = asked.get("/de/networks/", headers=tag)
print(json.dumps([answer.status_code, answer["ETag"], answer.content.decode()]))
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Copy the program, as an installation has it."""
    root = Path(koinon.__file__).parent
    shutil.copytree(root, tmp_path / "koinon", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def ask(source: Path, address: str, tag: str = "") -> tuple[int, str, str]:
    environment: dict[str, Any] = os.environ | {
        "PYTHONPATH": str(source),
        "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
        "KOINON_DATABASE": address,
        "KOINON_HOME": str(source / "home"),
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK, tag],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    status, new_tag, content = json.loads(done.stdout)
    return status, new_tag, content


def test_a_new_build_shows_its_own_pages(source: Path, address: str) -> None:
    status, tag, before = ask(source, address)
    assert (status, ask(source, address, tag)[0]) == (200, 304)
    template = source / "koinon/web/templates/web/pages/networks.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("<h1>", '<h1 class="new">'), encoding="utf-8")
    status, new_tag, after = ask(source, address, tag)
    assert status == 200
    assert new_tag != tag
    assert '<h1 class="new">' in after
    assert '<h1 class="new">' not in before
