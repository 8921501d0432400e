"""Statutes at hand: shipped, in a folder, read once, checked against each other."""

import os
from datetime import date
from pathlib import Path

import pytest

from koinon.rules.bound import Bound
from koinon.rules.period import Period
from koinon.rules.trace import RuleRef, SourceRef
from koinon.statutes.applied import applied, rules_on
from koinon.statutes.faults import StatuteError
from koinon.statutes.inspection import check_files, check_library
from koinon.statutes.library import SHIPPED, Library, NoSuchNetwork, document_in
from tests.statutes.example import DOCUMENTS, EXAMPLE

RIVER = "river-league"


def _dropped(folder: Path, text: str = EXAMPLE, code: str = RIVER) -> Path:
    path = folder / f"{code}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def _named(code: str, inside: str) -> str:
    text = EXAMPLE.replace(f'code = "{RIVER}"', f'code = "{code}"')
    return text.replace('inside = "sea-league"', f'inside = "{inside}"')


def test_a_file_dropped_into_the_folder_adds_a_network(tmp_path: Path) -> None:
    _dropped(tmp_path)
    library = Library(tmp_path)
    assert RIVER in library.codes()
    assert set(Library().codes()) == set(library.codes()) - {RIVER}
    assert library.statute(RIVER).names["de"] == "Flussbund"


def test_reading_one_document_leaves_the_others_alone(tmp_path: Path) -> None:
    _dropped(tmp_path)
    _dropped(tmp_path, "this is no TOML", "broken")
    assert Library(tmp_path).statute(RIVER).code == RIVER


def test_a_code_that_is_shipped_is_refused(tmp_path: Path) -> None:
    own = _dropped(tmp_path, (SHIPPED / "uclg.toml").read_text(encoding="utf-8"), "uclg")
    with pytest.raises(StatuteError) as caught:
        Library(tmp_path).statute("uclg")
    assert str(caught.value) == (
        f"{own}: code: The statute “uclg” is already shipped; please choose another code "
        "or take the file out of the folder."
    )
    (checked,) = [item for item in check_library(Library(tmp_path)) if item.file == str(own)]
    assert [fault.reason.code for fault in checked.faults] == ["statute.fault.code-shipped"]


def test_a_file_must_be_named_after_its_network(tmp_path: Path) -> None:
    path = _dropped(tmp_path, code="other")
    with pytest.raises(StatuteError, match=r"must be named “river-league.toml”"):
        Library(tmp_path).statute("other")
    with pytest.raises(StatuteError):
        document_in(path)


def test_an_unknown_network_is_told_with_the_nearest_one() -> None:
    with pytest.raises(NoSuchNetwork, match="There is no statute “uclgg”; “uclg” may be meant"):
        Library().statute("uclgg")
    with pytest.raises(NoSuchNetwork, match=r"There is no statute “\.\./x”; known are: .*uclg"):
        Library().statute("../x")


@pytest.mark.parametrize("code", ["", "a" * 5000, "a\0b", "..", "networks/uclg"])
def test_no_code_leads_anywhere_else(code: str) -> None:
    with pytest.raises(NoSuchNetwork):
        Library().statute(code)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(StatuteError, match="KOINON_STATUTES"):
        Library(tmp_path / "nowhere").codes()
    with pytest.raises(StatuteError, match="KOINON_STATUTES"):
        Library(tmp_path / "nowhere").has("uclg")


@pytest.mark.parametrize("code", ["uclg", RIVER, "uclgg", "", "../networks/uclg", "x" * 300, "\0"])
def test_a_library_has_what_it_lists(tmp_path: Path, code: str) -> None:
    _dropped(tmp_path)
    library = Library(tmp_path)
    assert library.has(code) is (code in library.codes())


def test_a_document_is_read_again_only_when_its_text_changes(tmp_path: Path) -> None:
    path = _dropped(tmp_path)
    first = document_in(path)
    assert document_in(path) is first
    os.utime(path, ns=(1, 1))
    assert document_in(path) is first
    _dropped(tmp_path, EXAMPLE.replace("Flussbund", "Strombund"))
    second = document_in(path)
    assert second.statute.names["de"] == "Strombund"
    assert second.digest != first.digest


