"""What the service needs of a store and of a platform: Protocols on the consumer's side, and the values they exchange.

Nothing here names a database or a framework. Times are aware (UTC), chats and messages are 64-bit integers.
"""

from collections.abc import Collection, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
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
    """A message on its way to a chat: a row of the outbox. `id` is 0 until the store has given it one.

    `anchor` is the message to edit in place (only if `message.replace`), `source` the person's message it answers.
    `attempts` counts the sends that failed; `uncertain` those of them that may have arrived all the same.
    """

    id: int = 0
    chat: int
    message: Message
    anchor: int | None = None
    source: int | None = None
    thread: int | None = None
    attempts: int = 0
    uncertain: int = 0


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
    """A chat's row, and what else an update has to know before it is answered.

    `version` is the number of the update that wrote the row, 0 if there is none: unlike a counter it never comes back
    after an erasure. `burst` (JSON) tells how much came lately; `asked` and `answered` are the ids of the last message
    that was answered and of its answer. `repeated`: this update was handled before; `pending`: earlier messages to
    this chat are not delivered yet.
    """

    state: str | None = None
    version: int = 0
    burst: str | None = None
    asked: int | None = None
    answered: int | None = None
    repeated: bool = False
    pending: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Work:
    """Everything that an update changes: a unit of work, as a value. All of it is saved, or nothing.

    `version` is the one that was loaded. `state` None leaves the chat's row alone. `erase` comes before everything
    else, then the reminders are taken back, then messages are put into the outbox in order.
    """

    update: int
    chat: int
    at: datetime
    version: int = 0
    state: str | None = None
    burst: str | None = None
    erase: bool = False
    cancel_reminders: bool = False
    gone: bool = False  # the deletion clock starts
    outgoing: tuple[Outgoing, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()  # topic and language, each to be counted once for the day of `at`


class Store(Protocol):
    """Where state lives. Every method raises `bot.errors.StorageDown` when the database does not answer."""

    async def load(self, chat: int, update: int, now: datetime) -> StoredChat:
        """The chat's row as it is now."""
        ...

    async def commit(self, work: Work, *, direct: bool) -> Sequence[Outgoing] | None:
        """Saves a unit of work in one transaction; None if the update was recorded before (by set, not by maximum).

        Raises `bot.errors.Conflict` if the row is no longer the one that was loaded: then it has to be loaded again.
        With `direct`, what is due at once is claimed for this process and returned; else it waits for `claim`.
        """
        ...

    async def move(self, moved: MovedChat, now: datetime) -> None:
        """Gives everything of a chat to its new id, unless the update was recorded before."""
        ...

    async def stored(self, chat: int) -> Mapping[str, Any]:
        """Everything stored about the chat, table by table, as JSON-ready values."""
        ...


class Outbox(Protocol):
    """The store as the delivery sees it."""

    async def claim(self, now: datetime, limit: int, busy: Collection[int]) -> Sequence[Outgoing]:
        """The first due row of each chat not in `busy`, claimed so that no other process takes it.

        A chat whose first due row is claimed or put off has none.
        """
        ...

    async def finish(self, results: Sequence[tuple[Outgoing, Outcome]], now: datetime) -> None:
        """Writes down what became of claimed rows: deleted, put off (and still ours), moved, or the chat has ended."""
        ...

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next row that nobody has claimed is due, in the past for one that is held up; None for none."""
        ...

    async def release(self, keep: Collection[int]) -> None:
        """Gives back all rows claimed for this process but those whose ids are in `keep`."""
        ...

    async def recover(self) -> bool:
        """Gives back the rows of processes that are dead; True if there were any."""
        ...


class Delivery(Protocol):
    """The outbox worker as the conversation sees it."""

    def reserved(self) -> AbstractContextManager[bool]:
        """Surrounds a commit; true if its messages may be claimed for this process and handed over by `take`."""
        ...

    def take(self, outgoing: Sequence[Outgoing]) -> None:
        """Sends these rows, which the commit claimed."""
        ...

    def wake(self) -> None:
        """Tells that the outbox holds something new that nobody has claimed."""
        ...
