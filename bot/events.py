"""Inbound words: what a person did, free of any platform.

Events are frozen and carry their own time: nothing behind them may ask a clock. Which chat an event belongs to
is the envelope's business (`bot.service.ports.Inbound`), for a step needs to know only the chat's state.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Medium(StrEnum):
    """What somebody can send that is not text."""

    VOICE = "voice"
    PHOTO = "photo"
    VIDEO = "video"
    STICKER = "sticker"
    DOCUMENT = "document"
    LOCATION = "location"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True, slots=True)
class Happened:
    """What every event tells: when (aware), the phone's language code if known, and whether it was in a group."""

    at: datetime
    language_code: str | None = None
    group: bool = False

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an event's time must be aware, for instance datetime.now(UTC)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wrote(Happened):
    """Somebody wrote a text (or a caption)."""

    text: str
    edited: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressed(Happened):
    """Somebody pressed a button; `action` is what the button carried, perhaps long ago, perhaps forged."""

    action: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Commanded(Happened):
    """Somebody gave a command: `name` without slash, in lower case; `argument` is what followed it.

    `trusted` is set by the service for the operator's own chats.
    """

    name: str
    argument: str = ""
    trusted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Attached(Happened):
    """Somebody sent something other than text."""

    medium: Medium


@dataclass(frozen=True, kw_only=True, slots=True)
class Left(Happened):
    """The bot was blocked or removed from the chat."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Returned(Happened):
    """The bot was unblocked, or added to a group."""


Event = Wrote | Pressed | Commanded | Attached | Left | Returned
