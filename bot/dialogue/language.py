"""Which language to answer in. Total functions: no code a phone may send, and no text, can make them fail."""

from dataclasses import replace

from bot.dialogue.state import State
from bot.knowledge.model import LANGUAGES, Language


def negotiate(code: str | None) -> Language | None:
    """The language of ours for a phone's code ("es-419", "en_US", "ca"); None if it is neither. Total: never raises."""
    base = (code or "").replace("_", "-").split("-", 1)[0].lower()
    return next((language for language in LANGUAGES if language == base), None)


def heard(state: State, written: Language | None, code: str | None) -> State:
    """The state after a message in `written` (None: the message does not tell), from a phone set to `code`.

    A language chosen by /language holds until the person clearly writes the other one.
    """
    if written is None:
        return replace(state, language=state.language or negotiate(code) or None)
    chosen = state.chosen if state.chosen == written else None
    return replace(state, language=written, chosen=chosen)
