"""A register filled in bulk is one that the actions could have written."""

from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model

from bench.large.shape import LARGE, LARGEST, MEDIUM, MIDDLING, SMALL, Size
from koinon.overview.body_holders import MOST_AT_ONCE
from koinon.register.actions.spells import rebuild_spells
from koinon.register.models import Bond, Spell, Statement

pytestmark = pytest.mark.django_db

TABLES = [
    *apps.get_app_config("gazetteer").get_models(),
    *apps.get_app_config("register").get_models(),
]


def spells() -> list[dict[str, Any]]:
    names = [field.attname for field in Spell._meta.local_concrete_fields if field.name != "id"]
    return list(Spell.objects.order_by("bond", "valid_from").values(*names))


def test_spells_are_those_that_the_action_derives(filled: dict[str, int]) -> None:
    copied = spells()
    rebuilt = rebuild_spells(list(Bond.objects.values_list("pk", flat=True)))
    assert rebuilt == len(copied) == filled["Spell"]
    assert copied == spells()
    assert {row["holds"] for row in copied} == {True, False}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("model", TABLES)
def test_rows_are_valid(model: type[Model]) -> None:
    for row in model._default_manager.all()[:50]:
        row.full_clean(validate_unique=False)


def test_it_is_as_large_as_asked_for(filled: dict[str, int]) -> None:
    assert filled["Bond"] == SMALL.bonds
    assert filled["Organisation"] == SMALL.cities + SMALL.networks
    assert filled["Statement"] >= 2 * SMALL.bonds
    assert Statement.objects.filter(bond__tenure=None).exclude(grade=None).exists()
    members = Bond.objects.exclude(kind="tenure")
    assert members.filter(counterpart__code=LARGEST).count() == SMALL.cities
    assert members.filter(counterpart__code=MIDDLING).count() == SMALL.cities // 10


@pytest.mark.parametrize("size", [LARGE, MEDIUM, SMALL])
def test_nobody_belongs_twice_and_nothing_is_left_over(size: Size) -> None:
    tenures = 2 * size.mayors + min(60, size.mayors)
    assert sum(size.members) + tenures == size.bonds
    assert max(size.members) <= size.cities


def test_the_large_one_is_as_large_as_promised() -> None:
    assert (LARGE.cities, LARGE.bonds) == (100_000, 1_000_000)
    assert LARGE.members[:2] == [100_000, 10_000]
    assert LARGE.mayors > MOST_AT_ONCE
