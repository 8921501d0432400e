"""Networks in a pasted column or text: sure, perhaps, or known by their name only."""

import pytest

from koinon.overview.visit.answers import Added
from koinon.overview.visit.recognition import Names, recognised

NAMES = Names(
    {
        "climate": ("climate", "Klima-Bündnis", "Climate Alliance", "Alleanza per il clima e. V."),
        "cemr": ("cemr", "CEMR", "RGRE", "CCRE", "Rat der Gemeinden und Regionen Europas"),
        "cemr-de": ("cemr-de", "RGRE Deutsche Sektion"),
        "covenant": ("covenant", "Covenant of Mayors"),
        "eccar": ("eccar", "ECCAR"),
        "iccar": ("iccar", "ICCAR"),
        "euro": ("euro", "Eurocities"),
        "peace": ("peace", "Mayors for Peace"),
        "twenty": ("twenty", "Agenda 2020 der Städte"),
    }
)


def read(text: str) -> tuple[Added, ...]:
    return recognised(text, NAMES)


@pytest.mark.parametrize(
    ("typed", "network"),
    [
        ("Klima-Bündnis", "climate"),
        ("KLIMABÜNDNIS", "climate"),
        ("Klima Buendnis", "climate"),
        ("klima-bundnis", "climate"),
        ("Klima-Bündnis e.V.", "climate"),
        ("Alleanza per il clima", "climate"),
        ("eurocities", "euro"),
        ("Eurocites", "euro"),
        ("Eurcoities", "euro"),
        ("Mayors for Paece", "peace"),
        ("1. Mayors for Peace,", "peace"),
        ("– Mayors for Peace", "peace"),
        ("Mayors for Peace (seit 2015)", "peace"),
        ("CCRE", "cemr"),
        ("ECCAR", "eccar"),
    ],
)
def test_a_name_is_recognised_however_it_is_written(typed: str, network: str) -> None:
    assert [item.network for item in read(typed)] == [network]


@pytest.mark.parametrize(
    ("typed", "guesses"),
    [
        ("RGRE", ("cemr", "cemr-de")),
        ("Global Covenant of Mayors", ("covenant",)),
        ("Bündnis der Städte (ECCAR)", ("eccar",)),
        ("Mayors for Pieces", ("peace",)),
        ("ECAR", ("eccar",)),
        ("Agenda 2030 der Städte", ("twenty",)),
    ],
)
def test_what_may_be_meant_is_a_question(typed: str, guesses: tuple[str, ...]) -> None:
    assert read(typed) == (Added(typed, guesses=guesses),)


@pytest.mark.parametrize(
    "typed",
    ["ICLEI", "Mayors for Europe", "Eurotowns", "Energy Cities", "شبكة المدن"],
)
def test_what_is_not_known_keeps_its_name(typed: str) -> None:
    assert read(typed) == (Added(typed),)


def test_a_column_keeps_its_order_and_names_each_once() -> None:
    assert read("Netzwerk\nICLEI\n\nEurocities\n 2. iclei\nEUROCITIES\n") == (
        Added("ICLEI"),
        Added("Eurocities", "euro"),
    )


def test_of_a_table_the_column_of_the_networks_is_read() -> None:
    rows = "Nr.\tAmt\tNetzwerk\n1\tOB\tEurocities\t1990\n2\tOB\tHansebund\t2000\n3\tV\tECCAR\t"
    assert read(rows) == (Added("Eurocities", "euro"), Added("Hansebund"), Added("ECCAR", "eccar"))


def test_a_table_with_semicolons_is_read_alike() -> None:
    assert read("Eurocities;Vollmitglied;1990\nHansebund;Mitglied;2000") == (
        Added("Eurocities", "euro"),
        Added("Hansebund"),
    )


def test_a_list_in_one_line_is_taken_apart() -> None:
    assert read("Eurocities, ECCAR; ICLEI") == (
        Added("Eurocities", "euro"),
        Added("ECCAR", "eccar"),
        Added("ICLEI"),
    )


def test_in_a_sentence_only_known_names_are_found() -> None:
    text = (
        "Unsere Stadt gehört seit Langem zu den Mayors for Peace und zum Klima-Bündnis, "
        "nicht aber zum eccar oder zu einem Euro-Kreis der Bürgermeister."
    )
    assert read(text) == (
        Added("Mayors for Peace", "peace"),
        Added("Klima-Bündnis", "climate"),
        Added("eccar", "eccar"),
    )


def test_a_sentence_without_a_network_names_none() -> None:
    assert (
        read("Der Ball rollt am Samstag wieder, und die Stadt freut sich auf elf gute Spieler.")
        == ()
    )


def test_a_code_of_one_letter_case_is_no_abbreviation_in_a_sentence() -> None:
    names = Names({"esn": ("ESN", "European Social Network")})
    text = (
        "Wir haben uns lange gefragt, ob esn hier etwas anderes bedeutet als das Netz ESN selbst."
    )
    assert recognised(text, names) == (Added("ESN", "esn"),)


def test_names_within_a_sentence_are_found_however_short() -> None:
    names = Names({"un": ("UN",), "long": ("Union of Nations",)})
    sentence = "Wir sind Mitglied der UN und auch der Union of Nations, und zwar schon sehr lange."
    assert [item.network for item in recognised(sentence, names)] == ["un", "long"]
