"""Long polling that acknowledges after the commit: the offset moves only past updates whose effect is saved.

Updates of one chat are handled in order, those of different chats side by side. Whatever dies is offered again.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, TypeVar

from bot.errors import SettingsError, StorageDown
from bot.platforms.telegram.api import Api, Done, NoAnswer, NotSent, Refused, updates_of
from bot.platforms.telegram.intake import Intake, lane
from bot.platforms.telegram.updates import Read

logger = logging.getLogger(__name__)
T = TypeVar("T")

WAIT = 30  # seconds one getUpdates waits for something to come
LONGEST_PAUSE = 30.0
DRAIN = 20.0  # seconds that updates in the middle of being handled get at the end


class Polling:
    """Asks Telegram for updates until told to stop."""

    def __init__(self, api: Api, intake: Intake, clock: Callable[[], float] = time.monotonic) -> None:
        self._api = api
        self._intake = intake
        self._clock = clock
        self._offset = 0
        self._confirmed = 0
        self._failures = 0
        self._succeeded: float | None = None

    def silent_for(self) -> float | None:
        """Seconds since getUpdates last succeeded; None if it never did."""
        return None if self._succeeded is None else self._clock() - self._succeeded

    async def run(self, stop: asyncio.Event) -> None:
        """Polls until `stop`; what is being handled then is finished, what has not begun is left to the next start."""
        while not stop.is_set():
            answer = await unless(stop, self._api.updates(self._offset, WAIT))
            match answer:
                case None:
                    break
                case Done(result):
                    self._failures, self._succeeded = 0, self._clock()
                    self._confirmed = self._offset
                    await self._handle([self._intake.read(update) for update in updates_of(result)], stop)
                case Refused(code=code) if code in {401, 404}:
                    raise SettingsError("Telegram does not know this BOT_TOKEN. Ask @BotFather for the current one.")
                case Refused(code=409):
                    logger.warning("action=polling-conflict mend=another process polls with this token; run only one")
                    await self._pause(stop)
                case Refused(reason=reason, retry_after=seconds):
                    logger.warning("action=polling-refused reason=%s", reason)
                    await self._pause(stop, seconds)
                case NotSent(reason) | NoAnswer(reason):
                    logger.warning("action=polling-failed reason=%s", reason)
                    await self._pause(stop)
        if self._offset > self._confirmed:
            await self._api.updates(self._offset, 0)  # tells Telegram what is done, so that it is not offered again

    async def _handle(self, arrivals: list[Read], stop: asyncio.Event) -> None:
        """Handles a batch; while the database is down, the same updates again and again, and no new ones."""
        left = arrivals
        while left := await self._side_by_side(left, stop):
            if stop.is_set():
                self._offset = min(_numbers(left), default=self._offset)
                return
            await self._pause(stop)
        self._failures = 0
        # No number of our own is remembered beyond one batch: Telegram may begin anew with lower ones.
        self._offset = max(_numbers(arrivals), default=-1) + 1

    async def _side_by_side(self, arrivals: list[Read], stop: asyncio.Event) -> list[Read]:
        """Returns those that could not be committed, in order."""
        lanes: dict[object, list[Read]] = {}
        for arrival in arrivals:
            lanes.setdefault(lane(arrival), []).append(arrival)
        left: list[Read] = []
        tasks = [asyncio.create_task(self._in_order(each, left, stop)) for each in lanes.values()]
        if tasks:
            await unless(stop, asyncio.wait(tasks))
            _, late = await asyncio.wait(tasks, timeout=DRAIN)
            for task in late:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        return sorted(left, key=lambda each: each.update or 0)

    async def _in_order(self, arrivals: list[Read], left: list[Read], stop: asyncio.Event) -> None:
        for number, arrival in enumerate(arrivals):
            if stop.is_set():
                left += arrivals[number:]  # not begun: left to the next start
                return
            try:
                await self._intake.take(arrival)
            except StorageDown:
                left += arrivals[number:]
                return
            except asyncio.CancelledError:
                left += arrivals[number:]
                raise

    async def _pause(self, stop: asyncio.Event, seconds: float | None = None) -> None:
        """Waits longer after each failure, but never beyond `stop`."""
        self._failures += 1
        wait = seconds if seconds is not None else min(LONGEST_PAUSE, 0.5 * 2 ** min(self._failures, 8))
        await unless(stop, asyncio.sleep(wait))


def _numbers(arrivals: Sequence[Read]) -> list[int]:
    return [arrival.update for arrival in arrivals if arrival.update is not None]


async def unless(stop: asyncio.Event, work: Coroutine[Any, Any, T]) -> T | None:
    """The result of `work`; None, with the work cancelled, if `stop` comes first."""
    stopping, working = asyncio.create_task(stop.wait()), asyncio.create_task(work)
    try:
        await asyncio.wait({stopping, working}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        for task in (stopping, working):
            task.cancel()
        await asyncio.gather(stopping, working, return_exceptions=True)
