"""Every test here runs twice: on a SQLite file and on a real PostgreSQL server."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from bot.storage.schema import upgrade
from bot.storage.store import SqlStore, opened
from tests.postgres import Server, server

NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    with server() as running:
        yield running


async def database(running: Server, like: str = "template1") -> str:
    """The address of a new database."""
    name = f"test{next(NUMBERS)}"
    connection = await asyncpg.connect(user="oponte", database="postgres", host=str(running.folder))
    await connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    await connection.close()
    return running.url(name)


@pytest.fixture(params=["sqlite", "postgresql"])
async def empty(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/oponte.db"
    return await database(request.getfixturevalue("postgres"))


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
        return await database(request.getfixturevalue("postgres"))
    return f"sqlite+aiosqlite:///{tmp_path}/other/oponte.db"
