"""Migrations from the program's side: bring the tables up to date, and tell whether they are.

Alembic is loaded only where it migrates: a running bot just compares two revisions.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from bot.errors import SchemaBehind
from bot.storage.engine import Database, connect

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"


def configuration() -> "Config":
    """Alembic's configuration: the migrations beside this file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def head() -> str:
    """The newest revision the program knows: a migration's file is named `r<revision>_<what>.py`, in their order."""
    return max(path.name[1:].partition("_")[0] for path in (MIGRATIONS / "versions").glob("r*_*.py"))


def revision(connection: Connection) -> str | None:
    """The revision of the tables; None if there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


async def upgrade(url: str, to: str = "head") -> tuple[str | None, str | None]:
    """Brings the tables up to revision `to`, in one transaction; returns the revision before and after."""
    from alembic import command

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
