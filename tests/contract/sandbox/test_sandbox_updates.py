"""getUpdates: what is offered stays until it is confirmed, and one receiver at a time gets it."""

import asyncio

import pytest
from bareapi import Api

from bot.sandbox.client import Client

UNTIL_WOKEN = 20


async def test_updates_are_offered_until_an_offset_confirms_them(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    for text in ("one", "two", "three"):
        await ana.send(text)
    first = await api.updates()
    assert [update["message"]["text"] for update in first] == ["one", "two", "three"]
    assert await api.updates() == first, "without an offset nothing is confirmed"
    rest = await api.updates(offset=first[1]["update_id"])
    assert [update["message"]["text"] for update in rest] == ["two", "three"]
    assert await api.updates(offset=first[2]["update_id"] + 1) == []
    assert await client.settled()


async def test_limit_and_negative_offset(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    for number in range(5):
        await ana.send(str(number))
    assert [update["message"]["text"] for update in await api.updates(limit=2)] == ["0", "1"]
    assert [update["message"]["text"] for update in await api.updates(offset=-1)] == ["4"]
    assert len(await api.updates()) == 1, "a negative offset forgets what lies before"


async def test_a_long_poll_ends_with_the_next_update(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    poll = asyncio.create_task(api.updates(timeout=UNTIL_WOKEN))
    await client.listening()
    await ana.send("hello")
    assert [update["message"]["text"] for update in await poll] == ["hello"]


async def test_a_second_poller_ends_the_first_with_409(api: Api, client: Client) -> None:
    first = asyncio.create_task(api.error("getUpdates", timeout=UNTIL_WOKEN))
    await client.listening()
    second = asyncio.create_task(api.updates(timeout=UNTIL_WOKEN))
    assert await first == (
        "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    ana = await client.person("Ana")
    await ana.send("for the second")
    assert len(await second) == 1


async def test_no_polling_while_a_webhook_is_set(api: Api, client: Client) -> None:
    waiting = asyncio.create_task(api.error("getUpdates", timeout=UNTIL_WOKEN))
    await client.listening()
    await api.ok("setWebhook", url="http://127.0.0.1:9/hook")
    assert await waiting == "409 Conflict: terminated by setWebhook request"
    assert "can't use getUpdates method while webhook is active" in await api.error("getUpdates")
    await api.ok("deleteWebhook")
    assert await api.updates() == []


async def test_allowed_updates_are_kept_when_left_out(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    await api.updates(allowed_updates=["my_chat_member"])
    await ana.send("not asked for")
    await ana.block()
    assert [update.keys() - {"update_id"} for update in await api.updates()] == [{"my_chat_member"}]
    await ana.unblock()
    await api.updates(allowed_updates=[])
    await ana.send("asked for again")
    assert (await api.updates())[-1]["message"]["text"] == "asked for again"


async def test_reactions_come_only_when_asked_for(api: Api, client: Client) -> None:
    ana = await client.person("Ana")
    sent = await ana.send("hi")
    await ana.react(sent, "👍")
    assert len(await api.updates()) == 1
    await api.updates(allowed_updates=["message_reaction"])
    await ana.react(sent, "🔥")
    assert (await api.updates())[-1]["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]


@pytest.mark.parametrize(("age", "left"), [(24 * 3600 - 60, 1), (24 * 3600 + 60, 0)])
async def test_updates_are_kept_for_a_day(api: Api, client: Client, age: int, left: int) -> None:
    ana = await client.person("Ana")
    await ana.send("old")
    await client.advance(age)
    assert len(await api.updates()) == left


async def test_unknown_update_types_are_refused(api: Api) -> None:
    assert 'nknown update type "mesage"' in await api.error("getUpdates", allowed_updates=["mesage"])
