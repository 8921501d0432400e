"""What a change is called: one sentence, for feeds."""

from koinon.overview.changes.change import Change
from koinon.wording.language import pick
from koinon.wording.say import say


def change_words(change: Change, language: str) -> str:
    """Say a change in one line: whose it is, where, and what."""
    network = pick(change.network.names, language)
    what = change_kind_words(change, language)
    if change.party is None:
        return f"{network}: {what}"
    who = change.person.name if change.person else pick(change.party.names, language)
    return f"{who}, {network}: {what}"


def change_kind_words(change: Change, language: str) -> str:
    """Say what happened, without whom it concerns."""
    figure = change.figure
    if figure is None:
        return say(change.code, language, post=change.post)
    value = say(f"qualifier.{figure.qualifier}", language, value=figure.value)
    counted = say(f"measure.{figure.measure}", language, value=value, n=figure.value)
    return say(change.code, language, figure=counted)
