"""A pytest plugin that writes down how each test ended, for `tests.run` to judge."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

OUTCOMES = ("passed", "failed", "error", "skipped", "xfailed", "xpassed", "deselected")
deselected = 0


def pytest_deselected(items: Sequence[pytest.Item]) -> None:
    global deselected  # noqa: PLW0603 - a plugin module is one per process
    deselected += len(items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    output: dict[str, Any] | None = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["deselected"] = deselected


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    global deselected  # noqa: PLW0603
    # Every worker collects all tests, so the counts are the same and not to be added up.
    deselected = max(deselected, getattr(node, "workeroutput", {}).get("deselected", 0))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = {name: len(terminalreporter.stats.get(name, ())) for name in OUTCOMES}
    counts["deselected"] = max(counts["deselected"], deselected)
    Path(os.environ["TALLY"]).write_text(json.dumps(counts), encoding="utf-8")
