"""Backup, restore and move: all of it arrives on either database, or nothing does and the operator is told why."""

import asyncio
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from test_store import CHAT, GROUP, NOW, OTHER, reminder, work

from bot.errors import SchemaBehind, StorageError
from bot.messages import Message, words
from bot.service.ports import Outgoing
from bot.storage import copying
from bot.storage.store import SqlStore, opened

ALL = {"chat": 3, "handled": 3, "outbox": 3, "counted": 1}


async def lived_in(url: str) -> dict[int, object]:
    """A database with three chats, two replies on their way (one in hand) and a reminder; what is stored of each."""
    async with opened(url) as store:
        await store.commit(work(2**50 + 1, CHAT, "on its way", counts=(("captions", "es"),)), direct=True)
        await store.commit(work(2**50 + 2, GROUP, "in a group"), direct=False)
        await store.commit(replace(work(3, OTHER), outgoing=(reminder(OTHER),)), direct=False)
        return {chat: await told(store, chat) for chat in (CHAT, OTHER, GROUP)}


def beside(file: Path) -> list[str]:
    return [path.name for path in file.parent.iterdir() if path.name.startswith(file.stem)]


async def told(store: SqlStore, chat: int) -> object:
    """What is stored about a chat, but whose hands a message is in."""
    tables = await store.stored(chat)
    return {
        name: [{key: value for key, value in row.items() if key != "owner"} for row in rows]
        for name, rows in tables.items()
    }


async def test_a_database_moves_to_either_kind_with_all_it_holds(url: str, empty_other: str) -> None:
    before = await lived_in(url)
    assert await copying.move(url, empty_other) == ALL
    async with opened(empty_other) as store:
        assert {chat: await told(store, chat) for chat in before} == before
        assert (await store.load(OTHER, 2**50 + 1, NOW)).repeated, "what was handled stays handled"
        rows = await store.claim(NOW, 10, ())
        assert [row.chat for row in rows] == [CHAT, GROUP], "nothing is held by a process of the old database"
        later = Outgoing(chat=7, message=Message(text=words("new")))
        added = await store.commit(replace(work(99, 7), outgoing=(later,)), direct=True)
        assert added
        assert added[0].id > max(row.id for row in rows), "numbers go on where they were"


async def test_a_backup_made_while_the_bot_runs_is_one_moment(url: str, tmp_path: Path, empty_other: str) -> None:
    before = await lived_in(url)
    file = tmp_path / "backup.db"
    async with opened(url) as store:

        async def busy() -> None:
            for update in range(100, 160):
                await store.commit(work(update, update, "late"), direct=False)

        writing = asyncio.create_task(busy())
        counts = await copying.backup(url, file)
        await writing
    assert counts["chat"] == counts["handled"], "chats and updates are of the same moment"
    assert counts["outbox"] == 1, "of messages, those that wait for a later day"
    assert file.stat().st_mode & 0o077 == 0, "nobody else may read it"
    assert beside(file) == ["backup.db"]
    assert await copying.restore(empty_other, file) == counts
    async with opened(empty_other) as store:
        assert await told(store, OTHER) == before[OTHER]
        due = datetime.now(UTC) + timedelta(days=10_000)
        assert [row.chat for row in await store.claim(due, 10, ())] == [OTHER]


async def test_nothing_is_overwritten_unasked(url: str, tmp_path: Path, empty_other: str) -> None:
    await lived_in(url)
    file = tmp_path / "backup.db"
    first = await copying.backup(url, file)
    content = file.read_bytes()
    with pytest.raises(StorageError, match="exists already"):
        await copying.backup(url, file)
    assert file.read_bytes() == content
    await lived_in_other(empty_other)
    with pytest.raises(StorageError, match=r"not empty \(1 chats"):
        await copying.restore(empty_other, file)
    async with opened(empty_other) as store:
        assert (await store.load(55, 1, NOW)).version == 1
    assert await copying.restore(empty_other, file, replace=True) == first
    async with opened(empty_other) as store:
        assert (await store.load(55, 1, NOW)).version == 0


async def lived_in_other(url: str) -> None:
    """Another database with a chat in it."""
    from bot.storage.schema import upgrade

    await upgrade(url)
    async with opened(url) as store:
        await store.commit(work(1, 55), direct=False)


async def test_what_is_no_backup_is_refused_by_name(url: str, tmp_path: Path) -> None:
    garbage, other, old = tmp_path / "photo.jpg", tmp_path / "other.db", tmp_path / "old.db"
    garbage.write_bytes(b"\xff\xd8 no database" * 500)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    await copying.backup(url, old)
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0000'")
    connection.close()
    with pytest.raises(StorageError, match=r"photo\.jpg is not a database of Oponte's"):
        await copying.restore(url, garbage)
    with pytest.raises(StorageError, match=r"other\.db is not a database of Oponte's"):
        await copying.restore(url, other)
    with pytest.raises(SchemaBehind, match="oponte db upgrade"):
        await copying.restore(url, old)
    with pytest.raises(StorageError, match="There is no file"):
        await copying.restore(url, tmp_path / "none.db")
    with pytest.raises(StorageError, match="same database"):
        await copying.move(url, url)
    with pytest.raises(StorageError, match="cannot be written"):
        await copying.backup(url, tmp_path / "no" / "folder.db")
