"""The outbox worker: sends what is due, in order for each chat, many chats at once, within the platform's limits.

Replies come straight from the commit that made them (`take`); everything else is claimed from the outbox: reminders,
what an earlier process left, what waits behind another process. It sleeps until it is woken or the next row is due. A
row is deleted once it was sent, before the chat's next one goes out; whatever is in hand when the process dies is sent
by the next one. What the policy is when nobody knows whether a message arrived: `bot.service.retry`.
"""

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import assert_never

from bot.errors import Conflict, StorageDown
from bot.service.pacing import ChatPace, Pace
from bot.service.ports import Later, Moved, Outbox, Outcome, Outgoing, Rejected, Sender, Sent, Unknown, Unreachable
from bot.service.retry import pause, verdict

logger = logging.getLogger(__name__)
BATCH = 50  # chats that are claimed at once
MOST = 500  # chats in hand; more waits in the outbox
AT_ONCE = 100  # requests to the platform under way
SWEEP = 15.0  # seconds between looks for what dead processes left
SOONEST = 0.25  # seconds before looking again for rows that wait behind another process
SEND_SECONDS = 120.0  # a send that takes longer will not be heard of any more


class Deliverer:
    """Empties the outbox; the conversation's `Delivery`."""

    def __init__(
        self,
        outbox: Outbox,
        sender: Sender,
        per_second: int = 30,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        chat_pace: ChatPace | None = None,
    ) -> None:
        self.counted: Counter[str] = Counter()
        self._outbox = outbox
        self._sender = sender
        self._clock = clock
        self._pace = Pace(per_second)
        self._chat_pace = ChatPace() if chat_pace is None else chat_pace
        self._at_once = asyncio.Semaphore(AT_ONCE)
        self._lanes: dict[int, deque[Outgoing]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._finisher = Finisher(outbox, clock)
        self._woken = asyncio.Event()
        self._behind = False  # the outbox holds something for a chat that was busy
        self._reserved = 0
        self._doubtful = False  # a commit ended in doubt: rows may be ours without our knowing
        self._running = False
        self._ending = asyncio.Event()
        self._vain = 0  # rounds in a row that found something due but could not claim it

    @contextmanager
    def reserved(self) -> Iterator[bool]:
        """Surrounds a commit; true if its messages may be claimed for this process and handed over by `take`."""
        free = self._running and not self._doubtful and len(self._lanes) < MOST
        self._reserved += free
        try:
            yield free
        except (StorageDown, asyncio.CancelledError):
            self._doubtful = True
            raise
        finally:
            self._reserved -= free

    def take(self, outgoing: Sequence[Outgoing]) -> None:
        """Sends rows that are claimed for this process, each chat's after what it has in hand already."""
        for row in outgoing:
            lane = self._lanes.get(row.chat)
            if lane is None:
                self._lanes[row.chat] = deque([row])
                task = asyncio.create_task(self._work(row.chat))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)
            else:
                lane.append(row)

    def wake(self) -> None:
        """Tells that the outbox holds something new that nobody has claimed."""
        self._behind = True
        self._woken.set()

    async def run(self, stop: asyncio.Event, within: float = 10.0) -> None:
        """Delivers until `stop` is set; then has `within` seconds to finish what is in hand; the rest is given back."""
        self._running = True
        self._ending.clear()
        stopping = asyncio.create_task(stop.wait())
        failures, swept = 0, 0.0
        try:
            while not stop.is_set():
                self._woken.clear()
                try:
                    swept = await self._recovered(swept)
                    delay = await self._round()
                    failures = 0
                except StorageDown as error:
                    failures += 1
                    delay = pause(failures)
                    logger.warning("action=outbox-waits seconds=%.1f reason=%s", delay, error)
                    await _first(delay, stopping)
                    continue
                await _first(delay, stopping, self._woken)
        finally:
            self._running = False
            self._ending.set()
            stopping.cancel()
            await self._end(within)

    async def _recovered(self, swept: float) -> float:
        """Now and then, what dead processes left is given back; at once, what this one lost sight of."""
        now = asyncio.get_running_loop().time()
        if self._doubtful and not self._reserved:
            await self._outbox.release([row.id for lane in self._lanes.values() for row in lane])
            self._doubtful = False
        if now - swept < SWEEP:
            return swept
        if await self._outbox.recover():
            logger.info("action=outbox-recovered")
        return now

    async def _round(self) -> float:
        """Claims what is due; returns for how many seconds there is nothing more to do."""
        self._behind = False
        room = min(BATCH, MOST - len(self._lanes))
        if room <= 0:
            self._behind = True
            return SWEEP
        now = self._clock()
        rows = await self._outbox.claim(now, room, tuple(self._lanes))
        self.take(rows)
        if len(rows) == room:
            return 0.0
        due = await self._outbox.next_due(now)
        if due is None:
            return SWEEP
        if due > now:
            self._vain = 0
            return min(SWEEP, (due - now).total_seconds())
        self._behind = True
        self._vain = 0 if rows else self._vain + 1
        return min(SWEEP, SOONEST * 2.0**self._vain)

    async def _work(self, chat: int) -> None:
        """Sends a chat's messages one after the other until there are none, or the chat has ended."""
        lane = self._lanes[chat]
        try:
            while lane and await self._deliver(lane):
                pass
        except Exception as error:  # noqa: BLE001 (the other chats go on; this one is tried again before long)
            self._doubtful = True
            logger.error("action=lane-failed chat=%d error=%s", chat, type(error).__name__)  # noqa: TRY400
        finally:
            del self._lanes[chat]
            if self._behind:
                self._woken.set()

    async def _deliver(self, lane: deque[Outgoing]) -> bool:
        """Sends the first message of a lane; False if the lane ends with it."""
        row = lane[0]
        await self._chat_pace.wait(row.chat)
        outcome = verdict(row, await self._sent(row))
        self._note(row, outcome)
        await self._finisher.finish(row, outcome)
        match outcome:
            case Sent() | Rejected():
                lane.popleft()
            case Later(seconds=seconds):
                lane[0] = replace(row, attempts=row.attempts + 1)
                return await self._rested(seconds)
            case Unknown():
                lane[0] = replace(row, attempts=row.attempts + 1, uncertain=row.uncertain + 1)
                return await self._rested(pause(row.uncertain))
            case Unreachable():
                lane.clear()
            case Moved():
                if len(lane) > 1:
                    self._doubtful = True  # the chat's other rows are ours under another name
                lane.clear()
                self.wake()
            case _:
                assert_never(outcome)
        return True

    async def _rested(self, seconds: float) -> bool:
        """Waits; False if the end comes first."""
        try:
            await asyncio.wait_for(self._ending.wait(), seconds)
        except TimeoutError:
            return True
        return False

    async def _sent(self, row: Outgoing) -> Outcome:
        async with self._at_once:
            await self._pace.wait()
            try:
                async with asyncio.timeout(SEND_SECONDS):
                    return await self._sender.send(row)
            except TimeoutError:
                return Unknown("no answer in time")
            except Exception as error:  # noqa: BLE001 (a sender promises not to raise; one message must not stop the rest)
                logger.error("action=send-failed row=%d error=%s", row.id, type(error).__name__)  # noqa: TRY400
                return Unknown(f"the sender failed: {type(error).__name__}")

    def _note(self, row: Outgoing, outcome: Outcome) -> None:
        kind = type(outcome).__name__.lower()
        self.counted[kind] += 1
        match outcome:
            case Sent():
                pass
            case Later(seconds=seconds):
                logger.info("action=send-later row=%d chat=%d seconds=%.1f", row.id, row.chat, seconds)
            case Moved(chat=new):
                logger.info("action=chat-moved chat=%d new=%d", row.chat, new)
            case Unreachable(reason=reason) | Unknown(reason=reason):
                logger.info("action=send-%s row=%d chat=%d reason=%s", kind, row.id, row.chat, reason)
            case Rejected(reason=reason):
                logger.error("action=send-rejected row=%d chat=%d reason=%s", row.id, row.chat, reason)
            case _:
                assert_never(outcome)

    async def _end(self, within: float) -> None:
        if self._tasks:
            _, late = await asyncio.wait(self._tasks, timeout=within)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        try:
            await self._outbox.release(())
        except StorageDown as error:
            logger.warning("action=outbox-left reason=%s", error)  # the next process sees that this one is dead


