"""Every field says who may see it, once."""

from collections import Counter

import pytest
from django.apps import apps
from django.db import models

from koinon.history.publicity import Classified

OURS = [model for model in apps.get_models() if model.__module__.startswith("koinon.")]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_classified_once(model: type[models.Model]) -> None:
    classified = getattr(model, "classified", None)
    assert isinstance(classified, Classified), f"{model.__name__} is not classified"
    fields = [field.name for field in model._meta.concrete_fields]
    assert Counter(classified.fields) == Counter(fields)


def test_names_of_people_are_personal() -> None:
    person = apps.get_model("register", "Person").classified
    assert person.personal.split() == ["code", "title", "given_name", "family_name"]
    assert person.public == ""
