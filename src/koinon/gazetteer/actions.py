"""Adding places and their names."""

from collections.abc import Sequence

from koinon.gazetteer.drafts import PLACE_NAMES, PLACES, PlaceDraft, PlaceNameDraft
from koinon.history.actions import add_rows, recorded
from koinon.history.actor import Actor
from koinon.history.permissions import must_keep_register


def add_places(
    *, places: Sequence[PlaceDraft] = (), names: Sequence[PlaceNameDraft] = (), by: Actor
) -> None:
    """Add places and names that are not there yet.

    Raises NotAllowed, BadValue, Twice, Differs.
    """
    must_keep_register(by)
    with recorded("add-places", by=by) as change:
        add_rows(PLACES, places, change=change)
        add_rows(PLACE_NAMES, names, change=change)
