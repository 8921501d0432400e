"""What is wrong with a bundle, and where."""

from koinon.history.refusal import Refused
from koinon.rules.answer import Reason


class BadBundle(Refused):
    """A bundle cannot be read; nothing of it is loaded."""

    code = "bundle.refused.whole"

    def __init__(self, problem: str, /, **params: object) -> None:
        super().__init__(problem=Reason(problem, params))


class BadFile(Refused):
    """A file of a bundle cannot be read."""

    code = "bundle.refused.file"

    def __init__(self, file: str, problem: str, /, **params: object) -> None:
        super().__init__(file=file, problem=Reason(problem, params))


class BadLine(Refused):
    """A line of a file cannot be read, or its row cannot be added."""

    code = "bundle.refused.line"

    def __init__(self, file: str, line: int, problem: Reason) -> None:
        super().__init__(file=file, line=str(line), problem=problem)
