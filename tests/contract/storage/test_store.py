"""What the service may rely on, whatever the database."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Conflict, SchemaBehind
from bot.messages import Document, Message, Open, Press, Span, Style, words
from bot.service.ports import (
    Later,
    Moved,
    MovedChat,
    Outgoing,
    Rejected,
    Sent,
    Unknown,
    Unreachable,
    Work,
)
from bot.storage.store import SqlStore, opened

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CHAT, OTHER, GROUP = 2**40 + 7, 2**40 + 8, -1_002_003_004_005
DAY = timedelta(days=1)


def work(update: int, chat: int = CHAT, *texts: str, **more: object) -> Work:
    outgoing = tuple(Outgoing(chat=chat, message=Message(text=words(text))) for text in texts)
    values: dict[str, object] = {"state": '{"topic":"x"}', "outgoing": outgoing, **more}
    return Work(update=update, chat=chat, at=NOW, **values)  # type: ignore[arg-type]


def reminder(chat: int = CHAT, due: datetime = NOW + DAY) -> Outgoing:
    return Outgoing(chat=chat, message=Message(text=words("remember"), due=due))


async def say(store: SqlStore, update: int, *texts: str, chat: int = CHAT) -> None:
    """An update that is answered by `texts`, which wait in the outbox."""
    stored = await store.load(chat, update, NOW)
    await store.commit(work(update, chat, *texts, version=stored.version), direct=False)


async def claimed(store: SqlStore, now: datetime = NOW, busy: tuple[int, ...] = ()) -> list[tuple[int, str]]:
    rows = await store.claim(now, 100, busy)
    return [(row.chat, row.message.text[0].text) for row in rows]


async def test_a_new_chat_is_empty(store: SqlStore) -> None:
    stored = await store.load(CHAT, 1, NOW)
    assert (stored.state, stored.version, stored.repeated, stored.pending) == (None, 0, False, False)


async def test_what_was_saved_is_loaded(store: SqlStore) -> None:
    await store.commit(work(5, burst='{"since":1}'), direct=False)
    stored = await store.load(CHAT, 6, NOW)
    assert (stored.state, stored.version, stored.burst) == ('{"topic":"x"}', 5, '{"since":1}')


async def test_an_update_counts_once_whatever_its_number(store: SqlStore) -> None:
    await say(store, 900, "first")
    assert (await store.load(CHAT, 900, NOW)).repeated
    assert await store.commit(work(900, CHAT, "again", version=900), direct=False) is None
    await say(store, 17, "a lower number is not a repetition")
    assert [text for _, text in await claimed(store)] == ["first"]
    assert (await store.load(CHAT, 18, NOW)).version == 17


async def test_nobody_overwrites_what_they_have_not_seen(store: SqlStore) -> None:
    await say(store, 1)
    await store.commit(work(2, version=1, state="{}"), direct=False)
    with pytest.raises(Conflict):
        await store.commit(work(3, CHAT, "too late", version=1), direct=False)
    with pytest.raises(Conflict):
        await store.commit(work(4, CHAT, "too late", version=0), direct=False)
    assert not (await store.load(CHAT, 3, NOW)).repeated, "nothing of it is left, not even the number"
    assert await claimed(store) == []


async def test_of_many_at_once_each_builds_on_the_one_before(url: str) -> None:
    async with opened(url) as one, opened(url) as two:

        async def add(store: SqlStore, update: int) -> None:
            while True:
                stored = await store.load(CHAT, update, NOW)
                state = (stored.state or "") + f"{update},"
                try:
                    await store.commit(work(update, version=stored.version, state=state), direct=False)
                except Conflict:
                    continue
                return

        await asyncio.gather(*(add(one if number % 2 else two, number) for number in range(1, 21)))
        state = (await one.load(CHAT, 99, NOW)).state or ""
    assert sorted(int(number) for number in state.split(",") if number) == list(range(1, 21))


async def test_a_message_arrives_as_it_was_written(store: SqlStore) -> None:
    message = Message(
        text=(Span("¿Qué?\n"), Span("b", Style.BOLD), Span("link", Style.LINK, "https://example.org")),
        keyboard=((Press("Sí", "x:y"), Open("↗", "https://example.org")),),
        document=Document(name="a.txt", content="ñ\n"),
        replace=True,
    )
    sent = Outgoing(chat=GROUP, message=message, anchor=2**41, source=2**42, thread=5)
    await store.commit(work(1, GROUP, outgoing=(sent,)), direct=False)
    [row] = await store.claim(NOW, 10, ())
    assert replace(row, id=0) == sent


async def test_each_chat_is_served_in_order_one_at_a_time(store: SqlStore) -> None:
    await say(store, 1, "a1", "a2")
    await say(store, 2, "b1", chat=OTHER)
    assert await claimed(store) == [(CHAT, "a1"), (OTHER, "b1")]
    assert await claimed(store) == [], "the second waits for the first"


async def test_what_is_finished_makes_room_for_the_next(store: SqlStore) -> None:
    await say(store, 1, "a1", "a2", "a3")
    for text, outcome in (("a1", Sent(70)), ("a2", Rejected("no")), ("a3", Sent(71))):
        [row] = await store.claim(NOW, 10, ())
        assert row.message.text[0].text == text
        await store.finish([(row, outcome)], NOW)
    assert not (await store.load(CHAT, 9, NOW)).pending


async def test_a_busy_chat_is_left_alone(store: SqlStore) -> None:
    await say(store, 1, "a1")
    assert await claimed(store, busy=(CHAT,)) == []
    assert await claimed(store) == [(CHAT, "a1")]


async def test_direct_rows_are_ours_at_once(store: SqlStore) -> None:
    rows = await store.commit(work(1, CHAT, "a1", "a2"), direct=True)
    assert rows is not None
    assert [row.message.text[0].text for row in rows] == ["a1", "a2"]
    assert (await store.load(CHAT, 2, NOW)).pending
    assert await claimed(store) == []
    await store.release([rows[1].id])
    assert await claimed(store) == [(CHAT, "a1")]


async def test_a_reminder_waits_for_its_day_and_holds_nothing_up(store: SqlStore) -> None:
    await store.commit(work(1, outgoing=(reminder(),)), direct=True)
    assert not (await store.load(CHAT, 2, NOW)).pending
    await say(store, 2, "a1")
    assert await claimed(store) == [(CHAT, "a1")]
    assert await store.next_due(NOW) == NOW + DAY
    assert await claimed(store, NOW + DAY) == [(CHAT, "remember")]


async def test_patience_that_was_asked_for_outlives_the_process(store: SqlStore) -> None:
    await say(store, 1, "a1", "a2")
    [row] = await store.claim(NOW, 10, ())
    await store.finish([(row, Later(30.0))], NOW)
    await store.release(())
    assert await claimed(store, NOW + timedelta(seconds=29)) == [], "neither the message nor the one after it"
    [again] = await store.claim(NOW + timedelta(seconds=30), 10, ())
    assert (again.id, again.attempts, again.uncertain) == (row.id, 1, 0)


async def test_doubt_is_remembered(store: SqlStore) -> None:
    await say(store, 1, "a1")
    [row] = await store.claim(NOW, 10, ())
    await store.finish([(row, Unknown("lost"))], NOW)
    await store.release(())
    [again] = await store.claim(NOW, 10, ())
    assert again.uncertain == 1


async def test_whoever_blocks_us_hears_nothing_more(store: SqlStore) -> None:
    await store.commit(work(1, CHAT, outgoing=(reminder(), *work(1, CHAT, "a1", "a2").outgoing)), direct=False)
    [row] = await store.claim(NOW, 10, ())
    await store.finish([(row, Unreachable("blocked"))], NOW)
    assert await claimed(store, NOW + 2 * DAY) == []
    assert await store.next_due(NOW) is None
    assert await store.forget(NOW + 8 * DAY, idle=90 * DAY, gone=7 * DAY) == 1
    assert (await store.load(CHAT, 2, NOW)).state is None


async def test_whoever_comes_back_is_not_forgotten(store: SqlStore) -> None:
    await say(store, 1)
    await store.commit(work(2, version=1, gone=True), direct=False)
    await store.commit(work(3, version=2), direct=False)
    assert await store.forget(NOW + 8 * DAY, idle=90 * DAY, gone=7 * DAY) == 0


async def test_an_answer_is_remembered_with_its_question(store: SqlStore) -> None:
    first, second = (
        replace(each, source=source) for each, source in zip(work(1, CHAT, "a", "b").outgoing, (50, None), strict=True)
    )
    await store.commit(work(1, outgoing=(first, second)), direct=False)
    for number in (70, 71):
        [row] = await store.claim(NOW, 10, ())
        await store.finish([(row, Sent(number))], NOW)
    stored = await store.load(CHAT, 2, NOW)
    assert (stored.asked, stored.answered) == (50, 70)


async def test_erasing_leaves_nothing_of_the_chat_and_all_of_the_others(store: SqlStore) -> None:
    await store.commit(work(1, outgoing=(reminder(),)), direct=False)
    await say(store, 2, "b1", chat=OTHER)
    farewell = work(3, CHAT, "done", version=1, state=None, erase=True)
    with pytest.raises(Conflict):
        await store.commit(replace(farewell, version=77), direct=False)
    rows = await store.commit(farewell, direct=True)
    assert rows is not None
    stored = await store.stored(CHAT)
    assert stored["chat"] == []
    assert [row["id"] for row in stored["outbox"]] == [rows[0].id], "the farewell itself, until it is delivered"
    await store.finish([(rows[0], Sent(1))], NOW)
    assert await store.stored(CHAT) == {"chat": [], "outbox": []}
    assert len((await store.stored(OTHER))["chat"]) == 1


async def test_reminders_are_taken_back(store: SqlStore) -> None:
    await store.commit(work(1, CHAT, outgoing=(reminder(), *work(1, CHAT, "a1").outgoing)), direct=False)
    await store.commit(work(2, version=1, cancel_reminders=True, outgoing=(reminder(due=NOW + 2 * DAY),)), direct=False)
    assert [row["due"] is None for row in (await store.stored(CHAT))["outbox"]] == [True, False]
    assert await claimed(store, NOW + DAY) == [(CHAT, "a1")]


@pytest.mark.parametrize("known", [False, True])
async def test_a_chat_with_a_new_id_keeps_its_state_and_its_messages(store: SqlStore, known: bool) -> None:
    await say(store, 1, "a1", chat=-42)
    if known:
        await store.commit(work(2, GROUP, state='{"topic":"newer"}'), direct=False)
    for _ in range(2):  # Telegram tells it twice, once in each chat
        await store.move(MovedChat(update=3, old=-42, new=GROUP), NOW)
    assert (await store.load(-42, 4, NOW)).state is None
    assert (await store.load(GROUP, 4, NOW)).state == ('{"topic":"newer"}' if known else '{"topic":"x"}')
    assert await claimed(store) == [(GROUP, "a1")]


async def test_a_send_that_finds_the_chat_moved_goes_to_the_new_one(store: SqlStore) -> None:
    await say(store, 1, "a1", "a2", chat=-42)
    [row] = await store.claim(NOW, 10, ())
    await store.finish([(row, Moved(GROUP))], NOW)
    assert await claimed(store) == [(GROUP, "a1")]
    assert (await store.load(GROUP, 4, NOW)).version == 1


async def test_two_processes_never_take_the_same_row(url: str) -> None:
    async with opened(url) as one, opened(url) as two:
        for number in range(1, 41):
            await say(one, number, "hello", chat=CHAT + number)
        taken = await asyncio.gather(*(store.claim(NOW, 10, ()) for store in (one, two) * 4))
        ids = [row.id for rows in taken for row in rows]
        assert len(ids) == len(set(ids))
        assert len(set(ids)) + len(await one.claim(NOW, 100, ())) == 40


async def test_the_rows_of_the_dead_are_taken_over_and_those_of_the_living_are_not(url: str) -> None:
    async with opened(url) as living:
        await say(living, 1, "a1")
        assert len(await living.claim(NOW, 10, ())) == 1
        async with opened(url) as dying:
            await say(dying, 2, "b1", chat=OTHER)
            assert len(await dying.claim(NOW, 10, ())) == 1
            assert not await living.recover()
        assert await living.recover()
        assert await claimed(living) == [(OTHER, "b1")]


async def test_silent_chats_are_forgotten_but_not_those_a_reminder_waits_for(store: SqlStore) -> None:
    await say(store, 1, chat=CHAT)
    await store.commit(work(2, OTHER, outgoing=(reminder(OTHER, NOW + 100 * DAY),)), direct=False)
    recent = work(3, GROUP)
    await store.commit(replace(recent, at=NOW + 50 * DAY), direct=False)
    assert await store.forget(NOW + 91 * DAY, idle=90 * DAY, gone=7 * DAY) == 1
    assert (await store.load(CHAT, 9, NOW)).state is None
    assert (await store.load(OTHER, 9, NOW)).state is not None
    assert (await store.load(GROUP, 9, NOW)).state is not None
    assert await store.prune(NOW - DAY) == 0
    assert await store.prune(NOW + DAY) == 2, "numbers that cannot come again are forgotten too"
    assert not (await store.load(CHAT, 1, NOW)).repeated


async def test_counters_add_up_and_know_no_chat(store: SqlStore) -> None:
    await store.commit(work(1, counts=(("too-late", "es"), ("minors", "es"))), direct=False)
    await store.commit(work(2, OTHER, counts=(("too-late", "es"),)), direct=False)
    counted = await store.counted()
    assert [(day.isoformat(), topic, language, count) for day, topic, language, count in counted] == [
        ("2026-11-23", "minors", "es", 1),
        ("2026-11-23", "too-late", "es", 2),
    ]


async def test_it_tells_whether_the_database_answers(store: SqlStore) -> None:
    assert await store.answers()


async def test_an_empty_database_is_refused_with_the_command_to_run(empty: str) -> None:
    with pytest.raises(SchemaBehind, match="oponte db upgrade"):
        async with opened(empty):
            pass
