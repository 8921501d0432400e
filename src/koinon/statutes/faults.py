"""What is wrong with a document: where, and why."""

from collections.abc import Iterable
from typing import Any

import msgspec

from koinon.rules.answer import Reason
from koinon.rules.bad_input import BadInput


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong: its path in the document, the reason, and the code of the rule it is in."""

    path: str
    reason: Reason
    rule: str = ""

    def sentence(self, language: str = "en") -> str:
        """Say path, rule and reason in one sentence."""
        from koinon.wording.say import say, say_reason  # noqa: PLC0415 - reading needs no words

        text = say_reason(self.reason, language)
        if self.rule:
            text = say("statute.fault.in-rule", language, rule=self.rule, fault=text)
        return f"{self.path}: {text}" if self.path else text


def fault(path: str, code: str, /, **params: Any) -> Fault:
    """Note a fault by the last part of its code."""
    return Fault(path, Reason(f"statute.fault.{code}", params))


class StatuteError(BadInput):
    """A document that cannot be used, with every fault found in it; its text is the first."""

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        self.file = file
        self.faults = tuple(faults)
        super().__init__(file, self.faults)

    def sentences(self, language: str = "en") -> tuple[str, ...]:
        """Say each fault in one sentence that begins with the file."""
        return tuple(f"{self.file}: {item.sentence(language)}" for item in self.faults)

    def __str__(self) -> str:
        return self.sentences()[0]


class UnknownCode(BadInput, LookupError):
    """A code that names nothing here, with the reason as a code of its own."""

    def __init__(self, code: str, /, **params: Any) -> None:
        self.reason = Reason(f"statute.fault.{code}", params)
        super().__init__(self.reason)

    def sentence(self, language: str = "en") -> str:
        """Say in one sentence what there is not, and what there is."""
        from koinon.wording.say import say_reason  # noqa: PLC0415 - reading needs no words

        return say_reason(self.reason, language)

    def __str__(self) -> str:
        return self.sentence()
