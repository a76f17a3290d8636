"""The tables. `PRIVACY.md` tells every field in words, and a test compares the two.

Ids are 64-bit and come from the platform; times are aware. No column may hold what a person wrote, or who they are.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, Index, Integer, Table, Text
from sqlmodel import Field, SQLModel

WIDE = BigInteger().with_variant(Integer(), "sqlite")  # SQLite's own integers are 64-bit, and only they make a row id


class Chat(SQLModel, table=True):
    """One chat: where it stands."""

    __tablename__ = "chat"

    chat: int = Field(sa_column=Column(WIDE, primary_key=True, autoincrement=False))
    state: str = Field(sa_column=Column(Text, nullable=False))
    version: int = Field(sa_column=Column(BigInteger, nullable=False))
    burst: str | None = Field(default=None, sa_column=Column(Text))
    asked: int | None = Field(default=None, sa_column=Column(BigInteger))
    answered: int | None = Field(default=None, sa_column=Column(BigInteger))
    seen_at: datetime = Field(index=True)
    gone_at: datetime | None = Field(default=None, index=True)


class Handled(SQLModel, table=True):
    """An update that was handled: its number alone."""

    __tablename__ = "handled"

    update: int = Field(sa_column=Column(WIDE, primary_key=True, autoincrement=False))
    at: datetime = Field(index=True)


class Outbox(SQLModel, table=True):
    """A message of ours on its way, deleted once it was sent."""

    __tablename__ = "outbox"
    # A number is never given twice: one that was sent must not come back as another message's.
    __table_args__ = (Index("ix_outbox_chat", "chat", "id"), {"sqlite_autoincrement": True})

    id: int | None = Field(default=None, sa_column=Column(WIDE, primary_key=True, autoincrement=True))
    chat: int = Field(sa_column=Column(BigInteger, nullable=False))
    message: str = Field(sa_column=Column(Text, nullable=False))
    anchor: int | None = Field(default=None, sa_column=Column(BigInteger))
    source: int | None = Field(default=None, sa_column=Column(BigInteger))
    thread: int | None = Field(default=None, sa_column=Column(BigInteger))
    due: datetime | None = Field(default=None, index=True)  # None: at once, whatever the clock says
    wait_until: datetime | None = Field(default=None)  # the platform asked for patience; the chat's later rows wait too
    attempts: int = Field(default=0)
    uncertain: int = Field(default=0)
    owner: int | None = Field(default=None, sa_column=Column(BigInteger, index=True))  # the process that has it in hand


class Counted(SQLModel, table=True):
    """How often a topic was answered on a day in a language; carries no chat."""

    __tablename__ = "counted"

    day: date = Field(primary_key=True)
    topic: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    count: int


def table(model: type[SQLModel]) -> Table:
    """The table that a class declares, for statements."""
    found: Table = SQLModel.metadata.tables[str(model.__tablename__)]
    return found


CHAT, HANDLED, OUTBOX, COUNTED = table(Chat), table(Handled), table(Outbox), table(Counted)