class Finisher:
    """Writes outcomes down, those that come while it writes together."""

    def __init__(self, outbox: Outbox, clock: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._clock = clock
        self._waiting: list[tuple[Outgoing, Outcome, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    async def finish(self, row: Outgoing, outcome: Outcome) -> None:
        """Returns once the outcome is written down; while the database is away it waits, for what is sent is sent."""
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((row, outcome, done))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await done

    async def _write(self) -> None:
        failures = 0
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._outbox.finish([(row, outcome) for row, outcome, _ in batch], self._clock())
            except (StorageDown, Conflict) as error:
                failures += 1
                self._waiting = batch + self._waiting
                logger.warning("action=outcome-waits rows=%d reason=%s", len(batch), error)
                await asyncio.sleep(pause(failures))
            except Exception as error:  # noqa: BLE001 (whoever waits must hear of it)
                _settle(batch, error)
            else:
                failures = 0
                _settle(batch, None)
        self._writing = None


def _settle(batch: list[tuple[Outgoing, Outcome, asyncio.Future[None]]], error: Exception | None) -> None:
    for _, _, done in batch:
        if done.done():
            continue
        if error is None:
            done.set_result(None)
        else:
            done.set_exception(error)


async def _first(seconds: float, stopping: asyncio.Task[bool], event: asyncio.Event | None = None) -> None:
    """Waits so long, or until one of the two happens."""
    woken = [asyncio.create_task(event.wait())] if event is not None else []
    try:
        await asyncio.wait([stopping, *woken], timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in woken:
            task.cancel()
