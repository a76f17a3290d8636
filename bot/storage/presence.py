"""Which processes live, and which one leads: each holds locks for as long as it lives, and others can see them.

A lock ends with its process, however it ends: no clock and no time-out decides who is dead. On SQLite a lock is a small
file beside the database that is kept locked; on PostgreSQL an advisory lock of a session of its own.
"""

import asyncio
import logging
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from bot.errors import StorageDown
from bot.storage.engine import down, is_sqlite, reached

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncConnection

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

logger = logging.getLogger(__name__)
LEADER = 0
LARGEST = 2**31 - 1
CLASS = 0x6F706E  # our advisory locks among other programs' on the same database
GRACE = 5.0  # seconds after our own connection broke in which we call nobody dead: the server may have restarted
CHECK = 3.0  # seconds between two looks of one who waits to lead, or leads
ALIVE = {  # the server lets go of a machine that vanished (power, network) after about ten seconds
    "tcp_keepalives_idle": "4",
    "tcp_keepalives_interval": "2",
    "tcp_keepalives_count": "3",
}


class Presence(Protocol):
    """This process among others on the same database; `owner` is its number."""

    owner: int

    async def take(self, number: int) -> bool:
        """Takes a lock and keeps it, or keeps it if it is ours; False if another process has it."""
        ...

    async def alive(self, owner: int) -> bool:
        """Whether a process lives. May say so of a dead one for a moment, never the other way round."""
        ...

    async def end(self) -> None:
        """Lets go of everything."""
        ...


def presence(url: str) -> Presence:
    """This process's presence on the database at `url`."""
    owner = random.SystemRandom().randint(1, LARGEST)
    return Files(Path(make_url(url).database or "oponte.db"), owner) if is_sqlite(url) else Advisory(url, owner)


@asynccontextmanager
async def leading(own: Presence, stop: asyncio.Event) -> AsyncIterator[asyncio.Event | None]:
    """Waits until this process leads; the event is set when it has to cease: at `stop`, or when the lead is lost.

    None if `stop` came first.
    """
    waited = False
    while not stop.is_set() and not await _led(own):
        if not waited:
            logger.info("action=standby")
            waited = True
        await _first(stop, CHECK)
    if stop.is_set():
        yield None
        return
    cease = asyncio.Event()
    watching = asyncio.create_task(_watch(own, stop, cease))
    try:
        yield cease
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


async def _watch(own: Presence, stop: asyncio.Event, cease: asyncio.Event) -> None:
    while not stop.is_set():
        await _first(stop, CHECK)
        try:
            if not await own.take(LEADER):
                logger.warning("action=lead-lost")
                break
        except StorageDown:
            continue  # nothing can be acknowledged meanwhile, by nobody
    cease.set()


async def _led(own: Presence) -> bool:
    try:
        return await own.take(LEADER)
    except StorageDown as error:
        logger.warning("action=lead-waits reason=%s", error)
        return False


async def _first(stop: asyncio.Event, seconds: float) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


class Files:
    """Locked files beside a SQLite database."""

    def __init__(self, database: Path, owner: int) -> None:
        self.owner = owner
        self._database = database
        self._held: dict[int, IO[bytes]] = {}

    async def take(self, number: int) -> bool:
        """Takes a lock; a file's lock is never lost."""
        if number in self._held:
            return True
        file = self._path(number).open("ab")
        if not locked(file):
            file.close()
            return False
        self._held[number] = file
        return True

    async def alive(self, owner: int) -> bool:
        """Whether a process lives; the file that a dead one left behind is removed."""
        path = self._path(owner)
        with suppress(FileNotFoundError), path.open("r+b") as file:
            if not locked(file):
                return True
            path.unlink(missing_ok=True)
        return False

    async def end(self) -> None:
        """Lets go of everything."""
        for number, file in self._held.items():
            if number != LEADER:  # one who waits for that one has it open
                self._path(number).unlink(missing_ok=True)
            file.close()
        self._held.clear()

    def _path(self, number: int) -> Path:
        return self._database.with_name(f"{self._database.name}-{'leader' if number == LEADER else number}.lock")


def locked(file: IO[bytes]) -> bool:
    """Tries to lock a file until it is closed; False if somebody else has it."""
    with suppress(OSError):
        if fcntl is not None:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        return True
    return False


class Advisory:
    """Advisory locks of PostgreSQL, held by one connection that does nothing else."""

    def __init__(self, url: str, owner: int) -> None:
        self.owner = owner
        address, arguments = reached(url)
        arguments["server_settings"] = ALIVE
        from sqlalchemy.ext.asyncio import create_async_engine  # not with SQLite

        self._engine = create_async_engine(
            address, poolclass=NullPool, isolation_level="AUTOCOMMIT", connect_args=arguments
        )
        self._connection: AsyncConnection | None = None
        self._held: set[int] = set()
        self._doubted_until = 0.0
        self._one = asyncio.Lock()  # a connection answers one question at a time

    async def take(self, number: int) -> bool:
        """Takes a lock, or again if the connection was lost meanwhile."""
        async with self._one:
            if await self._connected() and number in self._held:
                return True
            taken = bool(await self._ask("SELECT pg_try_advisory_lock(:class, :number)", number))
            if taken:
                self._held.add(number)
            return taken

    async def alive(self, owner: int) -> bool:
        """Whether a process holds its lock."""
        async with self._one:
            await self._connected()
            if asyncio.get_running_loop().time() < self._doubted_until:
                return True
            return bool(await self._ask(HELD, owner))

    async def end(self) -> None:
        """Lets go of everything."""
        async with self._one:
            await self._drop()
            await self._engine.dispose()

    async def _connected(self) -> bool:
        """Whether the connection is still the one that took the locks; opens another one if it is not."""
        if self._connection is not None:
            with suppress(StorageDown):
                await self._ask("SELECT 1")
                return True
        lost = bool(self._held)
        try:
            self._connection = await self._engine.connect()
        except (DBAPIError, OSError, TimeoutError) as error:
            raise down(error) from error
        if lost:
            self._doubted_until = asyncio.get_running_loop().time() + GRACE
            self._held.clear()
        return False

    async def _ask(self, question: str, number: int | None = None) -> object:
        connection = self._connection
        if connection is None:
            raise StorageDown("there is no connection")
        values = {} if number is None else {"class": CLASS, "number": number}
        try:
            return (await connection.execute(text(question), values)).scalar()
        except (DBAPIError, OSError, TimeoutError) as error:
            await self._drop()
            raise down(error) from error

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError, OSError, TimeoutError):
                await connection.close()


HELD = """
    SELECT EXISTS (
        SELECT 1 FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND classid = :class AND objid = :number
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    )
"""
