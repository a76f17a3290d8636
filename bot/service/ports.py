"""What the service needs of a store and of a platform: Protocols on the consumer's side, and the values they exchange.

Nothing here names a database or a framework. Times are aware (UTC), chats and messages are 64-bit integers.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.events import Event
from bot.messages import Message


@dataclass(frozen=True, kw_only=True, slots=True)
class Inbound:
    """An update turned into an event, with what is needed to answer it in the right place.

    `source` is the person's message, `anchor` our message whose button was pressed, `thread` the forum topic,
    `callback` the platform's id of the button press (to be answered at once, outside of any transaction).
    """

    update: int
    chat: int
    event: Event
    source: int | None = None
    anchor: int | None = None
    thread: int | None = None
    callback: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class MovedChat:
    """An update that tells that a chat has got another id (group to supergroup)."""

    update: int
    old: int
    new: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Outgoing:
    """A row of the outbox: a message on its way to a chat.

    `anchor` is the message to edit in place (only if `message.replace`), `source` the person's message it answers.
    `attempts` counts the sends that were tried.
    """

    id: int
    chat: int
    message: Message
    due: datetime
    anchor: int | None = None
    source: int | None = None
    thread: int | None = None
    attempts: int = 0


@dataclass(frozen=True, slots=True)
class Sent:
    """Delivered; `message` is its id on the platform."""

    message: int | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """Surely not delivered; try again after `seconds` (429: exactly what the platform said)."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreachable:
    """Surely not delivered, and nothing sent to this chat will be (blocked, deleted, kicked)."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """Not delivered: the chat has another id now."""

    chat: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """Not delivered: the platform refuses this very message; trying again is useless."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody knows: the request went out and no answer came back."""

    reason: str


Outcome = Sent | Later | Unreachable | Moved | Rejected | Unknown


class Sender(Protocol):
    """The platform's way out."""

    async def send(self, outgoing: Outgoing) -> Outcome:
        """Sends one message, or edits `outgoing.anchor` in place. Never raises for what the platform answers."""
        ...

    async def acknowledge(self, callback: str) -> None:
        """Answers a button press, so that it stops spinning; never raises."""
        ...

    async def show_commands(self, chat: int, language: str) -> None:
        """Shows the chat's command menu in `language`; never raises."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredChat:
    """A chat's row: its state as JSON, the version that guards it, and how much came lately (`burst`, JSON).

    `asked` and `answered` are the ids of the last message that was answered and of its answer.
    """

    state: str | None = None
    version: int = 0
    burst: str | None = None
    asked: int | None = None
    answered: int | None = None


class Transaction(Protocol):
    """One unit of work: all of it is saved, or nothing."""

    async def record(self, update: int, at: datetime) -> bool:
        """Notes that `update` is being handled; False if it was handled before (compare by set, never by maximum)."""
        ...

    async def load(self, chat: int) -> StoredChat:
        """The chat's row, locked until the end of the transaction."""
        ...

    async def save(self, chat: int, state: str, version: int, at: datetime, burst: str | None = None) -> None:
        """Saves the state on top of `version`; raises `bot.errors.Conflict` if somebody else was first."""
        ...

    async def enqueue(self, inbound: Inbound, messages: Sequence[Message]) -> None:
        """Puts messages into the outbox, in order."""
        ...

    async def cancel_reminders(self, chat: int) -> None: ...

    async def start_deletion_clock(self, chat: int, at: datetime) -> None: ...

    async def erase(self, chat: int) -> None:
        """Erases everything about the chat."""
        ...

    async def move(self, old: int, new: int) -> None:
        """Gives everything of chat `old` to chat `new`."""
        ...

    async def stored(self, chat: int) -> Mapping[str, Any]:
        """Everything stored about the chat, table by table, as JSON-ready values."""
        ...

    async def count(self, day: date, topic: str, language: str) -> None: ...


class Store(Protocol):
    """Where state lives."""

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        """Begins a unit of work; commits at the end of the block, rolls back if it raises.

        Raises `bot.errors.StorageDown` when the database does not answer.
        """
        ...

    async def claim(self, now: datetime, limit: int, busy: frozenset[int]) -> Sequence[Outgoing]:
        """The oldest due row of each chat not in `busy`, at most `limit`, claimed so that no other replica takes it."""
        ...

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next row that is not due yet will be; None if there is none."""
        ...

    async def finish(self, outgoing: Outgoing, outcome: Outcome, now: datetime) -> None:
        """Writes down what became of a claimed row: deletes it, puts it off, moves or ends the chat."""
        ...
