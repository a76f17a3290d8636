"""Webhook delivery: the secret, the order, the repetitions, and what an answer may ask for."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from bareapi import Api

from bot.sandbox.client import Client
from bot.sandbox.webhook import Backoff

SECRET = "s3cret_-"


class Hook:
    """A bot's webhook: writes down what comes, answers what the test says."""

    def __init__(self) -> None:
        self.got: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self.answers: list[web.Response] = []
        self.hold: asyncio.Event | None = None
        self.url = ""

    async def handle(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.put_nowait((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), update))
        if self.hold is not None:
            await self.hold.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def texts(self, count: int) -> list[str]:
        """The texts of the next deliveries."""
        return [(await self.got.get())[1]["message"]["text"] for _ in range(count)]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    app = web.Application()
    app.add_routes([web.post("/hook", hook.handle)])
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    hook.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield hook
    await runner.cleanup()


async def test_updates_come_with_the_secret_and_those_from_before_too(api: Api, client: Client, hook: Hook) -> None:
    ana = await client.person("Ana")
    await ana.send("before")
    body = await api.call("setWebhook", url=hook.url, secret_token=SECRET)
    assert body["description"] == "Webhook was set"
    secret, update = await hook.got.get()
    assert (secret, update["message"]["text"]) == (SECRET, "before")
    await ana.send("after")
    assert await hook.texts(1) == ["after"]
    assert await client.settled()
    delivered = await client.expect_call("webhook")
    assert (delivered.status, delivered.params["message"]["text"]) == (200, "before")
    assert (await api.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_a_refused_update_comes_again_and_holds_up_only_its_own_chat(
    api: Api, client: Client, hook: Hook
) -> None:
    ana, ben = await client.person("Ana"), await client.person("Ben")
    await api.ok("setWebhook", url=hook.url)
    hook.answers = [web.Response(status=500), web.Response(status=404)]
    await ana.send("first")
    await ana.send("second")
    assert await hook.texts(4) == ["first", "first", "first", "second"]
    info = await api.ok("getWebhookInfo")
    assert info["last_error_message"] == "Wrong response from the webhook: 404 Not Found"
    hook.hold = asyncio.Event()
    await ana.send("slow to be taken")
    await ana.send("behind it")
    assert await hook.texts(1) == ["slow to be taken"]
    await ben.send("elsewhere")
    assert await hook.texts(1) == ["elsewhere"]
    hook.hold.set()
    assert await hook.texts(1) == ["behind it"]


async def test_a_webhook_may_ask_for_time(api: Api, client: Client, hook: Hook) -> None:
    ana, ben = await client.person("Ana"), await client.person("Ben")
    hook.answers = [web.Response(status=503, headers={"Retry-After": "3600"})]
    await api.ok("setWebhook", url=hook.url)
    await ana.send("comes again in an hour")
    await hook.texts(1)
    await ben.send("comes now")
    assert await hook.texts(1) == ["comes now"]
    assert not await client.settled(timeout=0)


async def test_presses_travel_beside_messages_of_the_same_chat(api: Api, client: Client, hook: Hook) -> None:
    ana = await client.person("Ana")
    await ana.start()
    button = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    await api.ok("sendMessage", chat_id=ana.id, text="press", reply_markup=button)
    hook.answers = [web.Response(status=503, headers={"Retry-After": "3600"})]
    await api.ok("setWebhook", url=hook.url)
    assert await hook.texts(1) == ["/start"]
    await ana.press("Go", wait=False)
    assert (await hook.got.get())[1]["callback_query"]["data"] == "go"


async def test_an_answer_may_call_a_method(api: Api, client: Client, hook: Hook) -> None:
    ana = await client.person("Ana")
    hook.answers = [web.json_response({"method": "sendMessage", "chat_id": ana.id, "text": "by the way"})]
    await api.ok("setWebhook", url=hook.url)
    await ana.send("hi")
    await ana.expect("by the way")


async def test_a_webhook_is_removed_and_the_rest_waits(api: Api, client: Client, hook: Hook) -> None:
    ana = await client.person("Ana")
    hook.answers = [web.Response(status=500), web.Response(status=503, headers={"Retry-After": "3600"})]
    await api.ok("setWebhook", url=hook.url)
    await ana.send("still wanted")
    await hook.texts(2)
    assert (await api.call("deleteWebhook"))["description"] == "Webhook was deleted"
    assert [update["message"]["text"] for update in await api.updates()] == ["still wanted"]
    assert (await api.call("deleteWebhook"))["description"] == "Webhook is already deleted"


async def test_setting_the_same_webhook_again_changes_nothing(api: Api, hook: Hook) -> None:
    await api.ok("setWebhook", url=hook.url)
    assert (await api.call("setWebhook", url=hook.url))["description"] == "Webhook is already set"
    assert (await api.call("setWebhook", url=""))["description"] == "Webhook was deleted"


async def test_pending_updates_can_be_dropped(api: Api, client: Client, hook: Hook) -> None:
    ana = await client.person("Ana")
    await ana.send("old")
    await api.ok("setWebhook", url=hook.url, drop_pending_updates=True)
    await ana.send("new")
    assert await hook.texts(1) == ["new"]


@pytest.mark.parametrize(
    ("params", "words"),
    [
        ({"url": "http://example.org/hook"}, "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://example.org/hook"}, "400 Bad Request: bad webhook: the sandbox delivers to 127.0.0.1 only"),
        ({"url": "https://"}, "400 Bad Request: invalid webhook URL specified"),
        ({"secret_token": "s" * 257}, "400 Bad Request: secret token is too long"),
        ({"secret_token": "secreto ñ"}, "400 Bad Request: secret token contains unallowed characters"),
    ],
)
async def test_impossible_webhooks_are_refused(api: Api, params: dict[str, str], words: str) -> None:
    assert await api.error("setWebhook", **{"url": "http://127.0.0.1:9/hook", **params}) == words


def test_the_delay_doubles_after_a_first_repetition_at_once() -> None:
    delays = [Backoff().delay(failures) for failures in range(1, 9)]
    assert delays == [0, 2, 4, 8, 16, 32, 60, 60]
