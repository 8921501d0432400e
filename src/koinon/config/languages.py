"""The languages of the pages: those of the catalogues, as far as Django can show them."""

from importlib.resources import files

from django.core.exceptions import ImproperlyConfigured

from koinon.wording.catalogue import check_further
from koinon.wording.language import languages

LOCALES = files("django") / "conf" / "locale"


def checked_languages() -> tuple[str, ...]:
    """List the languages; refuse further ones whose catalogues or codes cannot be used."""
    check_further()
    for code in languages():
        if not (LOCALES / code).is_dir():
            raise ImproperlyConfigured(
                f'Django has no "{code}": pages cannot be shown in this language.'
            )
    return languages()
