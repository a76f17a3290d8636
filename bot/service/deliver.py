"""The outbox worker: sends what is due, in order for each chat, many chats at once, within the platform's limits.

It sleeps until it is woken, or until the next row is due; it never polls in between. What it was doing when it is
stopped is finished or given back; the rest stays in the outbox for the next start.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from bot.errors import StorageDown
from bot.service.ports import Later, Outgoing, Sender, Store
from bot.service.retry import pause, verdict

logger = logging.getLogger(__name__)
BATCH = 32
LONGEST_SLEEP = 60.0  # another replica's rows and a clock that jumped are found after this at the latest


class Deliverer:
    """Empties the outbox."""

    def __init__(
        self,
        store: Store,
        sender: Sender,
        per_second: int = 30,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.counted: Counter[str] = Counter()
        self._store = store
        self._sender = sender
        self._clock = clock
        self._woken = asyncio.Event()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._pace = Pace(per_second)

    def wake(self) -> None:
        """Tells that there may be something to send."""
        self._woken.set()

    async def run(self, stop: asyncio.Event, within: float = 10.0) -> None:
        """Delivers until `stop` is set; then finishes what is in hand, at most `within` seconds."""
        stopping = asyncio.create_task(stop.wait())
        failures = 0
        try:
            while not stop.is_set():
                self._woken.clear()
                try:
                    more = await self._round()
                    delay = 0.0 if more else await self._until_due()
                    failures = 0
                except StorageDown as error:
                    failures += 1
                    delay = pause(failures)
                    logger.warning("action=outbox-waits reason=%s seconds=%.1f", error, delay)
                if delay:
                    await self._sleep(stopping, delay)
        finally:
            stopping.cancel()
            await self._finish(within)

    async def _round(self) -> bool:
        """Claims and starts what is due; True if there may be more at once."""
        rows = await self._store.claim(self._clock(), BATCH, frozenset(self._busy))
        for row in rows:
            task = asyncio.create_task(self._deliver(row))
            self._busy[row.chat] = task
            task.add_done_callback(lambda _task, chat=row.chat: self._free(chat))  # type: ignore[misc]
        return len(rows) == BATCH

    def _free(self, chat: int) -> None:
        self._busy.pop(chat, None)
        self._woken.set()

    async def _deliver(self, row: Outgoing) -> None:
        try:
            await self._pace.wait()
            outcome = verdict(row, await self._sender.send(row))
            kind = type(outcome).__name__.lower()
            self.counted[kind] += 1
            if kind != "sent":
                logger.info("action=send outcome=%s row=%d", kind, row.id)
            if isinstance(outcome, Later):
                logger.info("action=send-later row=%d seconds=%.1f", row.id, outcome.seconds)
            await self._store.finish(row, outcome, self._clock())
        except StorageDown as error:
            logger.warning("action=send-unrecorded row=%d reason=%s", row.id, error)
        except Exception:
            logger.exception("action=send-failed row=%d", row.id)

    async def _until_due(self) -> float:
        now = self._clock()
        due = await self._store.next_due(now)
        return LONGEST_SLEEP if due is None else min(LONGEST_SLEEP, max(0.01, (due - now).total_seconds()))

    async def _sleep(self, stopping: asyncio.Task[bool], seconds: float) -> None:
        woken = asyncio.create_task(self._woken.wait())
        try:
            await asyncio.wait({woken, stopping}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            woken.cancel()

    async def _finish(self, within: float) -> None:
        if self._busy:
            _done, late = await asyncio.wait(set(self._busy.values()), timeout=within)
            for task in late:
                task.cancel()


class Pace:
    """At most so many sends a second, evenly: each send takes the next free moment."""

    def __init__(self, per_second: int) -> None:
        self._gap = 1.0 / per_second
        self._burst = per_second
        self._next = 0.0

    async def wait(self) -> None:
        """Returns when the next send may go out."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        self._next = max(self._next, now - self._gap * self._burst) + self._gap
        if self._next > now:
            await asyncio.sleep(self._next - now)
