"""What a platform's health checks see of the running bot, and two processes that share one bot."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import aiohttp
import pytest
from telegram_stage import WAYS, Stage, free_port, staged

from bot import app
from bot.dialogue.brain import Brain


@pytest.fixture
async def stage(request: pytest.FixtureRequest, brain: Brain, empty_database: Path) -> AsyncIterator[Stage]:
    async with staged(request.param, brain, empty_database, begin=False) as made:
        yield made


class Standby(logging.Handler):
    """Hears when a process says that it waits for the lead."""

    def __init__(self) -> None:
        super().__init__()
        self.heard = asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if "action=standby" in record.getMessage():
            self.heard.set()


async def page(port: int, path: str) -> int:
    async with aiohttp.ClientSession() as http, http.get(f"http://127.0.0.1:{port}{path}") as response:
        return response.status


@pytest.mark.parametrize("stage", [WAYS[0], WAYS[2]], indirect=True, ids=str)
async def test_d12_a_second_process_waits_healthily_and_takes_over(stage: Stage) -> None:
    await stage.start()
    ana = await stage.person()
    port, stop, waiting = free_port(), asyncio.Event(), Standby()
    logging.getLogger("bot").addHandler(waiting)
    second = asyncio.create_task(app.run(replace(stage.settings, port=port), stop, stage.brain, hooked=False))
    try:
        await ana.send("/help")
        await ana.expect("Pregúntame")
        await waiting.heard.wait()
        assert await page(port, "/healthz") == 200
        assert await page(port, "/readyz") == 200
        assert not [call for call in await stage.client.calls("getUpdates") if call.status == 409]
        await stage.stop()
        await ana.send("¿es tarde?")
        await ana.expect("No, no es tarde")
        assert await page(port, "/readyz") == 200
    finally:
        stop.set()
        await second
        logging.getLogger("bot").removeHandler(waiting)


@pytest.mark.parametrize("stage", [WAYS[1], WAYS[3]], indirect=True, ids=str)
async def test_the_webhooks_port_serves_the_health_pages(stage: Stage) -> None:
    await stage.start()
    hook = stage.sandbox.world.courier.webhook
    assert hook is not None
    port = int(hook.url.rpartition(":")[2].partition("/")[0])
    assert await page(port, "/healthz") == 200
    assert await page(port, "/readyz") == 200
