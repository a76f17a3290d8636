"""The updates that wait for the bot: offered until confirmed, to one receiver at a time, for a day at most."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.sandbox.errors import OTHER_POLLER, SET_WEBHOOK, bad_request, conflict
from bot.sandbox.model import Json

DAY = 24 * 3600
KEPT = 20_000
LONGEST_POLL = 50
BUSY = 20.0  # seconds that a bot may work on what it got before it counts as gone
TYPES = (
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message",
    "edited_business_message", "deleted_business_messages", "guest_message", "message_reaction",
    "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot",
)  # fmt: skip
ONLY_WHEN_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
DEFAULT = frozenset(TYPES) - ONLY_WHEN_ASKED


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """One update. Those of one `lane` reach a webhook in order: a chat's messages, a person's presses."""

    id: int
    kind: str
    payload: Json
    lane: str
    expires: float

    def wire(self) -> Json:
        """The update as the Bot API shows it."""
        return {"update_id": self.id, self.kind: self.payload}


class UpdateQueue:
    """Updates in order of their ids, and the one receiver that may be waiting for them."""

    def __init__(self, now: Callable[[], float], first_id: int = 400_000_001) -> None:
        self._now = now
        self._next = first_id
        self._pending: OrderedDict[int, Update] = OrderedDict()
        self._poller: asyncio.Future[None] | None = None
        self._idle: set[asyncio.Future[None]] = set()
        self.allowed: frozenset[str] = DEFAULT
        self._last_poll = -1e9
        self.on_wait: Callable[[], None] | None = None  # told when a receiver begins to wait
        self.on_push: Callable[[Update], None] | None = None  # set while a webhook is

    def push(self, kind: str, payload: Json, lane: str, lifetime: float = DAY) -> int | None:
        """Queues an update; None when the bot asked not to get this kind."""
        if kind not in self.allowed:
            return None
        update = Update(id=self._next, kind=kind, payload=payload, lane=lane, expires=self._now() + lifetime)
        self._next += 1
        self._pending[update.id] = update
        if len(self._pending) > KEPT:
            self._pending.popitem(last=False)
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)
        if self.on_push is not None:
            self.on_push(update)
        return update.id

    @property
    def polled(self) -> bool:
        """Whether a receiver is waiting now, or was a moment ago and is at work with what it got."""
        return self._poller is not None or time.monotonic() - self._last_poll < BUSY

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Takes `allowed_updates`: sticky when absent, the default set when empty."""
        if kinds is None:
            return
        unknown = [kind for kind in kinds if kind not in TYPES]
        if unknown:
            raise bad_request(f'Unknown update type "{unknown[0]}" in allowed_updates (Telegram would ignore it)')
        self.allowed = frozenset(kinds) or DEFAULT

    def is_default(self) -> bool:
        """Whether the bot gets the kinds it gets when it asks for none in particular."""
        return self.allowed == DEFAULT

    async def poll(self, offset: int, limit: int, timeout: float) -> list[Json]:  # noqa: ASYNC109  Telegram's own word
        """getUpdates: confirms what is below the offset, then waits for something to offer."""
        self.interrupt(OTHER_POLLER)
        self._confirm_below(offset)
        self._expire()
        if not self._pending and timeout > 0:
            await self._wait_as_poller(min(timeout, LONGEST_POLL))
        return [
            update.wire() for update, _ in zip(self._pending.values(), range(max(1, min(limit, 100))), strict=False)
        ]

    def interrupt(self, why: str = SET_WEBHOOK) -> None:
        """Ends a waiting getUpdates with 409."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(conflict(why))

    def wake(self) -> None:
        """Ends a waiting getUpdates with what there is: the server is closing."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def confirm(self, update_id: int) -> None:
        """Forgets one update: the webhook took it."""
        self._pending.pop(update_id, None)
        self._wake_if_idle()

    def clear(self) -> None:
        """Forgets all: drop_pending_updates."""
        self._pending.clear()
        self._wake_if_idle()

    def waiting(self) -> list[Update]:
        """What is not confirmed yet, oldest first."""
        return list(self._pending.values())

    def count(self) -> int:
        """How many are not confirmed yet."""
        return len(self._pending)

    def has(self, update_id: int) -> bool:
        """Whether this update still waits."""
        return update_id in self._pending

    async def settled(self, timeout: float) -> bool:  # noqa: ASYNC109  the wait is part of the protocol
        """Waits until every update is confirmed; False when that did not happen in time."""
        if not self._pending:
            return True
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._idle.add(future)
        try:
            await asyncio.wait_for(future, timeout)
        except TimeoutError:
            return not self._pending
        finally:
            self._idle.discard(future)
        return True

    async def _wait_as_poller(self, timeout: float) -> None:  # noqa: ASYNC109
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = future
        self._last_poll = time.monotonic()
        if self.on_wait is not None:
            self.on_wait()
        try:
            await asyncio.wait_for(future, timeout)
        except TimeoutError:
            pass
        finally:
            if self._poller is future:
                self._poller = None
                self._last_poll = time.monotonic()

    def _confirm_below(self, offset: int) -> None:
        if offset < 0:  # from the end: all but the last -offset are forgotten
            for update_id in list(self._pending)[:offset]:
                del self._pending[update_id]
        else:
            while self._pending and next(iter(self._pending)) < offset:
                self._pending.popitem(last=False)
        self._wake_if_idle()

    def _expire(self) -> None:
        now = self._now()
        for update in [update for update in self._pending.values() if update.expires <= now]:
            del self._pending[update.id]

    def _wake_if_idle(self) -> None:
        if self._pending or not self._idle:
            return
        for future in self._idle:
            if not future.done():
                future.set_result(None)
        self._idle.clear()
