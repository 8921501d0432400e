"""Places as people write them."""

from decimal import Decimal
from typing import Annotated, override

from koinon.gazetteer.models import NameUse, Place, PlaceKind, PlaceName
from koinon.history.cells import BadCell, Coded, Exact, OneOf, Refers
from koinon.history.drafts import Draft
from koinon.history.tables import Table


class PlaceDraft(Draft, frozen=True, kw_only=True):
    code: Annotated[str, Coded()]
    kind: Annotated[str, OneOf(PlaceKind.values)]
    parent: Annotated[str, Refers("gazetteer.Place")] = ""
    country: str = ""
    nuts: str = ""
    lau: str = ""
    latitude: Annotated[Decimal | None, Exact(3, 6)] = None
    longitude: Annotated[Decimal | None, Exact(3, 6)] = None

    @override
    def conflict(self) -> tuple[str, BadCell] | None:
        if (self.latitude is None) != (self.longitude is None):
            return "longitude", BadCell("bundle.cell.both-or-none", other="latitude")
        if self.latitude is not None and abs(self.latitude) > 90:
            return "latitude", BadCell("bundle.cell.between", least=-90, most=90)
        if self.longitude is not None and abs(self.longitude) > 180:
            return "longitude", BadCell("bundle.cell.between", least=-180, most=180)
        return None

    @property
    @override
    def has_other_key(self) -> bool:
        return self.lau != ""


class PlaceNameDraft(Draft, frozen=True, kw_only=True):
    place: Annotated[str, Refers("gazetteer.Place")]
    language: Annotated[str, Coded()]
    name: str
    use: Annotated[str, OneOf(NameUse.values)] = NameUse.OFFICIAL.value

    @property
    @override
    def has_other_key(self) -> bool:
        return self.use != NameUse.ALIAS


PLACES = Table(PlaceDraft, Place, ("code",), ("lau", "country"))
PLACE_NAMES = Table(
    PlaceNameDraft,
    PlaceName,
    ("place", "language", "name", "use"),
    ("place", "language", "use"),
)
