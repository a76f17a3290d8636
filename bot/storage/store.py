"""The unit of work on SQLModel's tables: a `bot.service.ports.Store` for SQLite and PostgreSQL.

Statements are SQLAlchemy Core on the tables that SQLModel declares: no object is flushed, nothing is loaded twice.
A transaction never spans a network call.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import RowMapping, delete, insert, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import SQLModel

from bot.errors import Conflict, StorageDown
from bot.messages import Message
from bot.service.ports import Inbound, Later, Moved, Outcome, Outgoing, Rejected, Sent, StoredChat, Unknown, Unreachable
from bot.storage import codec
from bot.storage.tables import Chat, Counted, Outbox, Update

CHAT, HANDLED, OUTBOX, COUNTED = (
    SQLModel.metadata.tables[model.__tablename__] for model in (Chat, Update, Outbox, Counted)
)
CLAIM = timedelta(seconds=45)  # longer than any send may take: after it another replica may try
RETRY_UNKNOWN = timedelta(seconds=5)


class SqlStore:
    """State, outbox and counters in a database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._postgres = engine.dialect.name == "postgresql"

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator["SqlTransaction"]:
        """A unit of work: committed at the end of the block, rolled back if it raises."""
        async with self._connection() as connection:
            yield SqlTransaction(connection, postgres=self._postgres)

    @asynccontextmanager
    async def _connection(self) -> AsyncIterator[AsyncConnection]:
        try:
            async with self.engine.begin() as connection:
                yield connection
        except (OperationalError, InterfaceError, PoolTimeout, OSError) as error:
            raise StorageDown(f"the database does not answer ({type(error).__name__})") from error
        except DBAPIError as error:
            if error.connection_invalidated:
                raise StorageDown("the connection to the database was lost") from error
            raise

    async def answers(self) -> bool:
        """Whether the database answers now."""
        try:
            async with self._connection() as connection:
                await connection.execute(text("SELECT 1"))
        except StorageDown:
            return False
        return True

    async def claim(self, now: datetime, limit: int, busy: frozenset[int]) -> Sequence[Outgoing]:
        """The oldest due row of each chat not in `busy`, claimed so that no other replica takes it meanwhile.

        A reminder that waits for a later day holds nothing up; a row that waits for a retry holds its chat up.
        """
        older = OUTBOX.alias("older")
        first = (
            ~select(older.c.id)
            .where(older.c.chat == OUTBOX.c.chat, older.c.id < OUTBOX.c.id, or_(~older.c.reminder, older.c.due <= now))
            .exists()
        )
        query = (
            select(OUTBOX)
            .where(OUTBOX.c.due <= now, or_(OUTBOX.c.claimed_until.is_(None), OUTBOX.c.claimed_until <= now), first)
            .order_by(OUTBOX.c.id)
            .limit(limit)
        )
        if busy:
            query = query.where(OUTBOX.c.chat.not_in(busy))
        if self._postgres:
            query = query.with_for_update(skip_locked=True)
        async with self._connection() as connection:
            rows = (await connection.execute(query)).mappings().all()
            if rows:
                taken = update(OUTBOX).where(OUTBOX.c.id.in_([row["id"] for row in rows]))
                await connection.execute(taken.values(claimed_until=now + CLAIM))
        return [_outgoing(row) for row in rows]

    async def next_due(self, now: datetime) -> datetime | None:
        """When the next row that is not due yet will be; None if there is none."""
        query = select(OUTBOX.c.due).where(OUTBOX.c.due > now).order_by(OUTBOX.c.due).limit(1)
        async with self._connection() as connection:
            found: datetime | None = (await connection.execute(query)).scalar()
        return found

    async def finish(self, outgoing: Outgoing, outcome: Outcome, now: datetime) -> None:
        """Writes down what became of a claimed row."""
        row = OUTBOX.c.id == outgoing.id
        async with self._connection() as connection:
            work = SqlTransaction(connection, postgres=self._postgres)
            match outcome:
                case Sent(message=message):
                    await connection.execute(delete(OUTBOX).where(row))
                    if message is not None and outgoing.source is not None:
                        pair = {"asked": outgoing.source, "answered": message}
                        await connection.execute(update(CHAT).where(CHAT.c.chat == outgoing.chat).values(**pair))
                case Later(seconds=seconds):
                    due = now + timedelta(seconds=seconds)
                    await connection.execute(update(OUTBOX).where(row).values(due=due, claimed_until=None))
                case Unknown():
                    values = {"due": now + RETRY_UNKNOWN, "claimed_until": None, "attempts": outgoing.attempts + 1}
                    await connection.execute(update(OUTBOX).where(row).values(**values))
                case Unreachable():
                    await connection.execute(delete(OUTBOX).where(OUTBOX.c.chat == outgoing.chat))
                    await work.start_deletion_clock(outgoing.chat, now)
                case Moved(chat=chat):
                    await work.move(outgoing.chat, chat)
                    await connection.execute(update(OUTBOX).where(row).values(claimed_until=None))
                case Rejected():
                    await connection.execute(delete(OUTBOX).where(row))

    async def release(self) -> None:
        """Gives back what a process that died had claimed; only where no other process can be alive (SQLite)."""
        if not self._postgres:
            async with self._connection() as connection:
                held = update(OUTBOX).where(OUTBOX.c.claimed_until.is_not(None))
                await connection.execute(held.values(claimed_until=None))

    async def sweep(self, now: datetime, *, idle: timedelta, gone: timedelta, handled: timedelta) -> int:
        """Erases chats silent for `idle` or gone for `gone`, and old update numbers; returns how many chats."""
        async with self._connection() as connection:
            old = or_(CHAT.c.seen_at < now - idle, CHAT.c.gone_at < now - gone)
            chats = (await connection.execute(select(CHAT.c.chat).where(old).limit(500))).scalars().all()
            for chat in chats:
                await SqlTransaction(connection, postgres=self._postgres).erase(chat)
            await connection.execute(delete(HANDLED).where(HANDLED.c.at < now - handled))
        return len(chats)


