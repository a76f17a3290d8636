"""Doubles for the service's ports: a platform that remembers what it was sent, a clock that is set by hand."""

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.messages import plain
from bot.service.deliver import Deliverer
from bot.service.pacing import Allowance, ChatPace
from bot.service.ports import Outcome, Outgoing, Sent

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **time: float) -> None:
        self.now += timedelta(**time)


@dataclass
class Platform:
    """A sender. What a chat's next sends come to can be given in `fates`; `gates` hold a chat's sends back."""

    sent: list[Outgoing] = field(default_factory=list)
    tried: list[Outgoing] = field(default_factory=list)
    menus: list[tuple[int, str]] = field(default_factory=list)
    fates: dict[int, deque[Outcome]] = field(default_factory=lambda: defaultdict(deque))
    gates: dict[int, asyncio.Event] = field(default_factory=dict)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def send(self, outgoing: Outgoing) -> Outcome:
        self.tried.append(outgoing)
        await self._tell()
        if outgoing.chat in self.gates:
            await self.gates[outgoing.chat].wait()
        fates = self.fates[outgoing.chat]
        outcome = fates.popleft() if fates else Sent(1000 + len(self.sent))
        if isinstance(outcome, Sent):
            self.sent.append(outgoing)
            await self._tell()
        return outcome

    async def acknowledge(self, callback: str) -> None:
        raise AssertionError(f"the intake answers presses, not the service: {callback}")

    async def show_commands(self, chat: int, language: str) -> None:
        self.menus.append((chat, language))
        await self._tell()

    async def until(self, condition: Callable[[], bool]) -> None:
        """Waits until something holds; it is looked at whenever something was sent."""
        async with asyncio.timeout(30), self.changed:
            await self.changed.wait_for(condition)

    def texts(self, chat: int) -> list[str]:
        """What arrived in a chat."""
        return [plain(each.message.text) for each in self.sent if each.chat == chat]

    async def _tell(self) -> None:
        async with self.changed:
            self.changed.notify_all()


def unhurried() -> ChatPace:
    """No pause between the messages to a chat: what is tested is something else."""
    return ChatPace(Allowance(1000, 0.0001), Allowance(1000, 0.0001))


@asynccontextmanager
async def delivering(deliverer: Deliverer, within: float = 10.0) -> AsyncIterator[None]:
    """Runs a deliverer for the time of the block, and stops it as the application does."""
    stop = asyncio.Event()
    running = asyncio.create_task(deliverer.run(stop, within))
    await asyncio.sleep(0)
    try:
        yield
    finally:
        stop.set()
        await running
