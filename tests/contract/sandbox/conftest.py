"""A fresh sandbox for each test, the person's side of it, and the bot's side as bare HTTP calls."""

import os
from collections.abc import AsyncIterator

import aiohttp
import pytest
from bareapi import Api

from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox, running
from bot.sandbox.webhook import Backoff

# The comparison with Telegram's own data needs that data: where it is not at hand, the file is not collected,
# and test_sandbox_description.py still holds the description against the code.
collect_ignore = [] if os.environ.get("BOT_API_SPEC") else ["test_sandbox_spec.py"]


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
