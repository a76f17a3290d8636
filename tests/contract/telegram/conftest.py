"""Four bots for the whole session, one for each way to run; every scenario plays in all of them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
import pytest_asyncio
from telegram_stage import WAYS, Stage, staged

from bot.dialogue.brain import Brain
from bot.storage.schema import upgrade


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with its tables and nothing in them."""
    path = tmp_path_factory.mktemp("telegram") / "empty.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def stages(brain: Brain, empty_database: Path) -> AsyncIterator[list[Stage]]:
    """The bot in all four ways."""
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(staged(way, brain, empty_database)) for way in WAYS]
