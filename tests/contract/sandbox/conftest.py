"""A fresh sandbox for each test, the person's side of it, and the bot's side as bare HTTP calls."""

import os
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox, running
from bot.sandbox.webhook import Backoff

# The comparison with Telegram's own data needs that data: where it is not at hand, the file is not collected,
# and test_sandbox_description.py still holds the description against the code.
collect_ignore = [] if os.environ.get("BOT_API_SPEC") else ["test_sandbox_spec.py"]


class Api:
    """The Bot API as a bot without any framework sees it."""

    def __init__(self, session: aiohttp.ClientSession, base: str) -> None:
        self.session = session
        self.base = base

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer to a JSON request."""
        async with self.session.post(f"{self.base}/{method}", json=params) as response:
            body: dict[str, Any] = await response.json()
            assert response.status == body.get("error_code", 200), "the HTTP status and the error code agree"
            return body

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def error(self, method: str, **params: Any) -> str:
        """Code and description of a call that must be refused."""
        body = await self.call(method, **params)
        assert not body["ok"], body
        return f"{body['error_code']} {body['description']}"

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What waits; nothing is confirmed unless an offset says so."""
        found: list[dict[str, Any]] = await self.ok("getUpdates", **params)
        return found


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """A sandbox whose webhook repetitions are quick."""
    async with running(backoff=Backoff(first=0.01, longest=0.05)) as sandbox:
        yield sandbox


@pytest.fixture
async def client(sandbox: Sandbox) -> AsyncIterator[Client]:
    """The person's side."""
    async with Client(sandbox.url) as client:
        yield client


@pytest.fixture
async def api(sandbox: Sandbox) -> AsyncIterator[Api]:
    """The bot's side."""
    async with aiohttp.ClientSession() as session:
        yield Api(session, f"{sandbox.api_url}/bot{sandbox.token}")
