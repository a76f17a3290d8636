"""What was written comes home into the file while the bot runs: the log beside it does not grow for ever."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection

from bot.storage.sqlite import TIDY_EVERY, SqliteDatabase


def _made(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE line (words TEXT)")


def _added(connection: Connection) -> None:
    connection.exec_driver_sql("INSERT INTO line VALUES ('something')")


async def test_the_log_is_brought_home_beside_the_writer(tmp_path: Path) -> None:
    database = SqliteDatabase(f"sqlite:///{tmp_path}/oponte.db")
    await database.write(_made)
    for _ in range(TIDY_EVERY - 1):
        await database.write(_added)
    database._tidier.close()  # it ends after what was given to it; the writer stays open, so that nobody else tidies
    try:
        alone = tmp_path / "alone.db"
        alone.write_bytes((tmp_path / "oponte.db").read_bytes())  # the file without its log
        kept = sqlite3.connect(alone)
        assert kept.execute("SELECT count(*) FROM line").fetchone() == (TIDY_EVERY - 1,)
        kept.close()
    finally:
        await database.close()
