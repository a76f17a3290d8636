"""`oponte db`: the database's tables, its backup, and its move to another place."""

import asyncio
import os
from pathlib import Path
from typing import Annotated

import typer

from bot.settings import Settings

app = typer.Typer(help="The database: upgrade, back up, restore, move.", no_args_is_help=True)
DatabaseUrl = Annotated[str | None, typer.Option(envvar="DATABASE_URL", help="SQLite or PostgreSQL.")]


def _url(given: str | None) -> str:
    return Settings.read(os.environ, database_url=given).database_url


@app.command()
def upgrade(database_url: DatabaseUrl = None) -> None:
    """Bring the tables up to date; does nothing if they are."""
    from bot.storage.schema import upgrade as bring_up

    before, after = asyncio.run(bring_up(_url(database_url)))
    print(f"database: revision {after}" + (f" (was {before or 'empty'})" if before != after else ", up to date"))


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="A new file; it is as private as the database.")],
    database_url: DatabaseUrl = None,
) -> None:
    """Write everything to one SQLite file. The bot may go on running."""
    from bot.storage import copying

    counts = asyncio.run(copying.backup(_url(database_url), file))
    print(f"backup: {file} holds {copying.told(counts)}")


@app.command()
def restore(
    file: Annotated[Path, typer.Argument(help="A file that `oponte db backup` wrote.")],
    database_url: DatabaseUrl = None,
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Erase what the database holds now.")] = False,
) -> None:
    """Bring a backup back, into an empty database. Stop the bot first."""
    from bot.storage import copying

    counts = asyncio.run(copying.restore(_url(database_url), file, replace=replace))
    print(f"restored: {copying.told(counts)}")


@app.command()
def move(
    to: Annotated[str, typer.Option(help="The database to move to (postgresql://...); it has to be empty.")],
    database_url: DatabaseUrl = None,
) -> None:
    """Copy everything to another database and compare the counts. Stop the bot first, then set DATABASE_URL."""
    from bot.storage import copying

    counts = asyncio.run(copying.move(_url(database_url), _url(to)))
    print(f"moved: {copying.told(counts)}. Set DATABASE_URL to the new database; the old one is unchanged.")
