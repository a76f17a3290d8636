"""The database connection, with defaults for small hosts: SQLite in WAL mode, or PostgreSQL with a small pool."""

from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

BUSY_MS = 15_000  # how long SQLite waits for another writer


def is_sqlite(url: str) -> bool:
    """Whether `url` names a SQLite file."""
    return make_url(url).get_backend_name() == "sqlite"


def connect(url: str) -> AsyncEngine:
    """An engine for `url`; a SQLite file's folder is made if it is missing."""
    if not is_sqlite(url):
        return create_async_engine(
            url, pool_size=5, max_overflow=5, pool_timeout=10, pool_pre_ping=True, pool_recycle=1800,
            connect_args={"timeout": 10, "command_timeout": 30},
        )  # fmt: skip
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(url, poolclass=None, pool_size=4, max_overflow=4)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def migrating(url: str) -> AsyncEngine:
    """An engine without a pool, for a single run of migrations."""
    if not is_sqlite(url):
        return create_async_engine(url, poolclass=NullPool)
    return connect(url)


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin ourselves, below: the driver would begin too late and read-only
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
    cursor.execute("PRAGMA secure_delete=ON")
    cursor.close()


def _begin(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
