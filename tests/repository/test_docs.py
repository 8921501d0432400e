"""The documentation keeps up with what it describes."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.repository.tree import ROOT, lines, place, python_files

DOCS = ROOT / "docs"
DECISION = 40
PAGES = [
    *sorted(path for path in DOCS.rglob("*.md") if "_build" not in path.parts),
    *sorted(ROOT.glob("*.md")),
    *sorted(ROOT.glob("demo/*.md")),
]


def without_code(path: Path) -> str:
    """Read a page without its examples."""
    text = path.read_text(encoding="utf-8")
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(path: Path) -> set[str]:
    """List the names by which the headings of a page can be linked to."""
    headings = re.findall(r"^#+ (.+)$", without_code(path), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", it.lower()).strip().replace(" ", "-") for it in headings}


def links(path: Path) -> Iterator[str]:
    """Give the links of a page that lead to the project's own files."""
    for target in re.findall(r"\]\(([^)\s]+)\)", without_code(path)):
        if not re.match(r"[a-z]+:", target):
            yield target


def leads_somewhere(path: Path, target: str) -> bool:
    name, _, anchor = target.partition("#")
    found = (path.parent / name).resolve() if name else path
    return found.exists() and (not anchor or anchor in anchors(found))


def test_every_setting_is_documented_and_no_other() -> None:
    named = {
        name
        for path in python_files("src")
        for name in re.findall(r'"(KOINON_[A-Z_]+)"', path.read_text(encoding="utf-8"))
    }
    text = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(KOINON_[A-Z_]+)`", text, re.MULTILINE)) == named


def test_every_target_of_make_is_documented_and_no_other() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    text = (DOCS / "development.md").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"^\| `make ([a-z]+)`", text, re.MULTILINE)) == targets


def test_decisions_are_short_and_numbered_without_gaps() -> None:
    records = sorted(DOCS.glob("decisions/0*.md"))
    assert [place(path) for path in records if lines(path) > DECISION] == []
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))


@pytest.mark.parametrize("path", [pytest.param(path, id=place(path)) for path in PAGES])
def test_links_lead_somewhere(path: Path) -> None:
    assert [target for target in links(path) if not leads_somewhere(path, target)] == []


def test_a_broken_link_is_seen() -> None:
    page = DOCS / "index.md"
    assert leads_somewhere(page, "data.md#correcting-a-fact")
    assert not leads_somewhere(page, "data.md#correcting-nothing")
    assert not leads_somewhere(page, "no-such-page.md")


def test_every_page_can_be_reached_from_the_first() -> None:
    reached = {DOCS / "index.md"}
    ahead = list(reached)
    while ahead:
        path = ahead.pop()
        for target in links(path):
            found = (path.parent / target.partition("#")[0]).resolve()
            if found.suffix == ".md" and found.exists() and found not in reached:
                reached.add(found)
                ahead.append(found)
    listed = {path for path in PAGES if DOCS in path.parents and path.parent.name != "decisions"}
    assert sorted(place(path) for path in listed - reached) == []


def test_the_two_commands_of_the_first_page_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = set(re.findall(r"^make (\w+) ", readme, re.MULTILINE))
    assert commands == {"demo", "test"}
    assert commands <= set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))


def test_the_credits_are_those_of_the_bundle() -> None:
    bundle = tomllib.loads((ROOT / "demo" / "bundle.toml").read_text(encoding="utf-8"))
    text = (DOCS / "data.md").read_text(encoding="utf-8")
    listed = text.partition("## Licences and credits")[2].partition("\n## ")[0]
    assert re.findall(r"^- (.+)$", listed, re.MULTILINE) == bundle["credits"]


def test_the_public_description_agrees_with_the_package() -> None:
    described: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    python = next(it for it in described["dependsOn"]["open"] if it["name"] == "Python")
    assert described["softwareVersion"] == package["version"]
    assert described["legal"]["license"] == package["license"]
    assert f">={python['versionMin']}" in package["requires-python"]
    assert set(described["localisation"]["availableLanguages"]) == set(described["description"])
    for words in described["description"].values():
        assert len(words["shortDescription"]) <= 150 <= len(words["longDescription"])


def test_the_changes_of_this_version_are_told() -> None:
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(package['version'])}\b", changes, re.MULTILINE)
