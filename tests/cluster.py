"""A PostgreSQL cluster that lives as long as one run of the tests."""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ATTEMPTS = 5
PATIENCE = 60.0


class NotStarted(Exception):
    """PostgreSQL did not come up."""


@contextmanager
def throwaway_cluster(programs: Path) -> Iterator[str]:
    """Start a cluster of its own on a free port; give the address of its database."""
    home = Path(tempfile.mkdtemp(prefix="koinon-postgresql-"))
    try:
        password = secrets.token_urlsafe(16)
        owner = unprivileged(home)
        make(programs, home, password, owner)
        server, port = start(programs, home, owner)
        try:
            yield f"postgresql://koinon:{password}@127.0.0.1:{port}/postgres"
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait()
    finally:
        shutil.rmtree(home)


def unprivileged(home: Path) -> dict[str, Any]:
    """Choose whom the server runs as: it refuses root."""
    if os.geteuid() != 0:
        return {}
    users = {user.pw_name: user for user in pwd.getpwall()}
    user = users.get("postgres") or users["nobody"]
    os.chown(home, user.pw_uid, user.pw_gid)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def make(programs: Path, home: Path, password: str, owner: dict[str, Any]) -> None:
    secret = home / "password"
    secret.touch(mode=0o600)
    secret.write_text(password, encoding="ascii")
    if owner:
        os.chown(secret, owner["user"], owner["group"])
    command: list[str | Path] = [programs / "initdb", "--pgdata", home / "data"]
    command += ["--username=koinon", "--pwfile", secret, "--auth=scram-sha-256"]
    command += ["--encoding=UTF8", "--locale=C", "--no-sync"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False, **owner)
    if done.returncode:
        raise NotStarted(f"initdb failed: {done.stderr.strip()}")


def start(programs: Path, home: Path, owner: dict[str, Any]) -> tuple[subprocess.Popen[bytes], int]:
    log = home / "log"
    for _ in range(ATTEMPTS):
        port = free_port()
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": port,
            "unix_socket_directories": "",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            # It would take tables that a test is filling, unseen by others, for empty ones.
            "autovacuum": "off",
        }
        options = [part for it in settings.items() for part in ("-c", f"{it[0]}={it[1]}")]
        with log.open("ab") as output:
            server = subprocess.Popen(
                [programs / "postgres", "-D", home / "data", *options],
                cwd=home,
                stdout=output,
                stderr=output,
                **owner,
            )
        if answers(programs, server, port):
            return server, port
    raise NotStarted(f"PostgreSQL did not start: {log.read_text(encoding='utf-8').strip()}")


def answers(programs: Path, server: subprocess.Popen[bytes], port: int) -> bool:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        asked = subprocess.run(
            [programs / "pg_isready", "--quiet", "--host=127.0.0.1", f"--port={port}"], check=False
        )
        if asked.returncode == 0 and server.poll() is None:
            return True
        time.sleep(0.05)
    server.kill()
    server.wait()
    return False


def free_port() -> int:
    with socket.socket() as connection:
        connection.bind(("127.0.0.1", 0))
        port: int = connection.getsockname()[1]
        return port
