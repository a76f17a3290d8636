"""The database, with defaults for small hosts: jobs on a connection go in, awaited results come out.

A job is a plain function of a SQLAlchemy connection, the same for both databases; it must not keep the connection.
PostgreSQL runs it over asyncpg; SQLite runs it on a thread (`bot.storage.sqlite`).
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.errors import Conflict, StorageDown

if TYPE_CHECKING:
    from sqlalchemy.ext.asyncio import AsyncEngine

T = TypeVar("T")
Job = Callable[[Connection], T]

POOL = 8  # connections, kept open: small hosts allow 20 in all, two replicas share them, and each has one for its locks
CONNECT_SECONDS, ANSWER_SECONDS, POOL_SECONDS = 5.0, 15.0, 5.0
RECYCLE_SECONDS = 1800  # before a proxy cuts idle connections
OURS = ("host", "port", "ssl")  # what an address's query may tell our driver
AWAY = ("08", "53", "57", "58")  # PostgreSQL's classes of errors: connection, resources, operator, system
AGAIN = ("40001", "40P01")  # another transaction was in the way


class Database(Protocol):
    """Where jobs run. Raises StorageDown when the database does not answer, Conflict when a job should be repeated."""

    dialect: str
    url: str

    async def read(self, job: Job[T]) -> T:
        """Runs a job that changes nothing and needs no more than one statement to be consistent."""
        ...

    async def write(self, job: Job[T], *, durable: bool = True, single: bool = False) -> T:
        """Runs a job in one transaction; `durable` False if it may be forgotten when the power fails.

        `single` tells that the job is one statement, which needs no further transaction around it.
        """
        ...

    async def close(self) -> None:
        """Finishes what was begun, and closes."""
        ...


def is_sqlite(url: str) -> bool:
    """Whether `url` names a SQLite file."""
    return make_url(url).get_backend_name() == "sqlite"


def connect(url: str) -> Database:
    """The database at `url`; nothing is opened before it is used."""
    if is_sqlite(url):
        from bot.storage.sqlite import SqliteDatabase

        return SqliteDatabase(url)
    return PostgresDatabase(url)


def reached(url: str) -> tuple[URL, dict[str, Any]]:
    """The address of a PostgreSQL database for SQLAlchemy, and the driver's arguments.

    Hosts give addresses for another driver (libpq): its `sslmode` is called `ssl` here, the rest means nothing.
    """
    given = make_url(url)
    arguments: dict[str, Any] = {"timeout": CONNECT_SECONDS, "command_timeout": ANSWER_SECONDS}
    if "sslmode" in given.query:
        arguments["ssl"] = given.query["sslmode"]
    foreign = [name for name in given.query if name not in OURS]
    return given.difference_update_query(foreign), arguments


class PostgresDatabase:
    """PostgreSQL over asyncpg."""

    dialect = "postgresql"

    def __init__(self, url: str) -> None:
        self.url = url
        address, arguments = reached(url)
        from sqlalchemy.ext.asyncio import create_async_engine  # not with SQLite

        self._engine: AsyncEngine = create_async_engine(
            address,
            pool_size=POOL,
            max_overflow=0,
            pool_timeout=POOL_SECONDS,
            pool_recycle=RECYCLE_SECONDS,
            connect_args=arguments,
        )
        self._single = self._engine.execution_options(isolation_level="AUTOCOMMIT")

    async def read(self, job: Job[T]) -> T:
        """Runs a job outside of any transaction."""
        try:
            async with self._single.connect() as connection:
                return await connection.run_sync(job)
        except (DBAPIError, PoolTimeout, OSError) as error:
            raise explained(error) from error

    async def write(self, job: Job[T], *, durable: bool = True, single: bool = False) -> T:
        """Runs a job in one transaction."""
        del durable  # the server's own settings decide
        if single:
            return await self.read(job)
        try:
            async with self._engine.begin() as connection:
                return await connection.run_sync(job)
        except (DBAPIError, PoolTimeout, OSError) as error:
            raise explained(error) from error

    async def close(self) -> None:
        """Closes the pool."""
        await self._engine.dispose()


def explained(error: Exception) -> Exception:
    """The error in our words: the database is away, another was first, or (a fault of ours) the error itself."""
    if isinstance(error, DBAPIError):
        code = str(getattr(error.orig, "sqlstate", None) or "")
        if code in AGAIN:
            return Conflict("another transaction was in the way")
        # No code: the driver itself gave up (no connection, no answer), not the server.
        if not error.connection_invalidated and code and not code.startswith(AWAY):
            return error
    return down(error)


def down(error: Exception) -> StorageDown:
    """The database is away, and what the driver said about it."""
    kind = type(getattr(error, "orig", None) or error).__name__
    found = StorageDown(f"the database does not answer ({kind})")
    found.__cause__ = error
    return found
