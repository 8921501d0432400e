"""Writing the texts of the site itself."""

from collections.abc import Sequence

from koinon.history.actions import add_rows, recorded
from koinon.history.actor import Actor
from koinon.history.permissions import must_keep_register
from koinon.register import tables
from koinon.register.drafts import SiteTextDraft
from koinon.register.models import SiteText


def write_texts(*, texts: Sequence[SiteTextDraft], by: Actor) -> None:
    """Add versions of texts that are not there yet.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("write-texts", by=by) as change:
        add_rows(tables.SITE_TEXTS, texts, change=change)


def replace_texts(*, texts: Sequence[SiteTextDraft], by: Actor) -> None:
    """Add versions of texts, each in place of one in its language that begins on the same day.

    What is replaced is withdrawn and stays in the history. Raises NotAllowed, BadValue, Twice.
    """
    must_keep_register(by)
    with recorded("replace-texts", by=by) as change:
        present = {
            tables.SITE_TEXTS.key_of(draft): draft
            for draft in tables.SITE_TEXTS.present(texts, tables.SITE_TEXTS.key)
        }
        for text in texts:
            before = present.get(tables.SITE_TEXTS.key_of(text))
            if before is not None and before != text:
                SiteText.objects.filter(
                    code=text.code,
                    language=text.language,
                    valid_from=text.valid_from,
                    withdrawn_by=None,
                ).update(withdrawn_by=change.entry())
        add_rows(tables.SITE_TEXTS, texts, change=change)
