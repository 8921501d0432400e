"""Who may see a field: declared once for every field of every model."""

from typing import NamedTuple


class Classified(NamedTuple):
    """A model's fields by who may see them, each written as names with spaces between.

    ``public`` may be published, ``internal`` is for those who work with the register,
    ``personal`` is about a natural person and is published only with the function it goes with.
    """

    public: str = ""
    internal: str = "id"
    personal: str = ""

    @property
    def fields(self) -> list[str]:
        """All classified names; a name that was classified twice stands in it twice."""
        return [*self.public.split(), *self.internal.split(), *self.personal.split()]
