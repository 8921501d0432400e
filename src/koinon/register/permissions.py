"""Who may say what: whoever keeps the register may all, a side may speak for itself."""

from collections.abc import Iterable

from koinon.history.actor import Actor
from koinon.history.permissions import may_keep_register
from koinon.register.refusals import NotYourStatement


def may_speak_for(actor: Actor, organisation: str) -> bool:
    """Tell whether an actor may make and withdraw statements of an organisation.

    A source's word, of which the organisation is empty, is kept by those who keep the register.
    """
    if may_keep_register(actor):
        return True
    return organisation != "" and actor.organisation == organisation


def must_speak_for(actor: Actor, organisations: Iterable[str]) -> None:
    """Refuse an actor that may not speak for all of these; raises NotYourStatement."""
    for organisation in organisations:
        if not may_speak_for(actor, organisation):
            raise NotYourStatement(actor=actor.organisation)
