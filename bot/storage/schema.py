"""Migrations from the program's side: bring the tables up to date, and tell whether they are."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.errors import SchemaBehind, StorageDown
from bot.storage.engine import migrating


def configuration() -> Config:
    """Alembic's configuration: the migrations beside this file."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config


def head() -> str:
    """The newest revision the program knows."""
    return str(ScriptDirectory.from_config(configuration()).get_current_head())


async def upgrade(url: str, revision: str = "head") -> tuple[str | None, str | None]:
    """Brings the tables up to `revision`; returns the revision before and after."""
    engine = migrating(url)
    config = configuration()

    def work(connection: Connection) -> tuple[str | None, str | None]:
        config.attributes["connection"] = connection
        before = _revision(connection)
        command.upgrade(config, revision)
        return before, _revision(connection)

    try:
        async with engine.begin() as connection:
            return await connection.run_sync(work)
    except (DBAPIError, OSError) as error:
        raise StorageDown(f"the database cannot be upgraded: {type(error).__name__}") from error
    finally:
        await engine.dispose()


async def insist_current(engine: AsyncEngine) -> None:
    """Raises SchemaBehind, naming the command, unless the tables are as the program expects."""
    try:
        async with engine.connect() as connection:
            found = await connection.run_sync(_revision)
    except (DBAPIError, OSError) as error:
        raise StorageDown(f"the database does not answer ({type(error).__name__})") from error
    if found != head():
        raise SchemaBehind(
            f"the database is at revision {found or 'none'}, the program needs {head()}. Run `oponte db upgrade`."
        )


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
