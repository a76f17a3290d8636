"""What a step asks of the shell besides sending messages. A closed choice: the shell matches every kind."""

from dataclasses import dataclass

from bot.knowledge.model import Language


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase everything stored about this chat, reminders and outbox included, in the same transaction."""


@dataclass(frozen=True, slots=True)
class CancelReminders:
    """Take back every message of this chat that waits for a later time."""


@dataclass(frozen=True, slots=True)
class ShowStored:
    """Answer with everything stored about this chat, in words and as a JSON file (`privacy.stored` words it)."""


@dataclass(frozen=True, slots=True)
class ShowCommands:
    """Show the command menu of this chat in `language` (the person chose another one than the phone's)."""

    language: Language


@dataclass(frozen=True, slots=True)
class StartDeletionClock:
    """The chat is gone (blocked, removed): cancel its reminders and erase it when its time is over."""


@dataclass(frozen=True, slots=True)
class Count:
    """Add one to the aggregate counter of `topic` in `language` for the event's day; carries no chat."""

    topic: str
    language: Language


Effect = Erase | CancelReminders | ShowStored | ShowCommands | StartDeletionClock | Count
