"""`oponte db` as an operator meets it: what it prints, and what it refuses."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.database import app
from bot.errors import StorageError
from bot.service.ports import Work
from bot.storage.store import opened

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def run(*arguments: str) -> str:
    """The output of a command; what it raises is raised."""
    result = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


async def remember(url: str) -> None:
    """A chat in the database."""
    async with opened(url) as store:
        await store.commit(Work(update=1, chat=2**40, at=NOW, state="{}"), direct=False)


def test_an_operator_backs_up_and_comes_back(tmp_path: Path) -> None:
    url, file = f"sqlite:///{tmp_path}/oponte.db", tmp_path / "backup.db"
    assert "(was empty)" in run("upgrade", "--database-url", url)
    assert "up to date" in run("upgrade", "--database-url", url)
    asyncio.run(remember(url))
    assert "holds 1 chats, 1 handled updates" in run("backup", str(file), "--database-url", url)
    with pytest.raises(StorageError, match="not empty"):
        run("restore", str(file), "--database-url", url)
    assert "restored: 1 chats" in run("restore", str(file), "--replace", "--database-url", url)
    moved = run("move", "--to", f"sqlite:///{tmp_path}/new/oponte.db", "--database-url", url)
    assert "moved: 1 chats" in moved
    assert "Set DATABASE_URL" in moved
