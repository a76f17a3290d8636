"""The store: a `bot.service.ports.Store` and `Outbox` on SQLite or PostgreSQL.

Every method is one job, and so one transaction: none spans a network call or a thought.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import text

from bot.errors import StorageDown
from bot.service.ports import MovedChat, Outcome, Outgoing, StoredChat, Work
from bot.storage import chats, cleaning, fused, outbox
from bot.storage.engine import Database, connect
from bot.storage.presence import Presence, presence
from bot.storage.schema import insist_current

logger = logging.getLogger(__name__)
ATTEMPTS, PAUSE = 30, 2.0  # a minute: a database that is started along with the bot is ready by then


class SqlStore:
    """State, outbox and counters in a database, as seen by one process."""

    def __init__(self, database: Database, own: Presence) -> None:
        self.database = database
        self.presence = own
        self._commit = chats.Commit(database.dialect)
        self._fused = database.dialect == "postgresql"

    async def load(self, chat: int, update: int, now: datetime) -> StoredChat:
        """The chat's row as it is now."""
        return await self.database.read(lambda connection: chats.load(connection, chat, update, now))

    async def commit(self, work: Work, *, direct: bool) -> Sequence[Outgoing] | None:
        """Saves a unit of work; None if the update was recorded before. Raises Conflict if somebody else was first."""
        owner = self.presence.owner if direct else None
        if self._fused and fused.fits(work):
            return await self.database.write(lambda connection: fused.commit(connection, work, owner), single=True)
        return await self.database.write(lambda connection: self._commit(connection, work, owner))

    async def move(self, moved: MovedChat, now: datetime) -> None:
        """Gives everything of a chat to its new id, unless the update was recorded before."""
        await self.database.write(lambda connection: chats.move(connection, self._commit, moved, now))

    async def stored(self, chat: int) -> Mapping[str, Any]:
        """Everything stored about the chat, as JSON-ready values."""
        tables = await self.database.read(lambda connection: chats.everything(connection, chat))
        return {name: [_plain(row) for row in rows] for name, rows in tables.items()}

    async def claim(self, now: datetime, limit: int, busy: Collection[int]) -> Sequence[Outgoing]:
        """The first due row of each chat not in `busy`, claimed for this process."""
        owner = self.presence.owner
        return await self.database.write(
            lambda connection: outbox.claim(connection, owner, now, limit, busy), durable=False
        )

    async def finish(self, results: Sequence[tuple[Outgoing, Outcome]], now: datetime) -> None:
        """Writes down what became of claimed rows."""
        single = self._fused and fused.simple(results)
        finish = fused.finish if single else outbox.finish
        await self.database.write(lambda connection: finish(connection, results, now), durable=False, single=single)

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next row that nobody has claimed is due."""
        return await self.database.read(lambda connection: outbox.next_due(connection, now))

    async def release(self, keep: Collection[int]) -> None:
        """Gives back all rows claimed for this process but those in `keep`."""
        owner = self.presence.owner
        await self.database.write(lambda connection: outbox.release(connection, owner, keep), durable=False)

    async def recover(self) -> bool:
        """Gives back the rows of processes that are dead."""
        await self.presence.take(self.presence.owner)
        found = await self.database.read(outbox.owners)
        dead = [owner for owner in found - {self.presence.owner} if not await self.presence.alive(owner)]
        for owner in dead:
            await self.database.write(lambda connection, of=owner: outbox.release(connection, of), durable=False)  # type: ignore[misc]
        return bool(dead)

    async def forget(self, now: datetime, *, idle: timedelta, gone: timedelta) -> int:
        """Erases chats silent for `idle` or gone for `gone`; returns how many (a batch at a time)."""
        return await self.database.write(lambda connection: cleaning.forget(connection, now, idle, gone))

    async def prune(self, before: datetime) -> int:
        """Erases the numbers of updates handled before that; returns how many (a batch at a time)."""
        return await self.database.write(lambda connection: cleaning.prune(connection, before), durable=False)

    async def tidy(self) -> None:
        """Sees to it that what was erased is nowhere left in SQLite's files; PostgreSQL cleans up by itself."""
        if self.database.dialect == "sqlite":
            await self.database.read(cleaning.checkpoint)

    async def counted(self) -> Sequence[tuple[date, str, str, int]]:
        """How often each topic was answered: day, topic, language, count."""
        return await self.database.read(cleaning.counted)

    async def answers(self) -> bool:
        """Whether the database answers now."""
        try:
            await self.database.read(lambda connection: connection.execute(text("SELECT 1")).scalar())
        except StorageDown:
            return False
        return True


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[SqlStore]:
    """The store at `url` for the time of the block; raises SchemaBehind if its tables are older than the program.

    A database that starts later than the bot is waited for, for a while.
    """
    database, own = connect(url), presence(url)
    try:
        for attempt in range(ATTEMPTS):
            try:
                await insist_current(database)
                await own.take(own.owner)
                break
            except StorageDown as error:
                if attempt == ATTEMPTS - 1:
                    raise
                logger.warning("action=start-waits reason=%s", error)
                await asyncio.sleep(PAUSE)
        yield SqlStore(database, own)
    finally:
        await own.end()
        await database.close()


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in row.items()}
