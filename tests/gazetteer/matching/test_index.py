"""Whom does somebody mean: the right name is found, the better fit goes first."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koinon.gazetteer.matching.index import ENOUGH, MANY, Known, NameIndex
from koinon.gazetteer.matching.likeness import Grade, Likeness

NAMES = (
    "Köln",
    "Cologne",
    "Κολωνία",
    "Кёльн",
    "كولونيا",
    "München",
    "Münster",
    "Mannheim",
    "Frankfurt am Main",
    "Frankfurt (Oder)",
    "Mayors for Peace",
    "Bürgermeister für den Frieden",
    "Rat der Gemeinden und Regionen Europas",
    "Aix-la-Chapelle",
    "Saint-Étienne",
    "Bad Ems",
    "Αθήνα",
    "Θεσσαλονίκη",
    "София",
    "Henriette Reker",
    "RGRE",
    "平和首長会議",
)
INDEX = NameIndex(Known(name, name) for name in NAMES)


def best(text: str) -> list[str]:
    found = INDEX.matches(text).values()
    return [it.name for it in sorted(found, key=lambda it: it.likeness)]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("köln", "Köln"),
        ("Koln", "Köln"),
        ("Koeln", "Köln"),
        ("Kölm", "Köln"),
        ("Klön", "Köln"),
        ("Muenchn", "München"),
        ("Munhcen", "München"),
        ("münhc", "München"),
        ("frankfurt main", "Frankfurt am Main"),
        ("main frankfurt", "Frankfurt am Main"),
        ("frankfurt od", "Frankfurt (Oder)"),
        ("mayors peace", "Mayors for Peace"),
        ("mayers for peice", "Mayors for Peace"),
        ("burgermeister friden", "Bürgermeister für den Frieden"),
        ("Regionen Europas", "Rat der Gemeinden und Regionen Europas"),
        ("saintetienne", "Saint-Étienne"),
        ("etienne saint", "Saint-Étienne"),
        ("badems", "Bad Ems"),
        ("Bda Ems", "Bad Ems"),
        ("reker henriette", "Henriette Reker"),
        ("Henirette Rekker", "Henriette Reker"),
        ("rgre", "RGRE"),
        ("Κολονία", "Κολωνία"),
        ("θεσαλονικη", "Θεσσαλονίκη"),
        ("Кельн", "Кёльн"),
        ("сафия", "София"),
        ("كولونا", "كولونيا"),
        ("平和", "平和首長会議"),
        ("athina", "Αθήνα"),
        ("Thessaloniki", "Θεσσαλονίκη"),
        ("Sofiya", "София"),
        ("Маннхейм", "Mannheim"),
    ],
)
def test_the_name_that_is_meant_goes_first(typed: str, name: str) -> None:
    assert best(typed)[0] == name


@pytest.mark.parametrize(
    ("typed", "likeness"),
    [
        ("Mannheim", Likeness(Grade.EXACT)),
        ("Mannh", Likeness(Grade.BEGINNING)),
        ("Manheim", Likeness(Grade.NEARLY, 2)),
        ("Manheym", Likeness(Grade.NEARLY, 4)),
    ],
)
def test_how_well_a_name_fits(typed: str, likeness: Likeness) -> None:
    assert INDEX.matches(typed)["Mannheim"].likeness == likeness


def test_grades_go_from_exact_to_guess() -> None:
    index = NameIndex(
        Known(name, name) for name in ("Essen", "Essenbach", "Bad Essen", "Esse", "Hessen")
    )
    found = sorted(index.matches("essen").values(), key=lambda it: it.likeness)
    assert [it.name for it in found[:3]] == ["Essen", "Essenbach", "Bad Essen"]
    assert {it.name for it in found[3:]} == {"Esse", "Hessen"}


def test_a_subject_is_found_once_by_the_name_that_fits_best() -> None:
    index = NameIndex([Known("koeln", "Köln"), Known("koeln", "Cologne"), Known("koeln", "Koln")])
    (match,) = index.matches("cologne").values()
    assert (match.name, match.likeness) == ("Cologne", Likeness(Grade.EXACT))


def test_no_error_is_forgiven_for_a_name_that_is_found_as_typed_only() -> None:
    index = NameIndex(
        [Known("oulu", "Oulu"), Known("oulu", "Oulo", as_typed_only=True), Known("oslo", "Oslo")]
    )
    assert set(index.matches("oslo")) == {"oslo"}
    assert index.matches("oulo")["oulu"].likeness == Likeness(Grade.EXACT)
    assert index.matches("oul")["oulu"].likeness == Likeness(Grade.BEGINNING)
    assert index.matches("oolu")["oulu"].name == "Oulu"


def test_of_very_many_names_the_weightiest_are_taken() -> None:
    index = NameIndex(Known(n, f"Stadt {n}", n) for n in range(MANY + 5))
    assert set(index.matches("stad")) == set(range(5, MANY + 5))


def test_of_very_many_names_with_the_same_words_the_weightiest_are_taken() -> None:
    index = NameIndex(Known(n, f"Villa {n:05} Tyne", n) for n in range(MANY + 5))
    assert set(index.matches("tyne villa")) == set(range(5, MANY + 5))
    assert set(index.matches("tyen villa")) <= set(range(MANY + 5))
    assert MANY + 4 in index.matches("tyne")


def test_a_word_and_another_with_an_error_are_found_among_many_with_either() -> None:
    names = [f"Castel {n}" for n in range(200)] + [f"Ort {n} am Main" for n in range(200)]
    index = NameIndex(Known(name, name) for name in [*names, "Castel Main"])
    (match,) = (it for it in index.matches("castql mian").values() if it.likeness.far == 5)
    assert match.name == "Castel Main"


def test_nobody_looks_for_errors_where_enough_fits() -> None:
    names = [f"Essen {n}" for n in range(ENOUGH)]
    index = NameIndex(Known(name, name) for name in [*names, "Hessen"])
    assert set(index.matches("essen")) == set(names)


@pytest.mark.parametrize("typed", ["", " ", "-", "\u0301", "x", "qq", "xyzzy", "no such name"])
def test_what_nothing_is_like_finds_nothing(typed: str) -> None:
    assert best(typed) == []


@pytest.mark.parametrize("typed", ["ab " * 3000, "x" * 10_000, "م" * 10_000, "\u202eabc"])
def test_what_is_no_name_is_answered(typed: str) -> None:
    assert best(typed) == []


# Without ß: it is two letters when folded, and leaving it out would be two errors.
letters = st.sampled_from("abcdefghijklmnoprstuvwzäöüéñłøαβγдежиبتج")
words = st.text(letters, min_size=1, max_size=9)
names = st.lists(words, min_size=1, max_size=4).map(" ".join)
long_names = names.filter(lambda it: len(it) >= 6)

type Edit = Callable[[str, int, str], str]
EDITS: dict[str, Edit] = {
    "deletion": lambda name, at, _: name[:at] + name[at + 1 :],
    "insertion": lambda name, at, letter: name[:at] + letter + name[at:],
    "substitution": lambda name, at, letter: name[:at] + letter + name[at + 1 :],
    "transposition": lambda name, at, _: (
        name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    ),
}


@given(st.lists(names, min_size=1, max_size=12), st.data())
def test_any_name_finds_itself_before_all_others(found: Sequence[str], data: st.DataObject) -> None:
    index = NameIndex(Known(name, name) for name in found)
    name = data.draw(st.sampled_from(found))
    assert index.matches(name)[name].likeness == Likeness(Grade.EXACT)


@pytest.mark.parametrize("edit", EDITS)
@given(st.lists(long_names, min_size=1, max_size=5), st.data(), letters)
def test_any_single_error_in_a_name_is_forgiven(
    edit: str, found: Sequence[str], data: st.DataObject, letter: str
) -> None:
    index = NameIndex(Known(name, name) for name in found)
    name = data.draw(st.sampled_from(found))
    at = data.draw(st.integers(0, len(name) - 1))
    assert name in index.matches(EDITS[edit](name, at, letter))
