"""Eight visitors who ask one page after another, each over a connection of its own."""

import socket
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle
from statistics import quantiles
from typing import NamedTuple

CLIENTS = 8
OK, NOT_MODIFIED = 200, 304


class Visit(NamedTuple):
    """What visitors saw: how many answers a second, and within how many seconds 95 % came."""

    per_second: float
    p95: float


def visit(
    port: int, addresses: Sequence[str], *, seconds: float, clients: int = CLIENTS, tag: str = ""
) -> Visit:
    """Let visitors ask for pages in turns; with ``tag``, for pages they have already."""
    with ThreadPoolExecutor(clients) as pool:
        start = time.perf_counter()
        asked = [
            pool.submit(_one, port, _from(addresses, n * len(addresses) // clients), seconds, tag)
            for n in range(clients)
        ]
        times = [taken for it in asked for taken in it.result()]
        passed = time.perf_counter() - start
    return Visit(len(times) / passed, quantiles(times, n=20)[-1])


def _from(addresses: Sequence[str], first: int) -> list[str]:
    return [*addresses[first:], *addresses[:first]]


def _one(port: int, addresses: Sequence[str], seconds: float, tag: str) -> list[float]:
    expected = NOT_MODIFIED if tag else OK
    times = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        end = time.perf_counter() + seconds
        for address in cycle(addresses):
            start = time.perf_counter()
            status = _ask(connection, address, tag)
            times.append(time.perf_counter() - start)
            if status != expected:
                raise RuntimeError(f"{address}: {status}")
            if time.perf_counter() > end:
                return times
    return times


def tag_of(port: int, address: str) -> str:
    """Ask for a page's tag."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        head, _ = _answer(connection, address, "")
    return next(
        line.partition(":")[2].strip()
        for line in head.decode().split("\r\n")
        if line.casefold().startswith("etag:")
    )


def _ask(connection: socket.socket, address: str, tag: str) -> int:
    head, _ = _answer(connection, address, tag)
    return int(head[9:12])


def _answer(connection: socket.socket, address: str, tag: str) -> tuple[bytes, int]:
    lines = [f"GET {address} HTTP/1.1", "Host: localhost", "Accept-Encoding: gzip"]
    lines += [f"If-None-Match: {tag}"] if tag else []
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    received = b""
    while b"\r\n\r\n" not in received:
        received += _more(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    length = _length(head)
    read = len(body)
    while read < length:
        read += len(_more(connection))
    return head, length


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(262_144)
    if not part:
        raise RuntimeError("the site closed the connection")
    return part


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0
