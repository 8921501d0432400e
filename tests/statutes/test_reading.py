"""What keeps a file from being read: bytes, TOML, keys, types, languages."""

from decimal import Decimal
from fractions import Fraction

import pytest

from koinon.rules.bound import Bound
from koinon.rules.fee.forms import Rate
from koinon.rules.quota.forms import Share
from koinon.statutes.faults import StatuteError
from koinon.statutes.reader import read
from tests.statutes.example import EXAMPLE, Mistake, changed, faults_in, mistakes, told


def test_a_good_document_is_read_whole() -> None:
    statute = read(EXAMPLE.encode(), "example.toml")
    rate, quota = statute.fee[1], statute.quota[0]
    assert isinstance(rate, Rate)
    assert isinstance(quota, Share)
    assert (rate.rate, rate.cap) == (Decimal("0.0073"), Decimal(15_000))
    assert quota.at_least == Fraction(1, 3)
    assert statute.sources["page-2020"].dated == Bound.parse("2020")
    assert statute.posts["treasurer"].up_to is None
    assert statute.posts["president"].up_to == 1


@pytest.mark.parametrize(
    ("data", "code", "params"),
    [
        (b"\xef\xbb\xbf" + EXAMPLE.encode(), "byte-order-mark", {}),
        (EXAMPLE.encode("utf-16"), "byte-order-mark", {}),
        (b"format = 1\nnames.de = '\xfc'\n", "no-utf8", {"line": 2}),
    ],
)
def test_bytes_that_are_no_text(data: bytes, code: str, params: dict[str, int]) -> None:
    (fault,) = faults_in(data)
    assert (fault.reason.code, fault.reason.params) == (f"statute.fault.{code}", params)


def test_broken_toml_is_told_with_its_line() -> None:
    (fault,) = faults_in(changed("format = 1", "format = = 1"))
    assert fault.reason.code == "statute.fault.broken"
    assert fault.reason.params["line"] == 2


def test_toml_that_breaks_off_is_told() -> None:
    assert told(EXAMPLE + "\nlooked_in = [") == [("", "broken-at-end")]


@pytest.mark.parametrize("text", ["valid_from = 2018-02-30\n", "format = 1\nformat = 1\n"])
def test_what_toml_itself_refuses(text: str) -> None:
    assert told(text) == [("", "broken")]


@pytest.mark.parametrize("text", ["format = " + "1" * 5000, "names = " + "[" * 5000])
def test_what_is_too_much_for_the_parser(text: str) -> None:
    assert told(text) == [("", "too-much")]


@pytest.mark.parametrize("mistake", mistakes("shape"))
def test_a_mistake_is_told_where_it_stands(mistake: Mistake) -> None:
    faults = [f"{path}: {code}" for path, code in told(changed(mistake["old"], mistake["new"]))]
    assert [item for item in faults if item in mistake["told"]] == mistake["told"]


def test_a_missing_source_is_refused_with_its_rule() -> None:
    text = EXAMPLE.replace('at_least = "1/3"\nvalid_from = "2010-05-01"\nsource = "statute-2010"',
                           'at_least = "1/3"\nvalid_from = "2010-05-01"')  # fmt: skip
    (fault,) = faults_in(text)
    assert (fault.path, fault.rule) == ("quota[0]", "gender")
    assert fault.reason.params == {"key": "source"}


def test_every_fault_is_told_not_only_the_first() -> None:
    text = changed("rate = 0.0073", "rate = true").replace("cap = 15_000", "cpa = 15_000")
    text = text.replace('dated = "2020"', 'dated = "2020-13"')
    assert told(text) == [
        ("sources.page-2020.dated", "bad-day"),
        ("fee[1].rate", "wrong-type"),
        ("fee[1].cpa", "unknown-key-near"),
    ]


def test_a_fault_is_said_in_one_sentence_with_file_path_and_rule() -> None:
    with pytest.raises(StatuteError) as caught:
        read(changed("rate = 0.0073", "raet = 0.0073").encode(), "example.toml")
    assert str(caught.value) == (
        "example.toml: fee[1].raet: In the rule “members”: "
        "There is no key “raet” here; “rate” may be meant."
    )
    assert caught.value.sentences("de")[1] == (
        "example.toml: fee[1]: In der Regel „members“: Der Schlüssel „rate“ fehlt."
    )
