"""All networks at a glance: by name, by a word, with what is stated and what is counted."""

from datetime import date

import pytest

from koinon.overview.members import Counted
from koinon.overview.network_index import networks_on
from koinon.register.actions import add_bonds, state
from koinon.register.drafts import BondDraft
from tests.loaded import demo
from tests.networks import NETWORKS
from tests.register.town import OPERATOR, statement

__all__ = ["demo"]

DAY = date(2026, 11, 22)


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
class TestDemonstration:
    def test_every_network_stands_once_in_the_order_of_its_name(self) -> None:
        index = networks_on(DAY, "de")
        names = [row.organisation.names.get("de", "") for row in index.rows]
        assert {row.organisation.code for row in index.rows} >= set(NETWORKS)
        assert index.number == len(index.rows)
        assert names[0] == "Bürgermeister für den Frieden"

    def test_stated_and_counted_numbers_stand_apart(self) -> None:
        rows = {row.organisation.code: row for row in networks_on(DAY, "de").rows}
        rainbow = rows["rainbow-cities"]
        assert rainbow.figure is not None
        assert (rainbow.figure.value, rainbow.figure.measure) == (56, "members")
        assert rainbow.counted == (Counted("membership", "", 35),)
        assert rows["regio-nrw"].figure is None

    @pytest.mark.parametrize(
        ("text", "codes"),
        [
            ("rassismus", ["eccar", "iccar"]),
            ("RAINBOW cities", ["rainbow-cities"]),
            ("burgermeister frieden", ["mayors-for-peace"]),
            ("fußball", []),
        ],
    )
    def test_words_are_found_in_names_and_descriptions(self, text: str, codes: list[str]) -> None:
        found = networks_on(DAY, "de", text=text)
        assert [row.organisation.code for row in found.rows] == codes
        assert found.number == len(codes)

    def test_after_a_network_come_those_that_follow(self) -> None:
        everything = [row.organisation.code for row in networks_on(DAY, "en").rows]
        later = networks_on(DAY, "en", after=everything[3])
        assert [row.organisation.code for row in later.rows] == everything[4:]

    def test_after_a_new_entry_it_is_counted_anew(self) -> None:
        def counted() -> tuple[Counted, ...]:
            rows = {row.organisation.code: row for row in networks_on(DAY, "de").rows}
            return rows["uclg"].counted

        assert counted() == (Counted("section", "", 1),)
        bond = BondDraft(code="new", kind="membership", party="aachen", counterpart="uclg")
        add_bonds(bonds=[bond], by=OPERATOR)
        said = statement(bond="new", said_by="", source="koeln-page")
        state(statements=[said], by=OPERATOR)
        assert counted() == (Counted("membership", "", 1), Counted("section", "", 1))
