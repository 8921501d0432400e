"""Bad input is refused with one sentence, status 2, and nothing on standard output."""

from pathlib import Path

import pytest

from tests.cli.asking import Capsys, refused

FEE = ("fee", "rainbow-cities", "--population", "1000")
SEATS = ("seats", "rgre-ds", "delegates-assembly")
QUOTA = ("quota", "cemr", "policy-committee", "--seats")
UCLG = ("procedure", "uclg")
COVENANT = ("due", "--network", "covenant-of-mayors")

WRONG = {
    "a command that is none": (("frobnicate",), "frobnicate"),
    "an option that is none": ((*FEE, "--colour", "red"), "--colour"),
    "a missing argument": (("fee",), ""),
    "a missing option": (("fee", "rainbow-cities"), "--population"),
    "a language that is none": (("--lang", "tlh", "kinds"), "tlh"),
    "a negative population": (("fee", "rainbow-cities", "--population", "-5"), "-5"),
    "a population in words": (("fee", "rainbow-cities", "--population", "many"), "many"),
    "a population with a unit": (("fee", "rainbow-cities", "--population", "5k"), "5k"),
    "a broken population": (("fee", "rainbow-cities", "--population", "5.5"), "5.5"),
    "an empty population": (("fee", "rainbow-cities", "--population", ""), ""),
    "an endless population": (("fee", "rainbow-cities", "--population", "9" * 40), "9999"),
    "a population in other digits": (("fee", "rainbow-cities", "--population", "٣٠٠"), "٣٠٠"),
    "an unknown network": (("fee", "nowhere", "--population", "5"), "nowhere"),
    "a network nearly right": (("fee", "eurocitys", "--population", "5"), "eurocities"),
    "a network that is a path": (("fee", "../secret", "--population", "5"), "../secret"),
    "a day that does not exist": ((*FEE, "--on", "2015-02-30"), "2015-02-30"),
    "a day in words": ((*FEE, "--on", "yesterday"), "yesterday"),
    "a day in another order": ((*FEE, "--on", "01.06.2015"), "01.06.2015"),
    "a country that is none": ((*FEE, "--country", "Germany"), "Germany"),
    "a grade that is none": ((*FEE, "--grade", "emperor"), "emperor"),
    "an unknown body": (("seats", "rgre-ds", "senate"), "senate"),
    "a kind that is none": ((*SEATS, "--population", "5", "--kind", "village"), "village"),
    "negative seats": ((*QUOTA, "-1"), "-1"),
    "seats in words": ((*QUOTA, "three"), "three"),
    "more people than seats": ((*QUOTA, "3", "--women", "2", "--men", "2"), "3"),
    "a body without a quota": (("quota", "rgre-ds", "senate", "--seats", "3"), "senate"),
    "an event without a day": ((*UCLG, "--event", "form"), "form"),
    "an event on no day": ((*UCLG, "--event", "form=2024-02-30"), "2024-02-30"),
    "an unknown step": ((*UCLG, "--event", "coronation=2024-01-01"), "coronation"),
    "an unknown procedure": ((*UCLG, "--of", "magic"), "magic"),
    "an unknown act of belonging": (
        ("procedure", "mayors-for-peace", "--strand", "magic"),
        "magic",
    ),
    "an unknown event": ((*COVENANT, "--event", "coronation=2024-01-01"), "coronation"),
    "neither network nor city": (("due",), "--network"),
    "both network and city": (("due", "--network", "eccar", "--organisation", "koeln"), ""),
    "events of a city": (
        ("due", "--organisation", "koeln", "--event", "signature=2024-01-01"),
        "--event",
    ),
    "a day before the first": ((*COVENANT, "--event", "signature=0000-01-01"), "0000-01-01"),
    "a statute that is not there": (("statute", "check", "nowhere.toml"), "nowhere.toml"),
    "rules of nobody": (("statute", "show", "nowhere"), "nowhere"),
    "a port in words": (("demo", "--port", "http"), "http"),
    "a port that is none": (("demo", "--port", "70000"), "70000"),
    "port zero": (("serve", "--port", "0"), "0"),
    "a file that is not there": (
        ("apportion", "nowhere.csv", "--seats", "3", "--method", "dhondt"),
        "nowhere.csv",
    ),
    "a folder instead of a file": (("apportion", ".", "--seats", "3", "--method", "dhondt"), "."),
    "a method that is none": (("apportion", ".", "--seats", "3", "--method", "lottery"), "lottery"),
}


@pytest.mark.parametrize(("arguments", "named"), WRONG.values(), ids=WRONG)
def test_bad_input_gets_one_sentence(
    capsys: Capsys, arguments: tuple[str, ...], named: str
) -> None:
    sentence = refused(capsys, *arguments)
    assert named in sentence
    assert sentence[-1] in ".?)"


def test_a_statute_with_faults_ends_with_one(tmp_path: Path, capsys: Capsys) -> None:
    """A check that found faults has answered: what it found stands on standard output."""
    from koinon.cli.main import run

    path = tmp_path / "broken.toml"
    path.write_text('code = "broken"\nnmaes = "x"\n', encoding="utf-8")
    assert run(["--lang", "en", "statute", "check", str(path)]) == 1
    captured = capsys.readouterr()
    assert "nmaes" in captured.out
    assert captured.err == ""


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", "names = 'Köln'".encode("latin-1"), b"a = [", b"\x00" * 20],
    ids=["empty", "no text", "latin-1", "cut off", "zeros"],
)
def test_a_file_that_is_no_statute_is_a_fault(
    tmp_path: Path, capsys: Capsys, content: bytes
) -> None:
    from koinon.cli.main import run

    path = tmp_path / "broken.toml"
    path.write_bytes(content)
    assert run(["--lang", "en", "statute", "check", str(path)]) == 1
    captured = capsys.readouterr()
    assert "broken.toml" in captured.out
    assert "Traceback" not in captured.out + captured.err
