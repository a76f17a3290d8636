"""One update, one transaction: what a person gets, and what is kept, whatever goes wrong on the way."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from service_doubles import NOW, Clock, Platform, delivering, unhurried

from bot.dialogue.brain import Brain
from bot.dialogue.state import State
from bot.errors import StorageDown
from bot.events import Commanded, Event, Left, Pressed, Wrote
from bot.messages import plain
from bot.service.converse import Conversation
from bot.service.deliver import Deliverer
from bot.service.ports import Inbound, MovedChat, StoredChat, Work
from bot.storage.store import SqlStore, opened
from bot.understanding.reading import Reading, Situation

ANA, BEN = 2**40, 2**40 + 1
SECRET = "zanahoria"


def wrote(update: int, text: str, chat: int = ANA, *, edited: bool = False, source: int | None = None) -> Inbound:
    event = Wrote(at=NOW, language_code="es", text=text, edited=edited)
    return Inbound(update=update, chat=chat, event=event, source=source or update)


def did(update: int, event: Event, chat: int = ANA, anchor: int | None = None) -> Inbound:
    return Inbound(update=update, chat=chat, event=event, anchor=anchor)


def command(update: int, name: str, chat: int = ANA) -> Inbound:
    return did(update, Commanded(at=NOW, language_code="es", name=name), chat)


class Bot:
    """A conversation with its delivery, on a store."""

    def __init__(self, brain: Brain, store: SqlStore, platform: Platform | None = None) -> None:
        self.platform = platform or Platform()
        self.clock = Clock()
        self.store = store
        self.deliverer = Deliverer(store, self.platform, 1000, self.clock, unhurried())
        self.conversation = Conversation(brain, store, self.platform, self.deliverer, clock=self.clock)

    async def hears(self, *arrivals: Inbound | MovedChat) -> None:
        for arrival in arrivals:
            await self.conversation.handle(arrival)

    async def answered(self, number: int) -> list[str]:
        """Waits until so many messages arrived; their texts."""
        await self.platform.until(lambda: len(self.platform.sent) >= number)
        return [plain(each.message.text) for each in self.platform.sent]

    async def state(self, chat: int = ANA) -> State:
        return State.from_json((await self.store.load(chat, 0, NOW)).state)


@asynccontextmanager
async def running(brain: Brain, store: SqlStore, platform: Platform | None = None) -> AsyncIterator[Bot]:
    bot = Bot(brain, store, platform)
    async with delivering(bot.deliverer):
        yield bot


async def test_a_question_is_answered_and_not_kept(brain: Brain, store: SqlStore, url: str) -> None:
    async with running(brain, store) as bot:
        await bot.hears(wrote(1, f"¿leen mis mensajes privados? {SECRET}"))
        [answer] = await bot.answered(1)
    assert "según Meta" in answer
    assert (await bot.state()).topic == "private-messages"
    assert await store.stored(BEN) == {"chat": [], "outbox": []}
    assert SECRET not in str(await store.stored(ANA))


async def test_the_same_update_twice_is_answered_once(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        await asyncio.gather(*(bot.conversation.handle(wrote(1, "¿es legal?")) for _ in range(3)))
        await bot.hears(wrote(1, "¿es legal?"), wrote(2, "gracias"))
        await bot.answered(2)
    assert len(bot.platform.tried) == 2
    assert bot.conversation.counted["repeated"] == 3


async def test_quick_taps_are_taken_one_after_the_other(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        await bot.hears(did(1, Pressed(at=NOW, language_code="es", action="g:object-instagram"), anchor=5))
        ways = brain.graph.guides["object-instagram"].ways
        taps = [f"g:object-instagram:{ways[0].id}:{step}" for step in range(3)]
        arrivals = [did(2 + n, Pressed(at=NOW, action=action), anchor=5) for n, action in enumerate(taps)]
        await asyncio.gather(*(bot.conversation.handle(each) for each in arrivals))
        await bot.answered(4)
    place = (await bot.state()).place
    assert place is not None
    assert place.step == 2
    assert [each.anchor for each in bot.platform.sent[1:]] == [5, 5, 5]


async def test_two_replicas_share_a_chat_without_losing_a_step(brain: Brain, url: str) -> None:
    platform = Platform()
    async with opened(url) as one, opened(url) as two:
        async with running(brain, one, platform) as first, running(brain, two, platform) as second:
            bots = (first, second) * 8
            await asyncio.gather(*(bot.conversation.handle(command(n, "help")) for n, bot in enumerate(bots, 1)))
            await first.answered(16)
        assert len(platform.tried) == 16
        assert await one.stored(ANA) | {"chat": []} == {"chat": [], "outbox": []}


class Poisoned:
    """A reader that cannot bear one word."""

    def __init__(self, brain: Brain) -> None:
        self._reader = brain.reader
        self.tries = 0

    def read(self, text: str, situation: Situation) -> Reading:
        if SECRET in text:
            self.tries += 1
            raise ValueError(f"cannot bear {text}")
        return self._reader.read(text, situation)


async def test_an_update_that_breaks_us_is_apologised_for_once(
    brain: Brain, store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    reader = Poisoned(brain)
    async with running(replace(brain, reader=reader), store) as bot:
        await bot.hears(wrote(1, "hola"), wrote(2, f"¿qué es una {SECRET}?"), wrote(2, SECRET), wrote(3, "¿es legal?"))
        answers = await bot.answered(3)
    sorry = brain.words["es"].gettext("notice.sorry")
    assert answers[1] == sorry
    assert answers.count(sorry) == 1
    assert reader.tries == 3
    assert bot.conversation.counted["poison"] == 1
    assert SECRET not in caplog.text
    assert [record.levelno for record in caplog.records if "answered-failed" in record.message] == [logging.ERROR] * 3


class Away:
    """A store whose database is away until it is `back`."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store
        self.back = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._store, name)

    async def load(self, chat: int, update: int, now: datetime) -> StoredChat:
        return await self._store.load(chat, update, now)

    async def commit(self, work: Work, *, direct: bool) -> object:
        if not self.back:
            raise StorageDown("away")
        return await self._store.commit(work, direct=direct)