class SqlTransaction:
    """A `bot.service.ports.Transaction` on one connection."""

    def __init__(self, connection: AsyncConnection, *, postgres: bool) -> None:
        self._connection = connection
        self._insert = postgresql.insert if postgres else sqlite.insert
        self._postgres = postgres

    async def record(self, update_id: int, at: datetime) -> bool:
        """Notes an update; False if it was handled before."""
        statement = self._insert(HANDLED).values(update=update_id, at=at).on_conflict_do_nothing()
        return (await self._connection.execute(statement)).rowcount == 1

    async def load(self, chat: int) -> StoredChat:
        """The chat's row, locked until the end of the transaction."""
        if self._postgres:  # a chat that has no row yet cannot be locked by its row
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:chat)"), {"chat": chat})
        query = select(CHAT.c.state, CHAT.c.version, CHAT.c.asked, CHAT.c.answered, CHAT.c.burst).where(
            CHAT.c.chat == chat
        )
        row = (await self._connection.execute(query)).one_or_none()
        return (
            StoredChat(state=row.state, version=row.version, asked=row.asked, answered=row.answered, burst=row.burst)
            if row
            else StoredChat()
        )

    async def save(self, chat: int, state: str, version: int, at: datetime, burst: str | None = None) -> None:
        """Saves the state on top of `version`."""
        values = {"state": state, "version": version + 1, "seen_at": at, "gone_at": None, "burst": burst}
        if version == 0:
            statement: Any = self._insert(CHAT).values(chat=chat, **values).on_conflict_do_nothing()
        else:
            statement = update(CHAT).where(CHAT.c.chat == chat, CHAT.c.version == version).values(**values)
        if (await self._connection.execute(statement)).rowcount != 1:
            raise Conflict(f"chat {chat} was changed by somebody else")

    async def enqueue(self, inbound: Inbound, messages: Sequence[Message]) -> None:
        """Puts messages into the outbox, in order."""
        rows = [
            {
                "chat": inbound.chat,
                "message": codec.dump(message),
                "due": message.due or inbound.event.at,
                "reminder": message.due is not None,
                "anchor": inbound.anchor if message.replace else None,
                "source": inbound.source if index == 0 else None,
                "thread": inbound.thread,
                "attempts": 0,
            }
            for index, message in enumerate(messages)
        ]
        if rows:
            await self._connection.execute(insert(OUTBOX), rows)

    async def cancel_reminders(self, chat: int) -> None:
        """Takes back what waits for a later day."""
        await self._connection.execute(delete(OUTBOX).where(OUTBOX.c.chat == chat, OUTBOX.c.reminder))

    async def start_deletion_clock(self, chat: int, at: datetime) -> None:
        """The chat is gone: its reminders end, and the upkeep will erase it."""
        await self.cancel_reminders(chat)
        await self._connection.execute(update(CHAT).where(CHAT.c.chat == chat).values(gone_at=at))

    async def erase(self, chat: int) -> None:
        """Erases everything about the chat."""
        await self._connection.execute(delete(OUTBOX).where(OUTBOX.c.chat == chat))
        await self._connection.execute(delete(CHAT).where(CHAT.c.chat == chat))

    async def move(self, old: int, new: int) -> None:
        """Gives everything of chat `old` to chat `new`; what `new` has already stays."""
        known = (await self._connection.execute(select(CHAT.c.chat).where(CHAT.c.chat == new))).one_or_none()
        if known is None:
            await self._connection.execute(
                update(CHAT).where(CHAT.c.chat == old).values(chat=new, asked=None, answered=None)
            )
        else:
            await self._connection.execute(delete(CHAT).where(CHAT.c.chat == old))
        lost = {"anchor": None, "source": None}  # message ids do not survive the move
        await self._connection.execute(update(OUTBOX).where(OUTBOX.c.chat == old).values(chat=new, **lost))

    async def stored(self, chat: int) -> Mapping[str, Any]:
        """Everything stored about the chat, as JSON-ready values."""
        chats = (await self._connection.execute(select(CHAT).where(CHAT.c.chat == chat))).mappings().all()
        rows = (await self._connection.execute(select(OUTBOX).where(OUTBOX.c.chat == chat))).mappings().all()
        return {"chat": [_plain(row) for row in chats], "outbox": [_plain(row) for row in rows]}

    async def count(self, day: date, topic: str, language: str) -> None:
        """Adds one to an aggregate counter."""
        statement = self._insert(COUNTED).values(day=day, topic=topic, language=language, count=1)
        more = {"count": COUNTED.c.count + 1}
        keys = [COUNTED.c.day, COUNTED.c.topic, COUNTED.c.language]
        await self._connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=more))


def _plain(row: RowMapping) -> dict[str, Any]:
    return {key: value.isoformat() if isinstance(value, datetime) else value for key, value in row.items()}


def _outgoing(row: RowMapping) -> Outgoing:
    return Outgoing(
        id=row["id"],
        chat=row["chat"],
        message=codec.load(row["message"]),
        due=row["due"].astimezone(UTC),
        anchor=row["anchor"],
        source=row["source"],
        thread=row["thread"],
        attempts=row["attempts"],
    )
