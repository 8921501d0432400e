"""Words for codes where names of documents stand beside them."""

from koinon.rules.answer import Reason
from koinon.rules.rule import Text
from koinon.wording.catalogue import has
from koinon.wording.language import Language, languages
from koinon.wording.say import say


def in_every_language(code: str) -> Text:
    """Say a code in every language, as documents name things."""
    return {language: say(code, language) for language in languages()}


def worded(family: str, code: str) -> Reason | Text:
    """Give the sentence of a code that a document brings; else the code, which then stands."""
    sentence = f"{family}.{code}"
    return Reason(sentence) if has(sentence, Language.GERMAN) else {"mul": code}