async def test_nothing_is_acknowledged_while_the_database_is_away(brain: Brain, store: SqlStore) -> None:
    away = Away(store)
    async with running(brain, away) as bot:  # type: ignore[arg-type]
        with pytest.raises(StorageDown):
            await bot.hears(wrote(1, "¿es legal?"))
        away.back = True
        await bot.hears(wrote(1, "¿es legal?"))
        await bot.answered(1)
    assert len(bot.platform.tried) == 1


async def test_mydata_shows_every_stored_byte(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        await bot.hears(wrote(1, "¿es legal?"), command(2, "mydata"))
        await bot.answered(2)
    document = bot.platform.sent[-1].message.document
    assert document is not None
    assert document.name == "oponte.json"
    for shown in ("is-it-legal", str(ANA), NOW.isoformat()):
        assert shown in document.content


async def test_forget_leaves_nothing_but_takes_leave(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        await bot.hears(did(1, Pressed(at=NOW, language_code="es", action="remind:yes"), anchor=4))
    assert len((await store.stored(ANA))["outbox"]) == 1, "the reminder"
    async with running(brain, store, bot.platform) as bot:
        await bot.hears(did(2, Pressed(at=NOW, language_code="es", action="forget:yes"), anchor=4))
        answers = await bot.answered(2)
    assert answers[-1] == brain.words["es"].gettext("forget.done")
    assert await store.stored(ANA) == {"chat": [], "outbox": []}


async def test_the_menu_follows_the_language_that_was_chosen(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        await bot.hears(did(1, Pressed(at=NOW, language_code="es", action="lang:en")))
        await bot.platform.until(lambda: bool(bot.platform.menus))
        await bot.hears(did(1, Pressed(at=NOW, language_code="es", action="lang:en")))
    assert bot.platform.menus == [(ANA, "en")]


async def test_a_corrected_question_corrects_its_answer(brain: Brain, store: SqlStore) -> None:
    platform = Platform()
    for arrival in (
        wrote(1, "¿es legla?", source=31),
        wrote(2, "¿leen mis mensajes privados?", edited=True, source=31),
        wrote(3, "¿es legal?", edited=True, source=12),
    ):
        async with running(brain, store, platform) as bot:  # delivered and written down before the next one comes
            await bot.hears(arrival)
    first, corrected, older = platform.sent
    assert corrected.message.replace
    assert corrected.anchor == 1000
    assert (older.message.replace, older.anchor) == (False, None), "only the last answer stands where it can be seen"
    assert first.anchor is None


async def test_who_leaves_starts_the_clock_and_who_was_never_here_leaves_no_trace(
    brain: Brain, store: SqlStore
) -> None:
    async with running(brain, store) as bot:
        await bot.hears(wrote(1, "hola"))
        await bot.answered(1)
        await bot.hears(did(2, Left(at=NOW)), did(3, Left(at=NOW), BEN))
    assert (await store.stored(ANA))["chat"][0]["gone_at"] is not None
    assert await store.stored(BEN) == {"chat": [], "outbox": []}


async def test_a_flood_is_answered_with_one_kind_word(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        for number in range(1, 41):
            await bot.hears(command(number, "help", chat=BEN))
        bot.clock.advance(seconds=61)
        await bot.hears(replace(command(41, "help", chat=BEN), event=Commanded(at=bot.clock.now, name="help")))
        await bot.answered(22)
    texts = bot.platform.texts(BEN)
    assert len(texts) == 22
    assert texts[20] == brain.words["es"].gettext("notice.flood")
    assert texts[21] == texts[0]


async def test_answers_are_counted_without_the_chat(brain: Brain, store: SqlStore) -> None:
    async with running(brain, store) as bot:
        await bot.hears(wrote(1, "¿es legal?"), wrote(2, "¿es legal?", BEN))
        await bot.answered(2)
    assert await store.counted() == ((NOW.date(), "is-it-legal", "es", 2),)


async def test_a_group_that_moves_goes_on_where_it_was(brain: Brain, store: SqlStore) -> None:
    old, new = -42, -1_002_003_004_005
    async with running(brain, store) as bot:
        await bot.hears(wrote(1, "¿es legal?", old))
        await bot.answered(1)
        await bot.hears(MovedChat(update=2, old=old, new=new), MovedChat(update=3, old=old, new=new))
    assert (await bot.state(new)).topic == "is-it-legal"
    assert await store.stored(old) == {"chat": [], "outbox": []}


async def test_what_is_thanked_for_late_is_still_there(brain: Brain, store: SqlStore) -> None:
    """A chat that is silent for weeks goes on; one that is silent for longer than promised begins anew."""
    async with running(brain, store) as bot:
        await bot.hears(wrote(1, "¿es legal?"))
        await bot.answered(1)
        week = timedelta(days=7)
        assert await store.forget(NOW + 12 * week, idle=13 * week, gone=week) == 0
        assert (await bot.state()).topic == "is-it-legal"
        assert await store.forget(NOW + 14 * week, idle=13 * week, gone=week) == 1
        assert await bot.state() == State()
