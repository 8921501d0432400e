"""Why an action of the register refuses what it was asked."""

from koinon.history.refusal import BadDraft, Refused


class NotASide(BadDraft):
    """A statement is said by someone who is no side of the bond."""

    code = "register.refused.not-a-side"


class NotYourStatement(Refused):
    """A side speaks, or takes back, for somebody else."""

    code = "register.refused.not-your-statement"


class TenureMissing(BadDraft):
    """A bond is a tenure, and nobody says of whom in which post."""

    code = "register.refused.tenure-missing"


class NotATenure(BadDraft):
    """A bond that is no tenure is used as one."""

    code = "register.refused.not-a-tenure"


class Circle(BadDraft):
    """Tenures rest on each other in a circle."""

    code = "register.refused.circle"


class NoSuchStatement(Refused):
    """There is no statement of that number, or it is withdrawn already."""

    code = "register.refused.no-such-statement"


class NoSuchEntry(Refused):
    """There is no entry of that number."""

    code = "register.refused.no-such-entry"
