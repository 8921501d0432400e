"""A site that runs as people run it, and Debian's Chromium to look at it."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import machine
from tests.cluster import free_port

PATIENCE = 120.0
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def live_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the demonstration on a free port, with a home of its own; give its address."""
    home = tmp_path_factory.mktemp("home")
    log = home / "log"
    port = free_port()
    environment = {name: it for name, it in os.environ.items() if not name.startswith("KOINON_")}
    environment |= {
        "KOINON_HOME": str(home),
        "DJANGO_SETTINGS_MODULE": "tests.browser.settings",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = [str(Path(sys.executable).with_name("koinon")), "demo", f"--port={port}"]
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        wait_for(server, port, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as connection:
            if connection.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"The site did not start: {log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("CHROMIUM") or machine.chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, live_url: str) -> Iterator[BrowserContext]:
    """Open a fresh profile that asks for German pages; addresses may be relative to the site."""
    context = browser.new_context(base_url=live_url, locale="de-DE")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture(params=["light", "dark"])
def coloured(request: pytest.FixtureRequest, browser: Browser, live_url: str) -> Iterator[Page]:
    """Open a page of a reader who likes light or dark screens."""
    context = browser.new_context(
        base_url=live_url, locale="de-DE", color_scheme=request.param, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()
