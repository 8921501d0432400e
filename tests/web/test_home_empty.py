"""The first page of a demonstration whose register holds nothing yet."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import Settings

from koinon.overview.home import showcase_on

pytestmark = [pytest.mark.django_db]


def test_an_empty_register_has_nothing_to_show() -> None:
    assert showcase_on(date(2026, 11, 22)) is None


@pytest.mark.parametrize("language", ["de", "en", "fr"])
def test_it_still_leads_in(client: Client, settings: Settings, language: str) -> None:
    settings.KOINON_DEMO = True
    assert client.get(f"/{language}/").status_code == 200
    assert client.get(f"/{language}/desk/koeln/").status_code == 404
