"""The one kind of error that input can cause in rules."""


class BadInput(ValueError):
    """Input no rule can work with; the text is one sentence that says what is wrong."""
