"""What must never be stored is refused by the database itself, on both engines."""

import pytest
from django.db import IntegrityError, connection, transaction

from koinon.register.models import Bond, Spell
from tests.databases import run as run_beside
from tests.register.town import fill

pytestmark = pytest.mark.django_db


def run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def copy(table: str, **changes: object) -> str:
    """Write SQL that copies a row of a table with other values in some columns."""
    with connection.cursor() as cursor:
        description = connection.introspection.get_table_description(cursor, table)
    columns = [column.name for column in description if column.name != "id"]
    taken = ", ".join(str(changes[name]) if name in changes else f'"{name}"' for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table} ({names}) SELECT {taken} FROM {table} LIMIT 1"


BOND = "(SELECT id FROM register_bond WHERE code = 'koeln-eccar')"
NEVER = {
    "place kind": ("gazetteer_place", {"code": "'x'", "kind": "'planet'"}),
    "place code twice": ("gazetteer_place", {}),
    "half a coordinate": ("gazetteer_place", {"code": "'x'", "latitude": "50"}),
    "off the globe": ("gazetteer_place", {"code": "'x'", "latitude": "91", "longitude": "0"}),
    "place name twice": ("gazetteer_placename", {}),
    "second official name": ("gazetteer_placename", {"name": "'Other'"}),
    "organisation kind": ("register_organisation", {"code": "'x'", "kind": "'club'"}),
    "half a bound": ("register_organisation", {"code": "'x'", "founded_earliest": "'2000-01-01'"}),
    "source type": ("register_source", {"code": "'x'", "type": "'rumour'"}),
    "figure basis": ("register_figure", {"basis": "'guessed'", "dated_earliest": "'1999-01-01'"}),
    "figure twice": ("register_figure", {}),
    "figure bound": ("register_figure", {"dated_earliest": "'2030-01-01'"}),
    "population twice": ("register_population", {}),
    "bond kind": ("register_bond", {"code": "'x'", "kind": "'love'"}),
    "bond twice": ("register_bond", {"code": "'x'"}),
    "bond with itself": (
        "register_bond",
        {"code": "'x'", "counterpart_id": "party_id", "kind": "'section'"},
    ),
    "tenure role": ("register_tenure", {"bond_id": BOND, "role": "'guest'"}),
    "statement by nobody": ("register_statement", {"number": "9", "said_by_id": "NULL"}),
    "statement with empty grade": ("register_statement", {"number": "9", "grade": "''"}),
    "statement number twice": ("register_statement", {}),
    "statement start": ("register_statement", {"number": "9", "from_earliest": "'2030-01-01'"}),
    "statement without a day": (
        "register_statement",
        {"number": "9", "until_earliest": "'2010-01-01'", "until_latest": "'2010-01-01'"},
    ),
    "event before it begins": (
        "register_event",
        {"number": "9", "until_earliest": "'1999-01-01'", "until_latest": "'1999-01-01'"},
    ),
    "fee without currency": ("register_typedrule", {"number": "9", "currency": "''"}),
    "fee below zero": ("register_typedrule", {"number": "9", "amount": "-1"}),
    "spell without a day": ("register_spell", {"valid_until": "valid_from"}),
    "spell twice": ("register_spell", {}),
    "side without organisation": ("history_entry", {"number": "99", "by_kind": "'side'"}),
    "unknown actor": ("history_entry", {"number": "99", "by_kind": "'ghost'"}),
    "entry number twice": ("history_entry", {}),
}


def test_what_must_never_be_is_refused() -> None:
    fill()
    taken = [case for case, (table, changes) in NEVER.items() if is_taken(copy(table, **changes))]
    assert taken == []
    assert not is_taken("INSERT INTO history_revision (id, number) VALUES (2, 1)")


def is_taken(sql: str) -> bool:
    try:
        run(sql)
    except IntegrityError:
        return False
    return True


