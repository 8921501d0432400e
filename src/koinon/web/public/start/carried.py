"""What a visitor said so far, sealed into a hidden field: the server keeps nothing of it."""

from django.core.signing import BadSignature, Signer
from msgspec import ValidationError, convert, to_builtins

from koinon.overview.visit.answers import Visit

SALT = "koinon.start"
LONGEST = 200_000
"""More letters than any sealed visit has."""


class DamagedAnswers(ValueError):
    """What came back is not what was given out: cut off, changed or made up."""


def sealed(visit: Visit) -> str:
    """Seal a visit: it can be read, but not changed."""
    return Signer(salt=SALT).sign_object(to_builtins(visit), compress=True)


def opened(text: str) -> Visit:
    """Open a sealed visit; raises DamagedAnswers."""
    if len(text) > LONGEST:
        raise DamagedAnswers
    try:
        return convert(Signer(salt=SALT).unsign_object(text), Visit)
    except (BadSignature, ValidationError, ValueError) as error:
        raise DamagedAnswers from error
