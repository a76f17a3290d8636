"""What reaches people, in which order, and what happens when the platform says no, later, or nothing at all."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from service_doubles import NOW, Clock, Platform, delivering

from bot.errors import StorageDown
from bot.messages import Message, words
from bot.service.deliver import Deliverer
from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Sent, Unknown, Unreachable, Work
from bot.storage.store import SqlStore, opened

ANA, BEN, GROUP = 2**40, 2**40 + 1, -1_002_003_004_005


async def say(store: SqlStore, chat: int, *texts: str, due: datetime | None = None, anchor: int | None = None) -> None:
    """Puts messages into the outbox, as an update's commit does."""
    update = say.number = getattr(say, "number", 0) + 1  # type: ignore[attr-defined]
    version = (await store.load(chat, update, NOW)).version
    outgoing = tuple(
        Outgoing(
            chat=chat, message=Message(text=words(text), due=due, replace=anchor is not None), anchor=anchor, source=7
        )
        for text in texts
    )
    work = Work(update=update, chat=chat, at=NOW, version=version, state="{}", outgoing=outgoing)
    await store.commit(work, direct=False)


def deliverer(store: SqlStore, platform: Platform, clock: Clock | None = None) -> Deliverer:
    return Deliverer(store, platform, 1000, clock or Clock())


async def left(store: SqlStore, chat: int) -> int:
    return len((await store.stored(chat))["outbox"])


async def test_messages_arrive_in_order_and_the_outbox_is_empty_then(store: SqlStore) -> None:
    platform = Platform()
    await say(store, ANA, "one", "two", "three")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 3)
    assert platform.texts(ANA) == ["one", "two", "three"]
    assert await left(store, ANA) == 0
    stored = await store.load(ANA, 0, NOW)
    assert (stored.asked, stored.answered) == (7, 1002)


async def test_a_slow_chat_holds_nobody_else_up(store: SqlStore) -> None:
    platform = Platform(gates={ANA: asyncio.Event()})
    await say(store, ANA, "slow")
    async with delivering(deliverer(store, platform)) as _:
        await platform.until(lambda: bool(platform.tried))
        for number in range(20):
            await say(store, BEN + number, "quick")
        await say(store, ANA, "after the slow one")
        running = platform
        running_deliverer_wakes = [task for task in asyncio.all_tasks() if "Deliverer.run" in repr(task)]
        assert running_deliverer_wakes
        await platform.until(lambda: len(platform.sent) == 20)
        assert platform.texts(ANA) == []
        platform.gates[ANA].set()
        await platform.until(lambda: len(platform.sent) == 22)
    assert platform.texts(ANA) == ["slow", "after the slow one"]
