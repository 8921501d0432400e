"""Who may change what."""

from koinon.history.actor import Actor, ActorKind
from koinon.history.refusal import NotAllowed


def may_keep_register(actor: Actor) -> bool:
    """Tell whether an actor may add and change what is nobody's own."""
    return actor.kind in (ActorKind.SYSTEM, ActorKind.OPERATOR)


def must_keep_register(actor: Actor) -> None:
    """Refuse an actor that may not; raises NotAllowed."""
    if not may_keep_register(actor):
        raise NotAllowed
