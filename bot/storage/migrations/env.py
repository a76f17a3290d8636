"""Runs migrations on the connection that `bot.storage.schema` hands over."""

from alembic import context
from sqlmodel import SQLModel

from bot.storage import tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
assert tables.Chat.__tablename__ == "chat"  # noqa: S101 (the import above fills the metadata)
with context.begin_transaction():
    context.run_migrations()
