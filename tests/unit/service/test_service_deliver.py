"""What reaches people, in which order, and what happens when the platform says no, later, or nothing at all."""

import asyncio
import contextlib
import itertools
from collections import deque
from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest
from service_doubles import NOW, Clock, Platform, delivering, unhurried

from bot.errors import StorageDown
from bot.messages import Message, words
from bot.service.deliver import Deliverer
from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Unknown, Unreachable, Work
from bot.storage.store import SqlStore, opened

ANA, BEN, GROUP = 2**40, 2**40 + 1, -1_002_003_004_005
NUMBERS = itertools.count(1)


async def say(store: SqlStore, chat: int, *texts: str, due: datetime | None = None, anchor: int | None = None) -> None:
    """Puts messages into the outbox, as the commit of an update does."""
    update = next(NUMBERS)
    version = (await store.load(chat, update, NOW)).version
    messages = [Message(text=words(text), due=due, replace=anchor is not None) for text in texts]
    outgoing = tuple(Outgoing(chat=chat, message=message, anchor=anchor, source=7) for message in messages)
    work = Work(update=update, chat=chat, at=NOW, version=version, state="{}", outgoing=outgoing)
    await store.commit(work, direct=False)


def deliverer(store: SqlStore, platform: Platform, clock: Clock | None = None) -> Deliverer:
    return Deliverer(store, platform, 1000, clock or Clock(), unhurried())


async def left(store: SqlStore, chat: int) -> int:
    """How many messages to a chat are not delivered."""
    return len((await store.stored(chat))["outbox"])


async def test_messages_arrive_in_order_and_then_nothing_of_them_is_kept(store: SqlStore) -> None:
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
    worker = deliverer(store, platform)
    async with delivering(worker):
        await platform.until(lambda: bool(platform.tried))
        for number in range(20):
            await say(store, BEN + number, "quick")
        await say(store, ANA, "after the slow one")
        worker.wake()
        await platform.until(lambda: len(platform.sent) == 20)
        assert platform.texts(ANA) == []
        platform.gates[ANA].set()
        await platform.until(lambda: len(platform.sent) == 22)
    assert platform.texts(ANA) == ["slow", "after the slow one"]


async def test_patience_is_kept_for_the_chat_that_needs_it_alone(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[ANA] = deque([Later(0.2)])
    await say(store, ANA, "one", "two")
    await say(store, BEN, "hello")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 3)
    assert [each.chat for each in platform.sent] == [BEN, ANA, ANA]
    assert platform.texts(ANA) == ["one", "two"]
    assert [each.attempts for each in platform.tried if each.chat == ANA] == [0, 1, 0]


async def test_a_message_that_may_have_arrived_is_sent_once_more_and_no_more(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[ANA] = deque([Unknown("lost"), Unknown("lost")])
    await say(store, ANA, "doubtful", "next")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 1)
    assert [each.message.text[0].text for each in platform.tried] == ["doubtful", "doubtful", "next"]
    assert await left(store, ANA) == 0


async def test_an_edit_is_repeated_until_somebody_answers(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[ANA] = deque([Unknown("lost"), Unknown("lost"), Later(0.0)])
    await say(store, ANA, "step 2", anchor=55)
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 1)
    assert len(platform.tried) == 4


async def test_a_message_that_is_refused_makes_room_for_the_next(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[ANA] = deque([Rejected("too long")])
    await say(store, ANA, "refused", "fine")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 1)
    assert platform.texts(ANA) == ["fine"]
    assert await left(store, ANA) == 0


async def test_who_has_blocked_the_bot_is_left_in_peace(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[ANA] = deque([Unreachable("bot was blocked by the user")])
    await say(store, ANA, "remember", due=NOW + timedelta(days=30))
    await say(store, ANA, "one", "two")
    await say(store, BEN, "hello")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 1 and len(platform.tried) == 2)
    assert await left(store, ANA) == 0
    assert (await store.stored(ANA))["chat"][0]["gone_at"] is not None


async def test_a_group_that_moved_gets_everything_once_under_its_new_id(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[-42] = deque([Moved(GROUP)])
    await say(store, -42, "one", "two")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 2)
    assert platform.texts(GROUP) == ["one", "two"]
    assert await left(store, GROUP) == 0


async def test_a_reminder_comes_on_its_day_and_not_before(store: SqlStore) -> None:
    platform, clock = Platform(), Clock()
    worker = deliverer(store, platform, clock)
    await say(store, ANA, "remember", due=NOW + timedelta(days=30))
    await say(store, ANA, "for now")
    async with delivering(worker):
        await platform.until(lambda: len(platform.sent) == 1)
        clock.advance(days=30)
        worker.wake()
        await platform.until(lambda: len(platform.sent) == 2)
    assert platform.texts(ANA) == ["for now", "remember"]


