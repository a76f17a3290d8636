"""Whole databases: a backup into one SQLite file, back from it, and the move from one database to another.

Everything is read in one snapshot, so that a backup can be made while the bot runs; everything is written in one
transaction, and the counts are compared before it ends: a copy is complete, or there is none.
"""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Select, create_engine, delete, func, insert, select, tuple_
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import SchemaBehind, StorageError
from bot.storage.engine import Job, T, down, is_sqlite, reached
from bot.storage.schema import head, revision, upgrade
from bot.storage.sqlite import engine
from bot.storage.tables import CHAT, COUNTED, HANDLED, OUTBOX

TABLES = (CHAT, HANDLED, OUTBOX, COUNTED)
BATCH = 2000  # rows at a time
Counts = Mapping[str, int]


async def backup(url: str, file: Path) -> Counts:
    """Writes everything to a new SQLite file, but the replies on their way: by the time it is needed, they arrived."""
    part = _begun(file)
    try:
        await upgrade(_url(part))
        async with _reading(url) as source, _writing(_url(part)) as target:
            counts = await _copy(source, target, replies=False)
        await asyncio.to_thread(_in_one_file, part)
        part.replace(file)
    finally:
        _swept(part)
    return counts


async def restore(url: str, file: Path, *, replace: bool = False) -> Counts:
    """Brings a backup into the database at `url`, which has to be empty unless it is to be replaced."""
    return await move(_url(file), url, replace=replace)


async def move(url: str, to: str, *, replace: bool = False) -> Counts:
    """Copies everything to another database, whose tables are made if they are missing; the first stays as it is."""
    if make_url(url) == make_url(to):
        raise StorageError("Both are the same database. Name another one to move to.")
    async with _reading(url) as source:
        await upgrade(to)
        async with _writing(to) as target:
            if replace:
                await target.run(_empty)
            present = await target.run(lambda connection: _counts(connection, replies=True))
            if any(present.values()):
                raise StorageError(f"The database to write to is not empty ({told(present)}). Nothing was changed.")
            return await _copy(source, target, replies=True)


def told(counts: Counts) -> str:
    """Counts in words, for the operator."""
    names = {"chat": "chats", "handled": "handled updates", "outbox": "messages waiting", "counted": "counters"}
    return ", ".join(f"{count} {names[table]}" for table, count in counts.items())


class Side(Protocol):
    """An open transaction on either database."""

    dialect: str

    async def run(self, job: Job[T]) -> T:
        """Runs a job in it."""
        ...


class FileSide:
    """On SQLite, in threads, one after the other."""

    dialect = "sqlite"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def run(self, job: Job[T]) -> T:
        """Runs a job in the transaction."""
        return await asyncio.to_thread(job, self._connection)


class ServerSide:
    """On PostgreSQL."""

    dialect = "postgresql"

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def run(self, job: Job[T]) -> T:
        """Runs a job in the transaction."""
        return await self._connection.run_sync(job)


@asynccontextmanager
async def _reading(url: str) -> AsyncIterator[Side]:
    """A snapshot of the database at `url`, which has to be there and up to date."""
    path = make_url(url).database
    if is_sqlite(url) and not _is_file(path):
        raise StorageError(f"There is no file {path}.")
    async with _opened(url, writing=False) as side:
        try:
            found = await side.run(revision)
        except DBAPIError as error:
            raise StorageError(f"{path} is not a database of Oponte's.") from error
        if found is None:
            raise StorageError(f"{path} is not a database of Oponte's: it has none of its tables.")
        if found != head():
            raise SchemaBehind(
                f"{path} is at revision {found}, the program needs {head()}. "
                "Bring it up to date first: `oponte db upgrade --database-url ...`."
            )
        yield side


@asynccontextmanager
async def _writing(url: str) -> AsyncIterator[Side]:
    """A transaction on the database at `url`: committed at the end, or nothing of it."""
    async with _opened(url, writing=True) as side:
        yield side


@asynccontextmanager
async def _opened(url: str, *, writing: bool) -> AsyncIterator[Side]:
    try:
        if is_sqlite(url):
            async with _file(url, writing=writing) as side:
                yield side
        else:
            async with _server(url, writing=writing) as side:
                yield side
    except DBAPIError as error:
        raise down(error) from error


