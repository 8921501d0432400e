"""What an action answers when it does not do what was asked: a code with parameters."""

from typing import ClassVar

from koinon.wording.say import say


class Refused(Exception):
    """An action was not taken; ``code`` and ``params`` are its sentence in every language."""

    code: ClassVar[str]

    def __init__(self, **params: object) -> None:
        super().__init__(params)
        self.params = params

    def sentence(self, language: str) -> str:
        """Say in one sentence what is wrong and what to do."""
        return say(self.code, language, **self.params)

    def __str__(self) -> str:
        return self.sentence("en")


class NotAllowed(Refused):
    """The actor may not do this."""

    code = "register.refused.not-allowed"


class Overtaken(Refused):
    """Somebody else wrote the same at the same time."""

    code = "register.refused.overtaken"


class BadDraft(Refused):
    """A row that cannot be added; ``draft`` is the row, the parameters say why."""

    code = "bundle.refused.value"

    def __init__(self, draft: object, **params: object) -> None:
        super().__init__(**params)
        self.draft = draft


class BadValue(BadDraft):
    """A value that its column does not take."""

    code = "bundle.refused.value"


class Twice(BadDraft):
    """The same row stands twice."""

    code = "bundle.refused.twice"


class Shared(BadDraft):
    """Another row already has what only one can have."""

    code = "bundle.refused.shared"


class Differs(BadDraft):
    """The row is already there, with other content."""

    code = "bundle.refused.differs"
