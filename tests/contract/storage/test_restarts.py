"""A database that goes away and comes back: nothing is acknowledged meanwhile, and nobody has to restart the bot."""

import asyncio
import shutil
import signal
import sqlite3
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.errors import StorageDown
from bot.service.ports import Work
from bot.storage.presence import LEADER
from bot.storage.schema import upgrade
from bot.storage.store import SqlStore, opened
from tests.postgres import Server, server

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def own() -> Iterator[Server]:
    """A server that may be stopped."""
    with server() as running:
        yield running


@pytest.fixture
async def moving(own: Server) -> AsyncIterator[SqlStore]:
    url = await own.database()
    await upgrade(url)
    async with opened(url) as store:
        yield store


async def _commit(store: SqlStore, update: int, version: int = 0) -> None:
    await store.commit(Work(update=update, chat=1, at=NOW, version=version, state="{}"), direct=False)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGQUIT])
async def test_postgres_restarts_under_the_bot(own: Server, moving: SqlStore, how: signal.Signals) -> None:
    await _commit(moving, 1)
    assert await moving.presence.take(LEADER)
    own.stop(how)
    with pytest.raises(StorageDown):
        await _commit(moving, 2, 1)
    assert not await moving.answers()
    with pytest.raises(StorageDown):
        await moving.recover()
    own.start()
    async with asyncio.timeout(30):
        while True:
            try:
                await _commit(moving, 2, 1)
                break
            except StorageDown:
                continue
    assert (await moving.load(1, 2, NOW)).repeated
    assert await moving.presence.take(LEADER), "the lead is taken again on the new connection"


async def test_after_a_restart_nobody_is_called_dead_too_early(own: Server, moving: SqlStore) -> None:
    async with opened(moving.database.url) as other:
        await other.commit(Work(update=1, chat=1, at=NOW, state="{}"), direct=True)
        own.stop()
        own.start()
        assert await moving.presence.take(moving.presence.owner)
        assert await moving.presence.alive(other.presence.owner), "it may not have found its way back yet"


async def test_a_locked_file_is_waited_for_and_then_reported(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.storage.sqlite.BUSY_SECONDS", 0.05)
    path = shutil.copy(template, tmp_path / "oponte.db")
    async with opened(f"sqlite+aiosqlite:///{path}") as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageDown):
            await _commit(store, 1)
        assert (await store.load(1, 1, NOW)).state is None, "reading goes on"
        other.execute("ROLLBACK")
        await _commit(store, 1)
        other.close()


async def test_a_job_that_fails_spoils_no_other(url: str) -> None:
    def fails(_connection: object) -> None:
        raise ZeroDivisionError

    async with opened(url) as store:
        other = store.commit(Work(update=2, chat=2, at=NOW, state="{}"), direct=False)
        results = await asyncio.gather(_commit(store, 1), store.database.write(fails), other, return_exceptions=True)
        assert [type(result) for result in results] == [type(None), ZeroDivisionError, tuple]
        assert (await store.load(2, 1, NOW)).repeated


async def test_a_bot_that_starts_before_its_database_waits_for_it(own: Server) -> None:
    url = await own.database()
    await upgrade(url)
    own.stop()

    async def start() -> bool:
        async with opened(url) as store:
            return await store.answers()

    starting = asyncio.create_task(start())
    await asyncio.sleep(0)
    own.start()
    assert await starting
