"""A process that serves pages reads names before anybody asks, and anew while it answers."""

import pytest

from tests.databases import run

pytestmark = pytest.mark.django_db

PROGRAM = """
import time
from datetime import date
from koinon.history.actor import Actor
from koinon.overview.search import keep_names_ready, present, search
from koinon.register.actions import add_organisations
from koinon.register.drafts import OrganisationDraft, OrganisationNameDraft

def add(first, last):
    codes = [f"bund-{n}" for n in range(first, last)]
    drafts = [OrganisationDraft(code=code, kind="network") for code in codes]
    names = [
        OrganisationNameDraft(organisation=it, language="mul", name=f"Quax {it}", use="official")
        for it in codes
    ]
    add_organisations(organisations=drafts, names=names, by=Actor.operator("anna"))

def until(happened):
    end = time.monotonic() + 60
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)

def found(code):
    return [hit.code for hit in search(f"Quax {code}", date(2026, 11, 22)).hits][:1]

present.FEW = 5
add(0, 3)
keep_names_ready()
until(lambda: present._names._large is not None)
first = present._names._large
add(3, 20)
assert found("bund-17") == ["bund-17"]
until(lambda: present._names._large is not first)
assert len(present._names._large.names) == 40
assert found("bund-2") == ["bund-2"]
add(20, 21)
assert found("bund-20") == ["bund-20"]
"""


def test_names_are_read_beside_those_who_ask(address: str) -> None:
    done = run(address, PROGRAM)
    assert done.returncode == 0, done.stderr


def test_no_database_yet_is_no_reason_to_fail(address: str) -> None:
    program = "from koinon.config.wsgi import application; import time; time.sleep(1)"
    nowhere = f"{address}-not-there" if address.startswith("postgresql") else "sqlite:////nowhere/x"
    done = run(nowhere, program)
    assert (done.returncode, done.stderr) == (0, "")
