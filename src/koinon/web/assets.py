"""Style sheets, scripts and fonts under names that follow from their content."""

from typing import Any, override

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

STYLESHEETS = (
    "kern/kern.min.css",
    "koinon/tokens.css",
    "koinon/page.css",
    "koinon/header.css",
    "koinon/table.css",
    "koinon/forms.css",
    "koinon/derivation.css",
    "koinon/body.css",
    "koinon/half_circle.css",
    "koinon/person.css",
    "koinon/timeline.css",
    "koinon/checking.css",
    "koinon/agenda.css",
    "koinon/home.css",
    "koinon/texts.css",
    "koinon/city.css",
    "koinon/changes.css",
    "koinon/chain.css",
    "koinon/start.css",
    "koinon/pictures.css",
    "koinon/network.css",
    "koinon/members.css",
    "koinon/print.css",
    "koinon/search.css",
    "koinon/forced.css",
)
"""The style sheets of a page, in the order in which later ones win."""


class Assets(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Works out the address of a file once for as long as the list of files is the same.

    Every page names thirty of them.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        self._addresses: dict[str, str] = {}
        super().__init__(*args, **options)

    @override
    def url(self, name: str, force: bool = False) -> str:
        """Give the address of a file."""
        if force:
            return str(super().url(name, force))
        if name not in self._addresses:
            self._addresses[name] = super().url(name)
        return self._addresses[name]

    @override
    def save_manifest(self) -> None:
        """Write down the list of files, and forget the addresses of the last one."""
        self._addresses.clear()
        super().save_manifest()
