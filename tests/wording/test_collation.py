"""Names are sorted as the readers of a language look for them."""

import pytest

from koinon.wording.collation import sort_key


@pytest.mark.parametrize(
    ("language", "names"),
    [
        (
            "de",
            [
                "Aachen",
                "Ägypten",
                "Köln",
                "Kolumbien",
                "Österreich",
                "Straße",
                "Strasse 2",
                "Zürich",
            ],
        ),
        ("fr", ["Élancourt", "Elbeuf", "Évreux", "Île-de-France", "Œuf", "Zoug"]),
        ("sv", ["Malmö", "Zug", "Åland", "Älmhult", "Örebro"]),
        ("da", ["Zealand", "Ærø", "Ølstykke", "Århus"]),
        ("en", ["Łódź", "Lyon", "São Paulo", "Şişli", "St Andrews"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(language: str, names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=lambda name: sort_key(name, language)) == names


def test_accents_decide_last() -> None:
    assert sort_key("cote", "fr")[0] == sort_key("côté", "fr")[0]
    assert sort_key("cote", "fr") < sort_key("côté", "fr")