@asynccontextmanager
async def _file(url: str, *, writing: bool) -> AsyncIterator[Side]:
    path = Path(make_url(url).database or "")
    try:
        connection = await asyncio.to_thread((engine(url) if writing else _untouched(path)).connect)
    except DatabaseError as error:
        raise StorageError(f"{path} is not a database of Oponte's.") from error
    try:
        await asyncio.to_thread(connection.exec_driver_sql, "BEGIN IMMEDIATE" if writing else "BEGIN")
        yield FileSide(connection)
        await asyncio.to_thread(connection.exec_driver_sql, "COMMIT")
    finally:
        await asyncio.to_thread(connection.close)  # undoes what was not committed


@asynccontextmanager
async def _server(url: str, *, writing: bool) -> AsyncIterator[Side]:
    address, arguments = reached(url)
    made = create_async_engine(
        address,
        poolclass=NullPool,
        isolation_level="READ COMMITTED" if writing else "REPEATABLE READ",
        connect_args={**arguments, "command_timeout": None},  # a large table takes its time
    )
    try:
        async with made.begin() as connection:
            yield ServerSide(connection)
    except OSError as error:
        raise down(error) from error
    finally:
        await made.dispose()


async def _copy(source: Side, target: Side, *, replies: bool) -> Counts:
    for table in TABLES:
        last: tuple[Any, ...] | None = None
        while rows := await source.run(_batch(table, last, replies=replies)):
            await target.run(_insertion(table, rows))
            last = tuple(rows[-1][column.name] for column in table.primary_key)
    if target.dialect == "postgresql":
        await target.run(_number_on)
    wanted = await source.run(lambda connection: _counts(connection, replies=replies))
    written = await target.run(lambda connection: _counts(connection, replies=True))
    if wanted != written:
        raise StorageError(f"The copy is not complete: {told(written)} instead of {told(wanted)}. Nothing was changed.")
    return written


def _batch(table: Any, last: tuple[Any, ...] | None, *, replies: bool) -> Job[list[dict[str, Any]]]:
    """The next rows after the key `last`."""
    keys = list(table.primary_key)
    query = _wanted(select(table), table, replies=replies).order_by(*keys).limit(BATCH)
    if last is not None:
        query = query.where(tuple_(*keys) > last)

    def read(connection: Connection) -> list[dict[str, Any]]:
        rows = [dict(row) for row in connection.execute(query).mappings()]
        for row in rows:
            if "owner" in row:
                row["owner"] = None  # the process that had it in hand has nothing to do with the copy
        return rows

    return read


def _insertion(table: Any, rows: list[dict[str, Any]]) -> Job[None]:
    def write(connection: Connection) -> None:
        connection.execute(insert(table), rows)

    return write


def _wanted(query: Select[Any], table: Any, *, replies: bool) -> Select[Any]:
    return query.where(OUTBOX.c.due.is_not(None)) if table is OUTBOX and not replies else query


def _counts(connection: Connection, *, replies: bool) -> Counts:
    return {
        table.name: connection.execute(
            _wanted(select(func.count()).select_from(table), table, replies=replies)
        ).scalar_one()
        for table in TABLES
    }


def _empty(connection: Connection) -> None:
    for table in TABLES:
        connection.execute(delete(table))


def _number_on(connection: Connection) -> None:
    """New rows of the outbox get numbers after those that were copied."""
    last = connection.execute(select(func.coalesce(func.max(OUTBOX.c.id), 0))).scalar_one()
    connection.execute(select(func.setval(func.pg_get_serial_sequence("outbox", "id"), last + 1, False)))


def _begun(file: Path) -> Path:
    """The file that a backup grows in before it gets its name."""
    if file.exists():
        raise StorageError(f"{file} exists already. Choose another name: a backup never overwrites anything.")
    part = file.with_name(file.name + ".part")
    _swept(part)
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))  # it is as private as the database
    except OSError as error:
        raise StorageError(f"{file} cannot be written ({error.strerror}).") from error
    return part


def _swept(part: Path) -> None:
    with suppress(OSError):
        for rest in ("", "-wal", "-shm"):
            part.with_name(part.name + rest).unlink(missing_ok=True)


def _untouched(path: Path) -> Engine:
    """An engine that only reads: a backup stays as it is, even on a disk that cannot be written."""
    address = f"{path.absolute().as_uri()}?mode=ro"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)

    return create_engine("sqlite://", creator=connect, poolclass=NullPool)


def _is_file(path: str | None) -> bool:
    return bool(path) and Path(path or "").is_file()


def _in_one_file(path: Path) -> None:
    """Leaves nothing beside the file, so that it can be carried away alone."""
    with engine(_url(path)).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode=DELETE")


def _url(path: Path) -> str:
    return URL.create("sqlite+aiosqlite", database=str(path.absolute())).render_as_string()
