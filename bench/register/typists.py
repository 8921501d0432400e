"""People who type into the field of a served site, letter by letter, and look at the list."""

import re
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from random import Random
from typing import NamedTuple
from urllib.parse import quote

from bench.register.named import Target
from bench.register.naming import misspelt

LETTERS_A_SECOND = 5
FIRST = 3
_LINK = re.compile(r'<li><a href="/de([^"?]+)')


class Typed(NamedTuple):
    """How long each answer took, and how many names were typed and found among the first."""

    seconds: list[float]
    names: int
    found: int


def type_at_once(port: int, people: Sequence[Sequence[Target]], seed: int) -> Typed:
    """Let people type at the same time, each the names of one list."""
    with ThreadPoolExecutor(len(people)) as pool:
        typed = list(
            pool.map(
                lambda it: _type_all(port, it[1], Random(seed * 1000 + it[0])), enumerate(people)
            )
        )
    return Typed(
        [second for it in typed for second in it.seconds],
        sum(it.names for it in typed),
        sum(it.found for it in typed),
    )


def _type_all(port: int, targets: Sequence[Target], random: Random) -> Typed:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    seconds, found = [], 0
    time.sleep(random.random() / LETTERS_A_SECOND)
    for target in targets:
        text = misspelt(target.name, random) if random.random() < 1 / 3 else target.name
        answer = ""
        for length in range(1, len(text) + 1):
            start = time.perf_counter()
            answer = ask(connection, text[:length])
            took = time.perf_counter() - start
            seconds.append(took)
            time.sleep(max(0, 1 / LETTERS_A_SECOND - took))
        found += target.address in _LINK.findall(answer)[:FIRST]
    connection.close()
    return Typed(seconds, len(targets), found)


def ask(connection: HTTPConnection, text: str) -> str:
    """Ask for the list beneath the field."""
    connection.request("GET", f"/de/search/hits/?q={quote(text)}", headers={"Host": "localhost"})
    response = connection.getresponse()
    body = response.read().decode()
    assert response.status == 200, (text, response.status)
    return body
