"""What commands answer from the register of the demonstration."""

import pytest

from tests.cli.asking import Capsys, answered, refused, told

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]

DUE = {"due_on", "key", "network", "what", "state", "trace"}


def test_dues_of_a_city_and_to_a_network(capsys: Capsys) -> None:
    span = ("--on", "2009-01-01", "--until", "2010-01-01")
    city = answered(capsys, "due", "--organisation", "koeln", *span)["items"]
    network = answered(capsys, "due", "--network", "covenant-of-mayors", *span)["items"]
    assert all(item.keys() >= DUE for item in [*city, *network])
    plan = [item for item in city if item["network"] == "covenant-of-mayors"]
    assert "2009-09-25" in {item["due_on"] for item in plan}
    assert {item["organisation"] for item in network} == {"koeln"}


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_people_get_lines(capsys: Capsys, language: str) -> None:
    for arguments in (
        ("show", "koeln", "--on", "2015-10-21"),
        ("due", "--organisation", "koeln", "--on", "2015-06-01"),
    ):
        lines = told(capsys, *arguments, language=language)
        assert len(lines) > 3
        assert [line for line in lines if "None" in line or "{" in line] == []


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("show", "nowhere"), "nowhere"),
        (("show", "koeln", "--on", "2015-02-30"), "2015-02-30"),
        (("show", "koeln", "--known", "soon"), "soon"),
        (("due", "--organisation", "nowhere"), "nowhere"),
        (("due", "--network", "nowhere"), "nowhere"),
        (("due", "--organisation", "koeln", "--until", "2015-13-01"), "2015-13-01"),
    ],
)
def test_what_is_unknown_gets_one_sentence(
    capsys: Capsys, arguments: tuple[str, ...], named: str
) -> None:
    assert named in refused(capsys, *arguments)
