"""The one kind of error that input can cause in rules."""


class BadInput(ValueError):
    """Input no rule can work with; the text is one sentence that says what is wrong.

    ``code`` with ``params`` is the same sentence for every language, where there is one.
    """

    def __init__(self, *texts: object, code: str = "", **params: object) -> None:
        super().__init__(*texts)
        self.code = code
        self.params = params