async def test_replies_do_not_wait_for_a_clock_that_was_set_back(store: SqlStore) -> None:
    platform, clock = Platform(), Clock()
    clock.advance(days=-400)
    await say(store, ANA, "at once")
    async with delivering(deliverer(store, platform, clock)):
        await platform.until(lambda: len(platform.sent) == 1)


async def test_what_is_not_finished_at_the_stop_is_sent_by_the_next_process(url: str) -> None:
    platform = Platform(gates={ANA: asyncio.Event()})
    async with opened(url) as first:
        await say(first, ANA, "one", "two")
        await say(first, BEN, "hello")
        async with delivering(deliverer(first, platform), within=0.05):
            await platform.until(lambda: len(platform.tried) == 2)
    assert platform.texts(BEN) == ["hello"]
    platform.gates.clear()
    async with opened(url) as second, delivering(deliverer(second, platform)):
        await platform.until(lambda: len(platform.sent) == 3)
    assert platform.texts(ANA) == ["one", "two"]


async def test_a_stop_does_not_wait_for_patience(store: SqlStore) -> None:
    platform = Platform()
    platform.fates[ANA] = deque([Later(3600.0)])
    await say(store, ANA, "one")
    async with asyncio.timeout(30), delivering(deliverer(store, platform), within=3600):
        await platform.until(lambda: bool(platform.tried))
    assert await left(store, ANA) == 1


async def test_what_a_killed_process_had_in_hand_is_sent_by_another(url: str) -> None:
    platform = Platform()
    async with opened(url) as killed:
        await say(killed, ANA, "one", "two")
        assert len(await killed.claim(NOW, 10, ())) == 1
        await killed.presence.end()
        async with opened(url) as other, delivering(deliverer(other, platform)):
            await platform.until(lambda: len(platform.sent) == 2)
    assert platform.texts(ANA) == ["one", "two"]


class Shaky:
    """An outbox whose database is away for the first `failures` calls of a method."""

    def __init__(self, store: SqlStore, **failures: int) -> None:
        self._store = store
        self._failures = failures

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    async def finish(self, results: Sequence[tuple[Outgoing, Outcome]], now: datetime) -> None:
        self._fail("finish")
        await self._store.finish(results, now)

    async def claim(self, now: datetime, limit: int, busy: tuple[int, ...]) -> Sequence[Outgoing]:
        self._fail("claim")
        return await self._store.claim(now, limit, busy)

    def _fail(self, name: str) -> None:
        if self._failures.get(name, 0) > 0:
            self._failures[name] -= 1
            raise StorageDown("away")


@pytest.mark.parametrize("method", ["finish", "claim"])
async def test_a_database_that_is_away_for_a_while_makes_no_duplicates(store: SqlStore, method: str) -> None:
    platform = Platform()
    await say(store, ANA, "one", "two")
    shaky: object = Shaky(store, **{method: 2})
    async with delivering(Deliverer(shaky, platform, 1000, Clock(), unhurried())):  # type: ignore[arg-type]
        await platform.until(lambda: len(platform.sent) == 2)
    assert [each.message.text[0].text for each in platform.tried] == ["one", "two"]
    assert await left(store, ANA) == 0


async def test_rows_of_a_commit_that_ended_in_doubt_are_found(store: SqlStore) -> None:
    platform = Platform()
    worker = deliverer(store, platform)
    async with delivering(worker):
        outgoing = (Outgoing(chat=ANA, message=Message(text=words("committed, though nobody heard"))),)
        work = Work(update=next(NUMBERS), chat=ANA, at=NOW, state="{}", outgoing=outgoing)
        with contextlib.suppress(StorageDown), worker.reserved() as free:
            await store.commit(work, direct=free)
            raise StorageDown("the answer was lost")
        assert free
        worker.wake()
        await platform.until(lambda: len(platform.sent) == 1)
    assert await left(store, ANA) == 0


async def test_a_sender_that_breaks_its_promise_stops_nobody(store: SqlStore) -> None:
    class Broken(Platform):
        async def send(self, outgoing: Outgoing) -> Outcome:
            if outgoing.chat == ANA:
                self.tried.append(outgoing)
                raise ZeroDivisionError
            return await super().send(outgoing)

    platform = Broken()
    await say(store, ANA, "one")
    await say(store, BEN, "hello")
    async with delivering(deliverer(store, platform)):
        await platform.until(lambda: len(platform.sent) == 1)
    assert platform.texts(BEN) == ["hello"]
