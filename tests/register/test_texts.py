"""Texts of the site come in versions that hold from a day; nothing of them is lost."""

from datetime import date
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from koinon.history.actor import Actor
from koinon.history.models import Entry
from koinon.history.refusal import BadValue, Differs, NotAllowed
from koinon.register.actions import load_bundle, replace_texts, undo_entry, write_texts
from koinon.register.bundle.exporting import export_bundle
from koinon.register.bundle.reading import read_bundle
from koinon.register.bundle.texts import Unanswered, unanswered
from koinon.register.drafts import SiteTextDraft
from koinon.register.models import SiteText
from koinon.register.queries.texts import texts_on, versions_of

pytestmark = pytest.mark.django_db

OPERATOR = Actor.operator("anna")
FIRST, SECOND = date(2020, 1, 1), date(2022, 1, 1)


def text(**changes: object) -> SiteTextDraft:
    values: dict[str, object] = {
        "code": "imprint",
        "language": "de",
        "valid_from": FIRST,
        "written_on": FIRST,
        "title": "Impressum",
        "body": "Stadt Fluss",
    }
    return SiteTextDraft(**(values | changes))  # type: ignore[arg-type]


def body_on(day: date) -> str | None:
    found = texts_on(versions_of("imprint"), day).get("de")
    return found.body if found else None


def test_a_version_holds_until_the_next_one_or_its_own_end() -> None:
    ended = text(valid_from=SECOND, valid_until=date(2023, 1, 1), body="Neu")
    write_texts(texts=[text(), ended], by=OPERATOR)
    assert body_on(date(2019, 12, 31)) is None
    assert [body_on(FIRST), body_on(date(2021, 12, 31))] == ["Stadt Fluss"] * 2
    assert [body_on(SECOND), body_on(date(2022, 12, 31))] == ["Neu"] * 2
    assert body_on(date(2023, 1, 1)) is None
    assert [entry.action for entry in Entry.objects.all()] == ["write-texts"]


def test_what_is_there_is_not_overwritten_in_silence() -> None:
    write_texts(texts=[text()], by=OPERATOR)
    write_texts(texts=[text()], by=OPERATOR)
    with pytest.raises(Differs):
        write_texts(texts=[text(body="anders")], by=OPERATOR)
    assert Entry.objects.count() == 1


def test_a_version_of_the_same_day_is_replaced_and_kept_in_the_history() -> None:
    write_texts(texts=[text()], by=OPERATOR)
    replace_texts(texts=[text(body="berichtigt")], by=OPERATOR)
    assert body_on(FIRST) == "berichtigt"
    assert SiteText.objects.count() == 2
    before = SiteText.objects.get(body="Stadt Fluss")
    assert before.withdrawn_by == SiteText.objects.get(body="berichtigt").entry
    replace_texts(texts=[text(body="berichtigt")], by=OPERATOR)
    assert Entry.objects.count() == 2


def test_an_entry_that_brought_a_text_can_be_undone() -> None:
    write_texts(texts=[text()], by=OPERATOR)
    undo_entry(number=1, by=OPERATOR)
    assert body_on(FIRST) is None


@pytest.mark.parametrize("action", [write_texts, replace_texts])
def test_a_side_may_not_write_texts(action: object) -> None:
    with pytest.raises(NotAllowed):
        action(texts=[text()], by=Actor.side("koeln"))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("changes", "column"),
    [
        ({"valid_until": FIRST}, "until"),
        ({"translates": "de"}, "translates"),
        ({"body": ""}, "body"),
        ({"title": "x" * 201}, "title"),
        ({"code": "Im Print"}, "code"),
    ],
)
def test_bad_values_are_refused(changes: dict[str, object], column: str) -> None:
    with pytest.raises(BadValue) as refused:
        write_texts(texts=[text(**changes)], by=OPERATOR)
    assert refused.value.params["column"] == column
    assert refused.value.sentence("fr").endswith(".")


def test_the_database_refuses_a_change_in_place() -> None:
    write_texts(texts=[text()], by=OPERATOR)
    with pytest.raises(IntegrityError), transaction.atomic():
        SiteText.objects.update(body="heimlich")


def bundle(folder: Path, body: str) -> Path:
    folder.mkdir()
    (folder / "bundle.toml").write_text('format = 1\ncode = "x"\n[names]\nde = "X"\n', "utf-8")
    head = "code,language,from,until,written_on,translates,title,body\n"
    row = f'imprint,de,2020-01-01,,2020-01-01,,Impressum,"{body}"\n'
    (folder / "texts.csv").write_text(head + row, encoding="utf-8")
    return folder


def test_a_text_of_several_lines_comes_out_of_a_bundle_as_it_went_in(tmp_path: Path) -> None:
    load_bundle(bundle(tmp_path / "in", 'Eins, ""zwei""\n\n- drei'), by=OPERATOR)
    assert body_on(FIRST) == 'Eins, "zwei"\n\n- drei'
    export_bundle(tmp_path / "out")
    assert load_bundle(tmp_path / "out", by=OPERATOR).added == {}


def test_figures_that_texts_name_and_nobody_knows_are_found(tmp_path: Path) -> None:
    folder = bundle(tmp_path / "in", "[[eccar.members.stated]], [[eccar.members.counted]], [[x]]")
    (folder / "figures.csv").write_text(
        "organisation,measure,value,qualifier,basis,dated,source\n"
        "eccar,members,150,exactly,stated,2021,page\n",
        encoding="utf-8",
    )
    read = read_bundle(folder)
    assert unanswered(read, date(2022, 1, 1)) == (
        Unanswered("imprint", "de", "eccar.members.counted"),
        Unanswered("imprint", "de", "x"),
    )
    assert len(unanswered(read, date(2020, 6, 1))) == 3
