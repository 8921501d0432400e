"""Languages of the pages: what is missing, and a further one out of one folder."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from koinon.gazetteer.models import Place
from koinon.overview.names import names_of_places
from koinon.wording.collation import sort_key
from tests.web.markup import page
from tests.web.places import LANGUAGES, seen
from tests.wording.test_further_language import SOME, catalogue

pytestmark = pytest.mark.django_db

DEMO = Path(__file__).parents[2] / "demo"


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_demonstration_is_complete_in_each_language(language: str) -> None:
    rows = seen(language, "languages/?on=2026-11-22").one("table").one("tbody").all("tr")
    assert [row.one("th")["lang"] for row in rows] == list(LANGUAGES)
    words = {"de": "vollständig", "en": "complete", "fr": "complet"}[language]
    for row in rows:
        cells = [cell.text for cell in row.all("td")]
        # One network has no French name that a source gives.
        assert [cell for cell in cells[:-1] if not cell.startswith(words)] == []


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("language", "germany", "tuerkiye"),
    [("de", "Deutschland", "Türkei"), ("en", "Germany", "Türkiye"), ("fr", "Allemagne", "Turquie")],
)
def test_countries_bear_the_names_of_cldr(language: str, germany: str, tuerkiye: str) -> None:
    keys = dict(Place.objects.filter(code__in=["de", "tr"]).values_list("code", "pk"))
    names = names_of_places(keys.values())
    assert (names[keys["de"]][language], names[keys["tr"]][language]) == (germany, tuerkiye)


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("language", LANGUAGES)
def test_networks_stand_in_the_order_of_their_names(client: Client, language: str) -> None:
    main = page(client.get(f"/{language}/networks/")).one("main")
    codes = [it["href"] for it in main.all("a", href=None) if "/networks/" in it["href"]]
    names = [it.text for it in main.all("a", href=None) if "/networks/" in it["href"]]
    assert len(codes) > 10
    assert names == sorted(names, key=lambda name: sort_key(name, language))


PROGRAM = f"""
import django; django.setup()
import json, sys
from pathlib import Path
from django.core.management import call_command
from django.test import Client
from django.test.utils import setup_test_environment
from koinon.history.actor import Actor
from koinon.register.actions import load_bundle
from koinon.register.bundle.exporting import export_bundle
setup_test_environment()
call_command("migrate", verbosity=0)
load_bundle(Path({str(DEMO)!r}), by=Actor.system("test"))
pages = ["", "cities/koeln/", "networks/eccar/", "imprint/", "languages/", "changes/", "embed/"]
answers = {{it: Client().get(f"/nl/{{it}}") for it in pages}}
feed = Client().get("/nl/changes.atom")
export_bundle(Path(sys.argv[1]))
posts = (Path(sys.argv[1]) / "posts.csv").read_text("utf-8").splitlines()[0]
print(json.dumps({{
    "status": sorted({{it.status_code for it in answers.values()}} | {{feed.status_code}}),
    "city": answers["cities/koeln/"].content.decode(),
    "languages": answers["languages/"].content.decode(),
    "german": Client().get("/de/cities/koeln/").content.decode(),
    "reader": Client().get("/", headers={{"accept-language": "nl-BE"}})["Location"],
    "columns": posts,
}}))
"""


def test_a_further_language_is_one_folder(tmp_path: Path) -> None:
    folder = catalogue(tmp_path / "catalogues", SOME)
    kept = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "out")],
        env=kept
        | {
            "KOINON_CATALOGUES": str(folder),
            "KOINON_HOME": str(tmp_path),
            "KOINON_DEBUG": "true",
            "DJANGO_SETTINGS_MODULE": "koinon.config.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answer = json.loads(done.stdout)
    assert answer["status"] == [200]
    assert answer["reader"] == "/nl/"
    assert 'lang="nl"' in answer["city"]
    assert "Steden" in answer["city"]
    assert "Duitsland" in answer["city"]
    # What is not translated is English and says so at the top.
    assert "Skip to content" in answer["city"]
    assert "sentences are still missing in this language" in answer["city"]
    assert '<a href="/nl/cities/koeln/" lang="nl"' in answer["german"]
    assert "still missing" not in answer["german"]
    assert "Nederlands" in answer["languages"]
    assert "name_nl" in answer["columns"].split(",")
