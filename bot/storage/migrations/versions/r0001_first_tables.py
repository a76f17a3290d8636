"""The first tables: chats, handled updates, outbox, counters."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

WIDE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "chat",
        sa.Column("chat", WIDE, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("burst", sa.Text()),
        sa.Column("asked", sa.BigInteger()),
        sa.Column("answered", sa.BigInteger()),
        sa.Column("seen_at", MOMENT, nullable=False),
        sa.Column("gone_at", MOMENT),
    )
    op.create_index("ix_chat_seen_at", "chat", ["seen_at"])
    op.create_index("ix_chat_gone_at", "chat", ["gone_at"])
    op.create_table(
        "handled",
        sa.Column("update", WIDE, primary_key=True, autoincrement=False),
        sa.Column("at", MOMENT, nullable=False),
    )
    op.create_index("ix_handled_at", "handled", ["at"])
    op.create_table(
        "outbox",
        sa.Column("id", WIDE, primary_key=True, autoincrement=True),
        sa.Column("chat", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("anchor", sa.BigInteger()),
        sa.Column("source", sa.BigInteger()),
        sa.Column("thread", sa.BigInteger()),
        sa.Column("due", MOMENT),
        sa.Column("wait_until", MOMENT),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("uncertain", sa.Integer(), nullable=False),
        sa.Column("owner", sa.BigInteger()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_chat", "outbox", ["chat", "id"])
    op.create_index("ix_outbox_due", "outbox", ["due"])
    op.create_index("ix_outbox_owner", "outbox", ["owner"])
    op.create_table(
        "counted",
        sa.Column("day", sa.Date(), primary_key=True),
        sa.Column("topic", sa.String(), primary_key=True),
        sa.Column("language", sa.String(), primary_key=True),
        sa.Column("count", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    for table in ("counted", "outbox", "handled", "chat"):
        op.drop_table(table)
