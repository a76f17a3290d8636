"""From nothing and from every earlier revision, with data in it, to the tables that the program expects."""

from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlmodel import SQLModel

from bot.dialogue.state import State
from bot.messages import plain
from bot.storage.engine import connect
from bot.storage.schema import configuration, head, upgrade
from bot.storage.store import opened

NOW = datetime(2026, 11, 23, tzinfo=UTC)
REVISIONS = [script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()][::-1]


FIRST = (
    """INSERT INTO chat VALUES (1099511627776, '{"language":"es","topic":"is-it-legal"}', 7, NULL, 5, 6,
    '2026-11-01 10:00:00.000000', NULL)""",
    "INSERT INTO handled VALUES (7, '2026-11-01 10:00:00.000000')",
    """INSERT INTO outbox (chat, message, attempts, uncertain) VALUES (1099511627776, '{"text":[["hola"]]}', 0, 0)""",
    "INSERT INTO counted VALUES ('2026-11-01', 'is-it-legal', 'es', 3)",
)
DATA = {"0001": FIRST}  # for each revision, what a bot of that time may have left behind


def left_behind(connection: Connection, revision: str) -> None:
    for statement in DATA[revision]:
        connection.exec_driver_sql(statement)


def test_every_revision_is_tested_with_data() -> None:
    assert list(DATA) == REVISIONS
    assert head() == REVISIONS[-1]


@pytest.mark.parametrize("revision", REVISIONS)
async def test_what_an_earlier_version_left_is_kept(empty: str, revision: str) -> None:
    await upgrade(empty, revision)
    database = connect(empty)
    await database.write(lambda connection: left_behind(connection, revision))
    await database.close()
    before, after = await upgrade(empty)
    assert (before, after) == (revision, head())
    async with opened(empty) as store:
        stored = await store.load(1099511627776, 7, NOW)
        assert stored.repeated
        assert State.from_json(stored.state).topic == "is-it-legal"
        assert (stored.version, stored.asked, stored.answered) == (7, 5, 6)
        [row] = await store.claim(NOW, 10, ())
        assert plain(row.message.text) == "hola"
        assert [count for *_, count in await store.counted()] == [3]


async def test_the_migrations_make_the_tables_that_the_program_declares(url: str) -> None:
    database = connect(url)
    differences = await database.read(
        lambda connection: compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
    )
    await database.close()
    assert differences == []


async def test_upgrading_twice_changes_nothing(url: str) -> None:
    assert await upgrade(url) == (head(), head())
