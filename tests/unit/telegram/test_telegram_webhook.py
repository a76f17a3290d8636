"""The webhook endpoint and the health pages, over real HTTP on this machine."""

import asyncio
import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from telegram_doubles import Listener, QuietSender, ScriptedApi, update

from bot.errors import SettingsError, StorageDown
from bot.platforms.telegram.api import ALLOWED_UPDATES, Done, Me, NotSent, Refused
from bot.platforms.telegram.health import Health
from bot.platforms.telegram.intake import Intake
from bot.platforms.telegram.registering import check_token, register, unregister
from bot.platforms.telegram.webhook import SECRET_HEADER, endpoint, pages, serving

SECRET = "a-secret-of-some-length"
PATH = "/telegram"


class Door:
    """A running endpoint and somebody who knocks."""

    def __init__(self, port: int, http: aiohttp.ClientSession, listener: Listener, health: Health) -> None:
        self.port, self.http, self.listener, self.health = port, http, listener, health
        self.url = f"http://127.0.0.1:{port}"

    async def post(self, body: Any, secret: str | None = SECRET, path: str = PATH) -> tuple[int, str | None]:
        headers = {SECRET_HEADER: secret} if secret is not None else {}
        data = body if isinstance(body, bytes) else None
        given = None if data is not None else body
        async with self.http.post(
            self.url + path, json=given, data=io.BytesIO(data) if data is not None else None, headers=headers
        ) as response:
            return response.status, response.headers.get("Retry-After")

    async def get(self, path: str) -> tuple[int, Any]:
        async with self.http.get(self.url + path) as response:
            return response.status, await response.json()


@pytest.fixture
async def door() -> AsyncIterator[Door]:
    async def well() -> bool:
        return True

    async def no_search(_: object) -> None: ...

    listener = Listener()
    intake = Intake(Me(id=42, username="oponte_bot"), listener, QuietSender(), no_search)
    health = Health(database=well)
    hook = endpoint(f"https://bot.example{PATH}", SECRET, intake, health)
    async with serving([*pages(health), hook], 0, health, "127.0.0.1") as port, aiohttp.ClientSession() as http:
        yield Door(port, http, listener, health)


async def test_d4_d7_the_answer_comes_after_the_commit(door: Door) -> None:
    assert await door.post(update(5)) == (200, None)
    assert [arrival.update for arrival in door.listener.heard] == [5]


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET[:-1], SECRET + "x", "contraseña-ñ-ñ"])
async def test_w1_a_wrong_secret_is_refused_whatever_its_letters(door: Door, secret: str | None) -> None:
    assert (await door.post(update(5), secret))[0] == 401
    assert door.listener.heard == []


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000])
async def test_d5_what_is_no_json_is_refused_without_a_crash(door: Door, body: bytes) -> None:
    assert (await door.post(body))[0] == 400


@pytest.mark.parametrize("body", [{}, [], 5, {"update_id": 1, "message": {"x": 1}}, {"update_id": 2, "new": {}}])
async def test_d5_what_we_cannot_read_is_never_brought_again(door: Door, body: Any) -> None:
    assert (await door.post(body))[0] == 200


async def test_d5_an_update_that_breaks_us_is_never_brought_again(door: Door) -> None:
    door.listener.trouble += [ValueError("bug")]
    assert (await door.post(update(5)))[0] == 200


async def test_d5_while_the_database_is_down_telegram_is_asked_to_come_again(door: Door) -> None:
    door.listener.trouble += [StorageDown("down")]
    assert await door.post(update(5)) == (503, "5")
    assert (await door.post(update(5)))[0] == 200


async def test_a_body_that_is_too_large_is_not_read(door: Door) -> None:
    assert (await door.post(b"x" * (1024 * 1024 + 1)))[0] == 413


async def test_w3_the_token_is_no_address_and_other_paths_are_none(door: Door) -> None:
    assert (await door.post(update(5), path="/4200000042:token"))[0] == 404
    assert (await door.get("/healthz"))[0] == 200


