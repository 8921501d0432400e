"""Several write at the same time: nobody overtakes or blocks another for good."""

import subprocess
import sys

from tests.databases import environment, run
from tests.register.test_bundle import AGAIN, BUNDLES

OTHER = BUNDLES / "other"

STATE = """
import sys, django; django.setup()
from koinon.register.actions import state
from tests.register.town import OPERATOR, statement
first = int(sys.argv[1])
for number in range(first, first + 5):
    for bond, said_by in (("koeln-eccar", "koeln"), ("bonn-eccar", "bonn")):
        state(statements=[statement(number, bond=bond, said_by=said_by)], by=OPERATOR)
"""
LOAD = f"import django; django.setup()\n{AGAIN}"
ADD = """
import django; django.setup()
from koinon.gazetteer.actions import add_places
from koinon.gazetteer.drafts import PlaceDraft
from koinon.history.refusal import Overtaken
from tests.register.town import OPERATOR
for number in range(10):
    try:
        add_places(places=[PlaceDraft(code=f"p{number}", kind="county")], by=OPERATOR)
    except Overtaken as error:
        assert str(error).endswith("please try again.")
"""
FILL = """
from tests.register.town import add_ties, add_town
add_town()
add_ties()
"""
SEEN = """
from koinon.gazetteer.models import Place
from koinon.history.models import Entry
from koinon.register.models import Spell, Statement
from koinon.register.queries.bonds import spells_known
from django.db.models import Max
numbers = list(Entry.objects.order_by("number").values_list("number", flat=True))
assert numbers == list(range(1, len(numbers) + 1)), numbers
print(Statement.objects.filter(bond__code__endswith="-eccar").count())
print(Place.objects.filter(kind="county").count())
for row in Spell.objects.order_by("bond__code"):
    assert (row.value,) == spells_known([row.bond_id])[row.bond_id]
    newest = Statement.objects.filter(bond=row.bond_id).aggregate(Max("pk"))["pk__max"]
    print(row.bond, row.value.party.number == newest)
"""


def start(address: str, program: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, env=environment(address))


def test_statements_places_and_a_bundle_at_the_same_time(address: str) -> None:
    filled = run(
        address, "from tests.register.town import add_ties, add_town; add_town(); add_ties()"
    )
    assert filled.stderr == ""
    running = [start(address, STATE, str(first)) for first in (100, 200)]
    running += [start(address, ADD) for _ in range(2)]
    running += [start(address, LOAD, str(OTHER)) for _ in range(2)]
    assert [process.wait(timeout=120) for process in running] == [0] * 6
    seen = run(address, SEEN)
    assert seen.stderr == ""
    assert seen.stdout.split("\n")[:-1] == ["20", "10", "bonn-eccar True", "koeln-eccar True"]
