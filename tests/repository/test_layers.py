"""The house stands: every package has its floor, and foreign keys point downwards as imports do."""

import tomllib

from django.apps import apps

from tests.repository.tree import ROOT, SOURCE, place


def floors() -> dict[str, int]:
    """Give each package the number of its layer, the lowest first."""
    document = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (contract,) = [
        it for it in document["tool"]["importlinter"]["contracts"] if it["type"] == "layers"
    ]
    return {
        name.strip(" ()"): floor
        for floor, layer in enumerate(reversed(contract["layers"]))
        for name in layer.split("|")
    }


def test_every_package_is_in_a_layer() -> None:
    packages = {path.parent.name for path in SOURCE.glob("*/*.py")}
    assert packages - floors().keys() == set()


def test_every_folder_with_code_is_a_package() -> None:
    # Tools pass over folders that Python would import all the same.
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert [place(it) for it in sorted(folders) if not (it / "__init__.py").exists()] == []


def test_foreign_keys_point_downwards() -> None:
    floor = floors()
    assert [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model.__module__.startswith("koinon.")
        for field in model._meta.get_fields()
        if not field.auto_created
        and isinstance(field.related_model, type)
        and floor[field.related_model._meta.app_label] > floor[model._meta.app_label]
    ] == []
