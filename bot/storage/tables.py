"""The tables. `PRIVACY.md` tells every field in words, and a test compares the two.

Ids are 64-bit and come from the platform; times are aware. No column may hold what a person wrote, or who they are.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, Column, Index, Integer, Text
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
    gone_at: datetime | None = Field(default=None)


class Update(SQLModel, table=True):
    """An update that was handled: its number alone."""

    __tablename__ = "handled"

    update: int = Field(sa_column=Column(WIDE, primary_key=True, autoincrement=False))
    at: datetime = Field(index=True)


class Outbox(SQLModel, table=True):
    """A message of ours on its way, deleted once it was sent."""

    __tablename__ = "outbox"
    __table_args__ = (Index("outbox_chat_id", "chat", "id"),)

    id: int | None = Field(default=None, sa_column=Column(WIDE, primary_key=True, autoincrement=True))
    chat: int = Field(sa_column=Column(BigInteger, nullable=False))
    message: str = Field(sa_column=Column(Text, nullable=False))
    due: datetime = Field(index=True)
    reminder: bool = Field(default=False)
    anchor: int | None = Field(default=None, sa_column=Column(BigInteger))
    source: int | None = Field(default=None, sa_column=Column(BigInteger))
    thread: int | None = Field(default=None, sa_column=Column(BigInteger))
    attempts: int = Field(default=0)
    claimed_until: datetime | None = Field(default=None)


class Counted(SQLModel, table=True):
    """How often a topic was answered on a day in a language; carries no chat."""

    __tablename__ = "counted"

    day: date = Field(primary_key=True)
    topic: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    count: int
