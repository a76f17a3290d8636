"""Migrations from the program's side: bring the tables up to date, and tell whether they are."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from bot.errors import SchemaBehind
from bot.storage.engine import Database, connect


def configuration() -> Config:
    """Alembic's configuration: the migrations beside this file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def head() -> str:
    """The newest revision the program knows."""
    return str(ScriptDirectory.from_config(configuration()).get_current_head())


def revision(connection: Connection) -> str | None:
    """The revision of the tables; None if there are none."""
    return MigrationContext.configure(connection).get_current_revision()


async def upgrade(url: str, to: str = "head") -> tuple[str | None, str | None]:
    """Brings the tables up to revision `to`, in one transaction; returns the revision before and after."""
    config = configuration()

    def work(connection: Connection) -> tuple[str | None, str | None]:
        config.attributes["connection"] = connection
        before = revision(connection)
        command.upgrade(config, to)
        return before, revision(connection)

    database = connect(url)
    try:
        return await database.write(work)
    finally:
        await database.close()


async def insist_current(database: Database) -> None:
    """Raises SchemaBehind, naming the command, unless the tables are as the program expects."""
    found = await database.read(revision)
    if found != head():
        raise SchemaBehind(
            f"the database is at revision {found or 'none'}, the program needs {head()}. Run `oponte db upgrade`."
        )
