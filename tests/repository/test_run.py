"""The runner of the suites overlooks nothing."""

import os
from pathlib import Path

import pytest

from tests.run import counted, faults, told

EVERY_END = """
import pytest

def test_passes(): pass
def test_fails(): assert False
def test_skips(): pytest.skip("no time")
@pytest.mark.xfail
def test_is_expected_to_fail(): assert False
@pytest.mark.xfail(strict=False)
def test_passes_unexpectedly(): pass
@pytest.fixture
def broken(): raise RuntimeError
def test_errs(broken): pass
def test_left_out(): pass
"""
COUNTS = {
    "passed": 1,
    "failed": 1,
    "error": 1,
    "skipped": 1,
    "xfailed": 1,
    "xpassed": 1,
    "deselected": 1,
}


@pytest.mark.parametrize("workers", [[], ["--numprocesses=2"]], ids=["alone", "workers"])
def test_every_end_of_a_test_is_counted(tmp_path: Path, workers: list[str]) -> None:
    path = tmp_path / "test_ends.py"
    path.write_text(EVERY_END, encoding="utf-8")
    counts = counted([*workers, "-k", "not left_out", str(path)], dict(os.environ))
    assert counts == COUNTS


def test_a_suite_that_cannot_be_read_has_failed(tmp_path: Path) -> None:
    path = tmp_path / "test_broken.py"
    path.write_text("import nothing_of_this_name", encoding="utf-8")
    assert faults(counted([str(path)], dict(os.environ))) == 1


def test_only_passed_tests_are_without_fault() -> None:
    assert faults({"passed": 3, "failed": 0, "skipped": 0}) == 0
    assert faults({"passed": 3, "failed": 0, "skipped": 2}) == 2
    assert faults({"passed": 0, "failed": 0, "skipped": 0}) == 1


def test_a_line_names_what_did_not_pass() -> None:
    assert told({"passed": 3, "failed": 0, "deselected": 0}) == "3 passed"
    assert told(COUNTS).startswith("1 passed, 1 failed, 1 error, 1 skipped")
