"""`oponte db`: the database's tables."""

import asyncio
import os
from typing import Annotated

import typer

from bot.settings import Settings

app = typer.Typer(help="The database: upgrade, back up, restore, move.", no_args_is_help=True)
DatabaseUrl = Annotated[str | None, typer.Option(envvar="DATABASE_URL", help="SQLite or PostgreSQL.")]


@app.command()
def upgrade(database_url: DatabaseUrl = None) -> None:
    """Bring the tables up to date; does nothing if they are."""
    from bot.storage.schema import upgrade as bring_up

    settings = Settings.read(os.environ, database_url=database_url)
    before, after = asyncio.run(bring_up(settings.database_url))
    print(f"database: revision {after}" + (f" (was {before or 'empty'})" if before != after else ", up to date"))
