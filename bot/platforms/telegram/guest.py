"""Oponte inside somebody else's bot: it takes only what is meant for it, and leaves the host's profile and menus alone.

The host's framework acknowledges updates, not we: what it loses, we never see.
"""

import asyncio
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from datetime import UTC, datetime

from bot.dialogue import actions
from bot.errors import StorageDown
from bot.events import Pressed
from bot.platforms.telegram.api import Api, Json, Me
from bot.platforms.telegram.dropped import Dropped
from bot.platforms.telegram.running import Parts, Work
from bot.platforms.telegram.updates import Searched, read
from bot.service.ports import Inbound, MovedChat

Arrival = Inbound | MovedChat | Searched
Opening = Callable[[Api], AbstractAsyncContextManager[Parts]]
OURS = frozenset({
    actions.TOPIC, actions.MORE, actions.SOURCES, actions.GUIDE, actions.LOST, actions.RESUME, actions.LEAVE,
    actions.LETTER, actions.AUTHORITY, actions.LANGUAGE, actions.FORGET, actions.REMIND, actions.NONE, actions.MENU,
})  # fmt: skip
PAUSE = 1.0  # seconds before the second attempt
ATTEMPTS = 4  # the host's framework offers an update once: a database that is away for a moment must not cost it


class Guest:
    """The parts of an embedded Oponte, made when they are first needed."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening
        self._stack = AsyncExitStack()
        self._parts: Parts | None = None
        self._lock = asyncio.Lock()
        self._settled = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def read(self, update: Json, me: Me) -> Arrival | None:
        """What an update tells us; None if it is the host's."""
        arrival = read(update, me, datetime.now(UTC))
        match arrival:
            case Dropped():
                return None
            case Inbound(event=Pressed(action=action)) if actions.split(action)[0] not in OURS:
                return None
            case _:
                return arrival

    async def begin(self, api: Api) -> Parts:
        """Opens the database and begins to deliver; once, however often it is asked."""
        async with self._lock:
            if self._parts is None:
                self._settled.clear()
                self._parts = await self._stack.enter_async_context(self._opening(api))
                self._tasks = [asyncio.create_task(self._work(work)) for work in self._parts.works]
            return self._parts

    async def take(self, api: Api, arrival: Arrival) -> None:
        """Carries an update through."""
        parts = await self.begin(api)
        for attempt in range(ATTEMPTS):
            try:
                await parts.intake.take(arrival)
            except StorageDown:
                if attempt == ATTEMPTS - 1:
                    raise
                await asyncio.sleep(PAUSE * 2.0**attempt)
            else:
                return

    async def end(self) -> None:
        """Finishes what was begun and closes the database; it may begin again."""
        async with self._lock:
            self._settled.set()
            await asyncio.gather(*self._tasks, return_exceptions=True)
            self._tasks, self._parts = [], None
            await self._stack.aclose()

    async def _work(self, work: Work) -> None:
        await work(self._settled)
