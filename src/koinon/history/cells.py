"""The kinds of value that a row is made of: how each is written, read, checked and stored."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, override

from django.apps import apps

from koinon.history.bounds import columns
from koinon.rules.bound import OPEN_BOUND, BadBound, Bound
from koinon.wording.language import Language, languages

type Ids = Mapping[str, Mapping[str, int]]
"""The keys of the rows that codes stand for, by the label of their model."""

LANGUAGES = languages()

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
DECIMAL = re.compile(r"-?(\d+)(?:\.(\d+))?\Z")
WHOLE = re.compile(r"\d+\Z")


class BadCell(Exception):
    """A text or a value that its column does not take; ``code`` is the sentence's code."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class Cell:
    """A text in one column; the base of all kinds."""

    def headers(self, name: str) -> list[str]:
        """List the column or columns of a table in which the value is written."""
        return [name]

    def optional(self, name: str) -> list[str]:  # noqa: ARG002 - words need it
        """List the columns among them that a table may leave out."""
        return []

    def read(self, texts: Sequence[str]) -> Any:
        """Read the value from its texts, none of them empty; raises BadCell."""
        return texts[0]

    def write(self, value: Any) -> list[str]:
        """Write the value as it is read."""
        return [str(value)]

    def check(self, value: Any) -> None:
        """Raise BadCell for a value that the column does not take."""

    def stored(self, name: str, draft: Any, ids: Ids) -> dict[str, Any]:  # noqa: ARG002 - references need them
        """Give the attributes of the row that hold the draft's value; raises BadCell."""
        return {name: getattr(draft, name)}

    def paths(self, name: str) -> list[str]:
        """List what to ask the database for to get the value back."""
        return [name]

    def taken(self, values: Sequence[Any]) -> Any:
        """Get the value back from what the database gave for the paths."""
        return values[0]


class Coded(Cell):
    """A code: small letters, digits, hyphens."""

    @override
    def check(self, value: Any) -> None:
        if not CODE.match(value):
            raise BadCell("bundle.cell.code", value=value)


class OneOf(Cell):
    """One of the codes that are listed."""

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = list(choices)

    @override
    def check(self, value: Any) -> None:
        if value not in self.choices:
            raise BadCell("bundle.cell.choice", value=value, choices=", ".join(self.choices))


class Refers(Cell):
    """The code of another row; ``back`` leads from the row that refers to that code."""

    def __init__(self, model: str, path: str = "code", back: str = "") -> None:
        self.model = model
        self.path = path
        self.back = back or path

    def wanted(self, name: str, draft: Any) -> str:
        """Give the text by which the other row is looked up."""
        return str(getattr(draft, name))

    def look_up(self, wanted: set[str]) -> dict[str, int]:
        """Find the keys of rows by their codes, in one query."""
        rows = apps.get_model(self.model)._default_manager.filter(**{f"{self.path}__in": wanted})
        return dict(rows.values_list(self.path, "pk"))

    @override
    def stored(self, name: str, draft: Any, ids: Ids) -> dict[str, Any]:
        code = self.wanted(name, draft)
        if not code:
            return {f"{name}_id": None}
        key = ids[self.model].get(code)
        if key is None:
            raise BadCell("bundle.cell.unknown-code", value=code)
        return {f"{name}_id": key}

    @override
    def paths(self, name: str) -> list[str]:
        return [f"{name}__{self.back}"]

    @override
    def taken(self, values: Sequence[Any]) -> Any:
        return values[0] or ""


class Rough(Cell):
    """A bound, in two columns of the row; ``empty`` is what an empty cell stands for."""

    def __init__(self, prefix: str, empty: Bound | None = None) -> None:
        self.prefix = prefix
        self.empty = empty

    @override
    def read(self, texts: Sequence[str]) -> Any:
        try:
            return Bound.parse(texts[0])
        except BadBound as error:
            raise BadCell("bundle.cell.bound", value=texts[0]) from error

    @override
    def stored(self, name: str, draft: Any, ids: Ids) -> dict[str, Any]:
        value = getattr(draft, name)
        return columns(self.prefix, self.empty if value is None else value)

    @override
    def paths(self, name: str) -> list[str]:
        return [f"{self.prefix}_earliest", f"{self.prefix}_latest"]

    @override
    def taken(self, values: Sequence[Any]) -> Any:
        if values[0] is None:
            return None
        bound = Bound(*values)
        return None if bound == self.empty else bound


class OpenEnded(Rough):
    """The end of a period; an empty cell leaves it open."""

    def __init__(self, prefix: str = "until") -> None:
        super().__init__(prefix, OPEN_BOUND)


class Day(Cell):
    """One exact day."""

    @override
    def read(self, texts: Sequence[str]) -> Any:
        try:
            if DAY.match(texts[0]):
                return date.fromisoformat(texts[0])
        except ValueError:
            pass
        raise BadCell("bundle.cell.day", value=texts[0])


class Whole(Cell):
    """A whole number that is not negative, of at most so many digits."""

    def __init__(self, digits: int = 9) -> None:
        self.digits = digits

    @override
    def read(self, texts: Sequence[str]) -> Any:
        if not WHOLE.match(texts[0]) or len(texts[0]) > self.digits:
            raise BadCell("bundle.cell.whole", value=texts[0], digits=self.digits)
        return int(texts[0])

    @override
    def check(self, value: Any) -> None:
        self.read([str(value)])


class Exact(Cell):
    """A decimal number with a point: so many digits before it and so many places after it."""

    def __init__(self, digits: int = 12, places: int = 3) -> None:
        self.digits = digits
        self.places = places

    @override
    def read(self, texts: Sequence[str]) -> Any:
        match = DECIMAL.match(texts[0])
        if not match or len(match[1]) > self.digits or len(match[2] or "") > self.places:
            raise BadCell(
                "bundle.cell.decimal", value=texts[0], digits=self.digits, places=self.places
            )
        return Decimal(texts[0])

    @override
    def write(self, value: Any) -> list[str]:
        text = f"{value:f}"
        return [text.rstrip("0").rstrip(".") if "." in text else text]

    @override
    def check(self, value: Any) -> None:
        self.read(self.write(value))


class Flag(Cell):
    """Yes, or nothing for no."""

    @override
    def read(self, texts: Sequence[str]) -> Any:
        if texts[0] not in ("yes", "no"):
            raise BadCell("bundle.cell.flag", value=texts[0])
        return texts[0] == "yes"

    @override
    def write(self, value: Any) -> list[str]:
        return ["yes" if value else ""]


class Words(Cell):
    """Words by language, each language in a column of its own."""

    def __init__(self, header: str) -> None:
        self.header = header

    @override
    def headers(self, name: str) -> list[str]:
        return [f"{self.header}_{language}" for language in LANGUAGES]

    @override
    def optional(self, name: str) -> list[str]:
        further = set(LANGUAGES) - set(Language)
        return [f"{self.header}_{language}" for language in LANGUAGES if language in further]

    @override
    def read(self, texts: Sequence[str]) -> Any:
        return {key: text for key, text in zip(LANGUAGES, texts, strict=True) if text}

    @override
    def write(self, value: Any) -> list[str]:
        return [value.get(language, "") for language in LANGUAGES]

    @override
    def check(self, value: Any) -> None:
        further = sorted(value.keys() - set(LANGUAGES))
        if further:
            raise BadCell("bundle.cell.language", value=", ".join(further))
