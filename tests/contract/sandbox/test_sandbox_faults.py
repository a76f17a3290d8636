"""Trouble on demand: each fault hits as often as ordered, and leaves behind what it would leave behind for real."""

import asyncio

import aiohttp
import pytest
from bareapi import Api

from bot.sandbox.client import Client, RefusedError, User


@pytest.fixture
async def ana(client: Client) -> User:
    """Somebody who has started the bot."""
    ana = await client.person("Ana")
    await ana.start()
    return ana


async def said(user: User) -> list[str]:
    return [message.text for message in await user.messages() if message.by_bot]


@pytest.mark.parametrize(
    ("kind", "options", "answer"),
    [
        ("forbidden", {}, {"error_code": 403, "description": "Forbidden: bot was blocked by the user"}),
        (
            "too_many",
            {"retry_after": 7},
            {
                "error_code": 429,
                "description": "Too Many Requests: retry after 7",
                "parameters": {"retry_after": 7},
            },
        ),
        ("server_error", {"code": 503}, {"error_code": 503, "description": "Internal Server Error"}),
        ("unauthorized", {}, {"error_code": 401, "description": "Unauthorized"}),
        ("bad_request", {"description": "Bad Request: no"}, {"error_code": 400, "description": "Bad Request: no"}),
    ],
)
async def test_refusals(api: Api, client: Client, ana: User, kind: str, options: dict, answer: dict) -> None:
    await client.fault("sendMessage", kind, 2, after=1, **options)
    await api.ok("sendMessage", chat_id=ana.id, text="passes first")
    for _ in range(2):
        assert await api.call("sendMessage", chat_id=ana.id, text="lost") == {"ok": False, **answer}
    await api.ok("sendMessage", chat_id=ana.id, text="passes again")
    assert await said(ana) == ["passes first", "passes again"]


@pytest.mark.parametrize(("kind", "arrives"), [("dropped", []), ("answer_lost", ["?"])])
async def test_broken_connections(api: Api, client: Client, ana: User, kind: str, arrives: list[str]) -> None:
    await client.fault("sendMessage", kind)
    with pytest.raises(aiohttp.ClientError):
        await api.call("sendMessage", chat_id=ana.id, text="?")
    assert await said(ana) == arrives


async def test_who_gives_up_on_a_slow_answer_has_been_heard(api: Api, client: Client, ana: User) -> None:
    await client.fault("sendMessage", "slow", seconds=3600)
    slow = asyncio.create_task(api.call("sendMessage", chat_id=ana.id, text="?"))
    await ana.expect("?")
    slow.cancel()
    assert await said(ana) == ["?"]


async def test_a_gateway_answers_with_a_page(api: Api, client: Client, ana: User) -> None:
    await client.fault("*", "bad_gateway")
    async with api.session.post(f"{api.base}/getMe") as response:
        assert (response.status, response.content_type) == (502, "text/html")


async def test_a_fault_may_be_for_one_chat_only_and_be_taken_back(api: Api, client: Client, ana: User) -> None:
    ben = await client.person("Ben")
    await ben.start()
    await client.fault("*", "forbidden", 5, chat=ben.id)
    await api.ok("sendMessage", chat_id=ana.id, text="fine")
    assert "403" in await api.error("sendMessage", chat_id=ben.id, text="not fine")
    await client.clear_faults()
    await api.ok("sendMessage", chat_id=ben.id, text="fine again")


async def test_an_impossible_fault_is_refused(client: Client) -> None:
    with pytest.raises(RefusedError, match="one of: forbidden"):
        await client.fault("sendMessage", "earthquake")
    with pytest.raises(RefusedError, match="times of 1 or more"):
        await client.fault("sendMessage", "forbidden", 0)
