"""Housekeeping: chats that were silent too long are erased, and so are those that left; old update numbers go too.

Nothing is erased on the word of a clock that was just changed: what it calls 90 days may be a moment.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Protocol

from bot.errors import StorageDown

logger = logging.getLogger(__name__)
EVERY = 3600.0  # seconds between two rounds
GONE = timedelta(days=7)  # a chat that blocked the bot is erased after this, so that a change of mind loses nothing
HANDLED = timedelta(hours=48)  # Telegram repeats an update for 24 hours at the most
JUMP = timedelta(hours=1)  # a clock that differs so much from the time that passed was changed (or the machine slept)
PROBATION = timedelta(hours=24)  # how long such a clock has to go steadily before it is believed


class Sweeper(Protocol):
    """A store that can be swept."""

    async def forget(self, now: datetime, *, idle: timedelta, gone: timedelta) -> int:
        """Erases chats silent for `idle` or gone for `gone`; returns how many (a batch at a time)."""
        ...

    async def prune(self, before: datetime) -> int:
        """Erases the numbers of updates handled before that; returns how many (a batch at a time)."""
        ...

    async def tidy(self) -> None:
        """Sees to it that nothing of what was erased lingers in files."""
        ...


class Upkeep:
    """Sweeps the store from time to time."""

    def __init__(
        self,
        store: Sweeper,
        forget_after: timedelta,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._idle = forget_after
        self._clock = clock
        self._steady = steady
        self._since = clock(), steady()
        self._believed_from = 0.0

    async def once(self) -> int:
        """Erases everything that is due, a batch at a time, so that nobody waits behind it; returns how many chats."""
        if not self._believed():
            return 0
        now, erased = self._clock(), 0
        while count := await self._store.forget(now, idle=self._idle, gone=GONE):
            erased += count
        while await self._store.prune(now - HANDLED):
            pass
        await self._store.tidy()
        return erased

    async def run(self, stop: asyncio.Event) -> None:
        """Sweeps now and every hour, until `stop` is set."""
        while not stop.is_set():
            try:
                erased = await self.once()
                if erased:
                    logger.info("action=upkeep erased=%d", erased)
            except StorageDown as error:
                logger.warning("action=upkeep-waits reason=%s", error)
            waiting = asyncio.create_task(stop.wait())
            await asyncio.wait({waiting}, timeout=EVERY)
            waiting.cancel()

    def _believed(self) -> bool:
        wall, steady = self._clock(), self._steady()
        expected = self._since[0] + timedelta(seconds=steady - self._since[1])
        self._since = wall, steady
        if abs(wall - expected) > JUMP:
            logger.warning("action=upkeep-pauses reason=the clock jumped by %s", wall - expected)
            self._believed_from = steady + PROBATION.total_seconds()
        return steady >= self._believed_from
