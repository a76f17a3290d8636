"""SQLite for an async program: threads for writing, reading and tidying, each with a connection of its own.

There is only one writer, so that nobody waits for a lock; jobs that come while a commit is on its way to the disk share
the next one. A job that raises is undone alone. What `write` returned is on the disk, if it was asked for.

Commits append to a log beside the file. Bringing the log's pages home touches as many places of the file as there are
chats, so the tidying thread does it, while the writer goes on.
"""

import asyncio
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, NotSupportedError, ProgrammingError
from sqlalchemy.pool import NullPool

from bot.storage.engine import Job, T, down

BUSY_SECONDS = 10.0  # how long another process (a backup, a migration) may hold the file
MOST_TOGETHER = 64  # jobs that share a commit
TIDY_EVERY = 250  # jobs written until the log is brought home
LOG_PAGES = 8000  # of 4 KiB: if tidying lags so far behind, the writer does it


@dataclass(slots=True)
class Task:
    """A job under way."""

    job: Callable[[Connection], Any]
    durable: bool
    loop: asyncio.AbstractEventLoop
    future: asyncio.Future[Any]
    result: Any = None
    error: BaseException | None = None

    def settle(self) -> None:
        """Hands the result over; in the loop's own thread."""
        if self.future.done():
            return  # whoever waited was cancelled
        if self.error is not None:
            self.future.set_exception(self.error)
        else:
            self.future.set_result(self.result)


class SqliteDatabase:
    """One SQLite file."""

    dialect = "sqlite"

    def __init__(self, url: str) -> None:
        self.url = url
        self._writer = Worker(url, "oponte-writer", _write)
        self._reader = Worker(url, "oponte-reader", _read)
        self._tidier = Worker(url, "oponte-tidier", _read)
        self._written = 0
        self._closed = False

    async def read(self, job: Job[T]) -> T:
        """Runs a job outside of any transaction."""
        return await self._reader.do(job, durable=False)

    async def write(self, job: Job[T], *, durable: bool = True, single: bool = False) -> T:
        """Runs a job in one transaction."""
        del single  # here no statement is a journey
        result = await self._writer.do(job, durable=durable)
        self._written += 1
        if self._written % TIDY_EVERY == 0 and not self._closed:
            # Nobody waits for it, and what it cannot do now (a backup reads) the next one does.
            self._tidier.give(_bring_home, durable=False).add_done_callback(asyncio.Future.exception)
        return result

    async def close(self) -> None:
        """Finishes what was begun, and closes the file."""
        self._closed = True
        for worker in (self._writer, self._tidier, self._reader):
            await asyncio.to_thread(worker.close)


class Worker:
    """A thread with a connection; it starts with the first job."""

    def __init__(self, url: str, name: str, carry_out: Callable[[Connection, list[Task]], None]) -> None:
        self._engine = engine(url)
        self._name = name
        self._carry_out = carry_out
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._connection: Connection | None = None

    async def do(self, job: Job[T], *, durable: bool) -> T:
        """Runs a job and returns what it returned."""
        result: T = await self.give(job, durable=durable)
        return result

    def give(self, job: Job[Any], *, durable: bool) -> asyncio.Future[Any]:
        """Puts a job in line; its result will be the future's."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        loop = asyncio.get_running_loop()
        task = Task(job, durable, loop, loop.create_future())
        self._tasks.put(task)
        return task.future

    def close(self) -> None:
        """Ends the thread after what was given to it."""
        if self._thread is not None:
            self._tasks.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while True:
            batch = [self._tasks.get()]
            with suppress(queue.Empty):
                while batch[-1] is not None and len(batch) < MOST_TOGETHER:
                    batch.append(self._tasks.get_nowait())
            tasks = [task for task in batch if task is not None]
            if tasks:
                self._together(tasks)
            if batch[-1] is None:
                self._forget()
                return

    def _together(self, tasks: list[Task]) -> None:
        try:
            if self._connection is None:
                self._connection = self._engine.connect()
            self._carry_out(self._connection, tasks)
        except Exception as error:  # noqa: BLE001 (the thread must live, and somebody waits for every task)
            for task in tasks:
                task.result, task.error = None, down(error)
            self._forget()
        with suppress(RuntimeError):  # the loop was closed: nobody waits any more
            tasks[0].loop.call_soon_threadsafe(_settle, tasks)

    def _forget(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError):
                connection.close()


def _settle(tasks: list[Task]) -> None:
    for task in tasks:
        task.settle()


def _write(connection: Connection, tasks: list[Task]) -> None:
    level = "FULL" if any(task.durable for task in tasks) else "NORMAL"
    connection.exec_driver_sql(f"PRAGMA synchronous={level}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    for task in tasks:
        connection.exec_driver_sql("SAVEPOINT job")
        try:
            task.result = task.job(connection)
        except Exception as error:
            if _fatal(error):
                raise
            task.error = error
            connection.exec_driver_sql("ROLLBACK TO job")
        connection.exec_driver_sql("RELEASE job")
    connection.commit()


def _read(connection: Connection, tasks: list[Task]) -> None:
    for task in tasks:
        try:
            task.result = task.job(connection)
        except Exception as error:
            if _fatal(error):
                raise
            task.error = error


def _bring_home(connection: Connection) -> None:
    connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)")


def _fatal(error: Exception) -> bool:
    """Whether the file is in trouble, not the job: then the whole transaction is gone."""
    return isinstance(error, DBAPIError) and not isinstance(
        error, DataError | IntegrityError | NotSupportedError | ProgrammingError
    )


def engine(url: str) -> Engine:
    """A plain engine for the file, which begins no transaction of its own; its folder is made if it is missing."""
    made = make_url(url).set(drivername="sqlite")
    if made.database:
        Path(made.database).parent.mkdir(parents=True, exist_ok=True)
    arguments = {"check_same_thread": False, "timeout": BUSY_SECONDS}
    plain = create_engine(made, poolclass=NullPool, connect_args=arguments)
    event.listen(plain, "connect", _prepare)
    return plain


def _prepare(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we begin ourselves: the driver would begin late, and as a reader
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
    connection.execute("PRAGMA secure_delete=ON")  # what was erased does not linger in free pages
