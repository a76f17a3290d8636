"""Every test here runs twice: on a SQLite file and on a real PostgreSQL server."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.storage.schema import upgrade
from bot.storage.store import SqlStore, opened
from tests.postgres import Server, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    with server() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/oponte.db"
    running: Server = request.getfixturevalue("postgres")
    return await running.database()


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables."""
    path = tmp_path_factory.mktemp("template") / "oponte.db"
    asyncio.run(upgrade(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
async def url(empty: str, template: Path) -> str:
    """The address of a database with its tables."""
    if empty.startswith("sqlite"):
        shutil.copy(template, empty.removeprefix("sqlite+aiosqlite:///"))
    else:
        await upgrade(empty)
    return empty


@pytest.fixture
async def store(url: str) -> AsyncIterator[SqlStore]:
    async with opened(url) as found:
        yield found


@pytest.fixture
async def empty_other(empty: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a second database without tables, of the other kind."""
    if empty.startswith("sqlite"):
        running: Server = request.getfixturevalue("postgres")
        return await running.database()
    return f"sqlite+aiosqlite:///{tmp_path}/other/oponte.db"
