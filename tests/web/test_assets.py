"""Addresses of style sheets follow from their content, also after they were collected anew."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage

import koinon.web
from koinon.web.assets import STYLESHEETS, Assets

OWN = Path(koinon.web.__file__).parent / "static" / "koinon"
FOR_OTHER_SITES = {"embed.css"}


def collect(assets: Assets, content: str) -> None:
    """Add a style sheet as ``collectstatic`` does."""
    if assets.exists("page.css"):
        assets.delete("page.css")
    assets.save("page.css", ContentFile(content))
    found = {"page.css": (FileSystemStorage(assets.location), "page.css")}
    for _ in assets.post_process(found):
        pass


def test_a_style_sheet_that_changed_has_another_address(tmp_path: Path) -> None:
    assets = Assets(location=tmp_path, base_url="/static/")
    collect(assets, "p { margin: 0 }")
    first = assets.url("page.css")
    assert first == assets.url("page.css") != "/static/page.css"
    collect(assets, "p { margin: 1rem }")
    assert assets.url("page.css") not in (first, "/static/page.css")
    assert assets.url("page.css") == Assets(location=tmp_path, base_url="/static/").url("page.css")


def test_a_file_that_nobody_collected_has_no_address(tmp_path: Path) -> None:
    assets = Assets(location=tmp_path, base_url="/static/")
    collect(assets, "")
    for _ in range(2):
        with pytest.raises(ValueError, match=r"missing\.css"):
            assets.url("missing.css")


def test_a_page_links_every_style_sheet_of_its_own() -> None:
    linked = {name.removeprefix("koinon/") for name in STYLESHEETS if name.startswith("koinon/")}
    assert linked == {path.name for path in OWN.glob("*.css")} - FOR_OTHER_SITES
