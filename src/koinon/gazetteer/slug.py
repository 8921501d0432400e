"""Public codes from names: Köln is koeln, Şişli is sisli."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "a", "ø": "o", "æ": "ae", "ł": "l", "ı": "i"}
)
_OTHER = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """Make the code of a name: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFC", name).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", letters)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _OTHER.sub("-", bare).strip("-")