def test_the_same_rows_with_proper_values_are_taken() -> None:
    fill()
    run(copy("gazetteer_place", code="'x'", latitude="50", longitude="7"))
    run(copy("register_bond", code="'x'", strand="'other'"))
    run(copy("register_statement", number="9", grade="NULL"))
    run(copy("register_figure", basis="'counted'"))


OVERLAPS = {
    "inside": ("2012-01-01", "2013-01-01"),
    "around": ("2009-01-01", "2030-01-01"),
    "over the beginning": ("2009-01-01", "2010-01-02"),
    "over the end": ("2019-12-31", "2021-01-01"),
    "the same": ("2010-01-01", "2020-01-01"),
}
BESIDE = {"before": ("2009-01-01", "2010-01-01"), "after": ("2020-01-01", "9999-12-31")}


def add_spell(bond: int, valid_from: str, valid_until: str) -> None:
    run(
        "INSERT INTO register_spell (bond_id, valid_from, valid_until, party_says, network_says,"
        " holds, is_certain, grade, ended, standing, detail)"
        f" VALUES ({bond}, '{valid_from}', '{valid_until}', 'yes', 'nothing', '1', '1', 'member',"
        " 'open', 'one-side', '{}')"
    )


@pytest.fixture
def bonds() -> list[int]:
    fill()
    Spell.objects.all().delete()
    keys = list(Bond.objects.order_by("code").values_list("pk", flat=True))
    add_spell(keys[0], "2010-01-01", "2020-01-01")
    return keys


@pytest.mark.parametrize("case", OVERLAPS)
def test_spells_of_a_bond_never_overlap(bonds: list[int], case: str) -> None:
    with pytest.raises(IntegrityError, match="spell_without_overlap"):
        add_spell(bonds[0], *OVERLAPS[case])
    add_spell(bonds[1], *OVERLAPS[case])


@pytest.mark.parametrize("case", BESIDE)
def test_spells_of_a_bond_may_touch(bonds: list[int], case: str) -> None:
    add_spell(bonds[0], *BESIDE[case])


def test_spells_are_not_moved_over_each_other(bonds: list[int]) -> None:
    add_spell(bonds[0], "2020-01-01", "2021-01-01")
    run("UPDATE register_spell SET valid_until = '2019-06-01' WHERE valid_until = '2020-01-01'")
    with pytest.raises(IntegrityError, match="spell_without_overlap"):
        run("UPDATE register_spell SET valid_until = '2020-06-01' WHERE valid_until = '2019-06-01'")


REMAKE = """
from django.db import IntegrityError, connection, transaction
from koinon.register.models import Organisation, Spell
from tests.register.town import fill
from tests.register.test_constraints import add_spell, run
fill()
for model, name in ((Spell, "grade"), (Organisation, "kind")):
    field = model._meta.get_field(name)
    wider = field.clone()
    wider.set_attributes_from_name(name)
    wider.model = model
    wider.max_length = 80
    with connection.schema_editor() as editor:
        editor.alter_field(model, field, wider)
bond = Spell.objects.first().bond_id
for attempt in (
    lambda: add_spell(bond, "2010-01-01", "2020-01-01"),
    lambda: run("UPDATE register_organisation SET code = 'other'"),
    lambda: run("DELETE FROM register_organisation"),
):
    try:
        attempt()
    except IntegrityError as error:
        print(str(error).split()[0])
"""


def test_the_constraints_survive_a_remade_table(address: str) -> None:
    """Django remakes a table on SQLite to change a column, and its triggers go with the old one."""
    done = run_beside(address, REMAKE)
    assert done.stderr == ""
    assert len(done.stdout.split()) == 3


def test_rows_refer_to_rows_that_are_there() -> None:
    fill()
    with pytest.raises(IntegrityError):
        refer_to_nothing()


def refer_to_nothing() -> None:
    with transaction.atomic():
        run(copy("register_event", number="9", bond_id="987654"))
        connection.check_constraints()