async def test_while_stopping_telegram_is_asked_to_come_again(door: Door) -> None:
    door.health.draining = True
    assert await door.post(update(5)) == (503, "5")
    assert (await door.get("/readyz"))[0] == 503
    assert (await door.get("/healthz"))[0] == 200


async def test_what_is_being_handled_at_the_end_is_finished() -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    class Slow(Listener):
        async def handle(self, arrival: Any) -> None:
            begun.set()
            await go_on.wait()
            await super().handle(arrival)

    async def well() -> bool:
        return True

    async def no_search(_: object) -> None: ...

    listener, health = Slow(), Health(database=well)
    intake = Intake(Me(id=42, username="oponte_bot"), listener, QuietSender(), no_search)
    async with aiohttp.ClientSession() as http:
        async with serving([endpoint("https://x/", SECRET, intake, health)], 0, health, "127.0.0.1") as port:
            headers = {SECRET_HEADER: SECRET}
            posting = asyncio.create_task(http.post(f"http://127.0.0.1:{port}/", json=update(5), headers=headers))
            await begun.wait()
            asyncio.get_running_loop().call_soon(go_on.set)
        assert (await posting).status == 200
    assert [arrival.update for arrival in listener.heard] == [5]


async def test_d12_ready_means_heard_from_telegram_lately() -> None:
    silence: list[float | None] = [None, 12.0, 90.0]

    async def well() -> bool:
        return True

    health = Health(database=well, silent_for=lambda: silence.pop(0))
    assert await health.troubles() == ["telegram"]
    assert await health.troubles() == []
    assert await health.troubles() == ["telegram"]


async def test_ready_means_that_the_database_answers() -> None:
    async def ill() -> bool:
        return False

    assert await Health(database=ill).troubles() == ["database"]


async def test_d9_u16_the_webhook_is_set_with_the_same_updates_and_drops_nothing() -> None:
    api = ScriptedApi()
    api.will("setWebhook", NotSent("ConnectError"))
    await register(api, "https://bot.example/telegram", SECRET, asyncio.Event())
    assert api.methods() == ["setWebhook", "setWebhook"]
    fields = api.calls[-1][1]
    assert fields["allowed_updates"] == list(ALLOWED_UPDATES)
    assert "my_chat_member" in fields["allowed_updates"]
    assert "drop_pending_updates" not in fields


async def test_d13_polling_takes_a_webhook_away_first_and_drops_nothing() -> None:
    api = ScriptedApi()
    api.will("getWebhookInfo", Done({"url": "https://bot.example"}), Done({"url": ""}))
    await unregister(api, asyncio.Event())
    await unregister(api, asyncio.Event())
    assert api.calls == [("getWebhookInfo", {}), ("deleteWebhook", {}), ("getWebhookInfo", {})]


async def test_a_webhook_address_that_telegram_refuses_ends_the_start_with_a_sentence() -> None:
    api = ScriptedApi()
    api.will("setWebhook", Refused(code=400, reason="Bad Request: bad webhook: IP address is reserved"))
    with pytest.raises(SettingsError, match="IP address is reserved"):
        await register(api, "https://10.0.0.1/", SECRET, asyncio.Event())


async def test_a_port_that_is_taken_is_told_in_a_sentence(door: Door) -> None:
    with pytest.raises(SettingsError, match="PORT"):
        async with serving([], door.port, door.health, "127.0.0.1"):
            pass


async def test_a_wrong_token_is_told_before_anything_slow_begins() -> None:
    api = ScriptedApi()
    api.will("getMe", Refused(code=401, reason="Unauthorized"), NotSent("ConnectError"), Done({"id": 42}))
    with pytest.raises(SettingsError, match="BOT_TOKEN"):
        await check_token(api)
    await check_token(api)  # Telegram is away: no reason not to begin
    await check_token(api)
