"""What is in force on a day, what is doubtful, and why nothing is."""

from datetime import date
from typing import Any

import msgspec
import pytest

from koinon.rules.answer import Reason
from koinon.rules.fee.forms import Flat
from koinon.rules.in_force import Standing, in_force, why_none_is_certain
from koinon.rules.rule import AppliedRule
from koinon.rules.trace import RuleRef
from koinon.rules.version import of_form, validities
from koinon.statutes.values import decode
from koinon.wording.language import Language
from koinon.wording.say import say_reason

DAY = date(2020, 6, 1)


def rules(*lines: str) -> tuple[AppliedRule[Flat], ...]:
    """Make rules from "code, valid from, valid until, disputes", the last two if there are any."""
    found = []
    for line in lines:
        code, start, end, disputes = (*line.split(", "), "", "")[:4]
        table: dict[str, Any] = {"form": "flat", "source": "s", "currency": "EUR", "amount": 1}
        said = {"code": code, "valid_from": start, "valid_until": end, "disputes": disputes}
        table |= {key: value for key, value in said.items() if value}
        found.append(msgspec.convert(table, Flat, dec_hook=decode))
    ref = RuleRef(network="n", kind="fee", form="flat", code="", valid_from="")
    return tuple(
        AppliedRule(rule=rule, ref=ref, validity=validity) for rule, validity in validities(found)
    )


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ((), Reason("no-rule")),
        (("a, 2021",), Reason("no-rule-on-day", {"day": DAY})),
        (("a, 2018, 2019",), Reason("no-rule-on-day", {"day": DAY})),
        (("a, 2018, 2019", "b, 2021"), Reason("no-rule-on-day", {"day": DAY})),
        (
            ("a, 2018-01-01, 2019-01-01", "a, 2021-05-01", "b, 2022"),
            Reason(
                "between-versions",
                {"day": DAY, "last": date(2018, 12, 31), "next": date(2021, 5, 1)},
            ),
        ),
        (
            ("a, 2018-01-01, 2020-06-01", "a, 2020-06-02"),
            Reason(
                "between-versions",
                {"day": DAY, "last": date(2020, 5, 31), "next": date(2020, 6, 2)},
            ),
        ),
        (
            ("a, 2020", "b, 2019..2021"),
            Reason("rule-not-certain-yet", {"day": DAY, "certain_from": date(2020, 12, 31)}),
        ),
        (
            ("a, 2018, 2020",),
            Reason("rule-perhaps-ended", {"day": DAY, "certain_until": date(2019, 12, 31)}),
        ),
        (
            ("a, 2018", "a, 2019..2021"),
            Reason("rule-not-certain-yet", {"day": DAY, "certain_from": date(2021, 12, 31)}),
        ),
        (("a, by 2021, 2020..2022",), Reason("rule-not-certain", {"day": DAY})),
    ],
)
def test_why_none_is_certain(lines: tuple[str, ...], reason: Reason) -> None:
    assert why_none_is_certain(rules(*lines), DAY) == reason
    for language in Language:
        assert "{" not in say_reason(reason, language)


def test_what_is_in_force() -> None:
    old, new, rough, against, later = rules(
        "a, 2000-01-01", "a, 2010-01-01", "b, 2020", "c, 2015-01-01, , a", "d, 2030"
    )
    doubt = Reason("rule-not-certain-yet", {"day": DAY, "certain_from": date(2020, 12, 31)})
    found = in_force((old, new, rough, against, later), DAY)
    assert found == ([Standing(new), Standing(rough, doubt)], [Standing(against)])


def test_a_dispute_with_what_is_not_in_force_is_none() -> None:
    ended, against = rules("a, 2000-01-01, 2001-01-01", "b, 2015-01-01, , a")
    assert in_force((ended, against), DAY) == ([Standing(against)], [])


def test_of_rules_that_dispute_each_other_the_first_leads() -> None:
    one, other = rules("a, 2000-01-01, , b", "b, 2000-01-01, , a")
    assert in_force((one, other), DAY) == ([Standing(one)], [Standing(other)])


def test_of_form() -> None:
    found = rules("a, 2000-01-01")
    assert of_form(found, Flat) == found