def test_networks_nested_in_a_circle_are_refused(tmp_path: Path) -> None:
    paths = [
        _dropped(tmp_path, _named("one", "two"), "one"),
        _dropped(tmp_path, _named("two", "three"), "two"),
        _dropped(tmp_path, _named("three", "one"), "three"),
        _dropped(tmp_path, _named("four", "one"), "four"),
    ]
    checked = check_files(paths, Library(tmp_path))
    found = [[(f.path, f.reason.params.get("codes")) for f in item.faults] for item in checked]
    assert found == [
        [("nesting[0].inside", ("one", "two", "three", "one"))],
        [("nesting[0].inside", ("two", "three", "one", "two"))],
        [("nesting[0].inside", ("three", "one", "two", "three"))],
        [],
    ]


def test_documents_nested_in_a_circle_are_not_loaded(tmp_path: Path) -> None:
    _dropped(tmp_path, _named("one", "two"), "one")
    _dropped(tmp_path, _named("two", "one"), "two")
    with pytest.raises(StatuteError, match="parts of each other in a circle: one, two and one"):
        Library(tmp_path).documents()


def test_a_network_inside_itself_is_refused(tmp_path: Path) -> None:
    path = _dropped(tmp_path, _named("one", "one"), "one")
    (checked,) = check_files([path], Library())
    assert [fault.reason.code for fault in checked.faults] == ["statute.fault.nested-in-itself"]


@pytest.mark.parametrize(
    ("by", "codes"),
    [
        ("nowhere:board", []),
        ("uclg:world-council", []),
        ("uclg:world-councli", ["statute.fault.no-such-code-there-near"]),
        ("uclg:qqqq", ["statute.fault.no-such-code-there"]),
        ("river-league:board", []),
        ("river-league:baord", ["statute.fault.no-such-code-there-near"]),
    ],
)
def test_references_to_other_documents(tmp_path: Path, by: str, codes: list[str]) -> None:
    text = EXAMPLE.replace('to = "office"', f'to = "{by}"')
    text = text.replace(
        "office = { ", 'bureau = { subset_of = "office", names.mul = "B" }\noffice = { '
    )
    text = text.replace('subset_of = "assembly"', 'subset_of = "bureau"')
    path = _dropped(tmp_path, text)
    (checked,) = check_files([path], Library(tmp_path))
    assert [fault.reason.code for fault in checked.faults] == codes


def test_a_check_tells_what_is_good_and_what_is_not(tmp_path: Path) -> None:
    bad = _dropped(tmp_path, "format = 1", "bad")
    missing = tmp_path / "missing.toml"
    good, broken, none = check_files([DOCUMENTS / "river-league.toml", bad, missing], Library())
    assert (good.code, good.rules, good.is_good) == (RIVER, 12, True)
    assert good.sentences("de") == (f"{good.file}: in Ordnung (12 Regeln).",)
    assert [fault.reason.params["key"] for fault in broken.faults] == [
        "code",
        "names",
        "about",
        "sources",
    ]
    assert none.sentences() == (f"{missing}: There is no such file; please check the path.",)


def test_a_rule_is_applied_with_its_reference_until_the_next_version() -> None:
    statute = document_in(DOCUMENTS / "river-league.toml").statute
    rules = applied(statute, "fee")
    assert [(item.rule.code, item.rule.form) for item in rules] == [
        ("half", "share"),
        ("members", "bands"),
        ("members", "rate"),
    ]
    assert rules[1].validity == Period(Bound(date(2010, 5, 1)), Bound.parse("2016"))
    assert rules[2].ref == RuleRef(
        network=RIVER,
        kind="fee",
        form="rate",
        code="members",
        valid_from="2018-01-01",
        sources=(
            SourceRef(code="page-2020", title="Page", type="network-page", dated="2020"),
            SourceRef(code="press-2021", title="Press", type="press", dated="by 2021-03"),
        ),
    )


def test_the_rules_of_a_day_are_certain_or_perhaps() -> None:
    statute = document_in(DOCUMENTS / "river-league.toml").statute
    found = [
        (item.applied.rule.form, item.holds)
        for item in rules_on(statute, date(2016, 7, 1))
        if item.kind in ("fee", "quota")
    ]
    assert found == [("bands", None), ("share", True)]
    assert rules_on(statute, date(2009, 1, 1)) == ()
