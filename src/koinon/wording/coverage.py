"""How far a language says what the others say."""

from functools import cache
from typing import NamedTuple

from koinon.wording.catalogue import messages, outdated
from koinon.wording.language import Language


class Coverage(NamedTuple):
    """The sentences there are, and the codes that a language lacks or says in an older way."""

    total: int
    missing: tuple[str, ...]
    older: tuple[str, ...]


@cache
def coverage(language: str) -> Coverage:
    """Compare a language's sentences with the German ones, the original."""
    original = [code for code, _ in messages(Language.GERMAN)]
    own = {code for code, _ in messages(language)}
    older = outdated(language)
    return Coverage(
        total=len(original),
        missing=tuple(code for code in original if code not in own and code not in older),
        older=tuple(code for code in original if code in older),
    )
