"""How fast may be sent: overall in any second, and to one chat. Waiting is fair; nothing is ever refused.

Telegram allows about 30 messages a second in all, about one a second to a chat (short bursts are borne) and 20 a minute
to a group.
"""

import asyncio
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowance:
    """So many messages at once, then one more after every `refill` seconds."""

    burst: int
    refill: float


PERSON, GROUP = Allowance(5, 1.0), Allowance(5, 3.0)
FORGOTTEN = 1000  # chats remembered before the idle ones among them are dropped


class Pace:
    """At most `per_second` sends in any second."""

    def __init__(self, per_second: int) -> None:
        self._sent: deque[float] = deque(maxlen=per_second)
        self._turn = asyncio.Lock()

    async def wait(self) -> None:
        """Returns when the next send may go out; first come, first served."""
        async with self._turn:
            loop = asyncio.get_running_loop()
            if len(self._sent) == self._sent.maxlen:
                free = self._sent[0] + 1.0 - loop.time()
                if free > 0:
                    await asyncio.sleep(free)
            self._sent.append(loop.time())


@dataclass(slots=True)
class Bucket:
    """What a chat may still be sent at once."""

    left: float
    at: float


class ChatPace:
    """Short bursts to a chat, then one message after the other."""

    def __init__(self, person: Allowance = PERSON, group: Allowance = GROUP) -> None:
        self._person = person
        self._group = group
        self._buckets: dict[int, Bucket] = {}
        self._most = FORGOTTEN

    def __len__(self) -> int:
        return len(self._buckets)

    async def wait(self, chat: int) -> None:
        """Returns when the next message may go to `chat`; to be called by one task for a chat at a time."""
        allowed = self._group if chat < 0 else self._person
        now = asyncio.get_running_loop().time()
        if len(self._buckets) >= self._most:
            self._forget(now)
        bucket = self._buckets.setdefault(chat, Bucket(allowed.burst, now))
        bucket.left, bucket.at = min(allowed.burst, bucket.left + (now - bucket.at) / allowed.refill) - 1, now
        if bucket.left < 0:
            await asyncio.sleep(-bucket.left * allowed.refill)

    def _forget(self, now: float) -> None:
        full = max(each.burst * each.refill for each in (self._person, self._group))
        self._buckets = {chat: bucket for chat, bucket in self._buckets.items() if now - bucket.at < full}
        self._most = max(FORGOTTEN, 2 * len(self._buckets))
