"""Jobs on what an update changes: its number, the chat's row, new rows of the outbox, counters.

Statements are SQLAlchemy Core on the tables that SQLModel declares, built once: nothing is flushed or loaded twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    bindparam,
    delete,
    exists,
    insert,
    literal,
    or_,
    select,
    update,
)

from bot.errors import Conflict
from bot.service.ports import MovedChat, Outgoing, StoredChat, Work
from bot.storage import codec
from bot.storage.tables import CHAT, COUNTED, HANDLED, OUTBOX


def upsert(dialect: str, table: Any) -> Any:
    """An INSERT that may be told what to do on a conflict; only the dialect in use is loaded."""
    if dialect == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as begun
    else:
        from sqlalchemy.dialects.sqlite import insert as begun  # type: ignore[assignment]
    return begun(table)


_one = select(literal(1).label("one")).subquery()
LOAD = select(
    CHAT.c.state,
    CHAT.c.version,
    CHAT.c.burst,
    CHAT.c.asked,
    CHAT.c.answered,
    exists().where(HANDLED.c.update == bindparam("of_update")).label("repeated"),
    exists()
    .where(OUTBOX.c.chat == bindparam("of_chat"), or_(OUTBOX.c.due.is_(None), OUTBOX.c.due <= bindparam("now")))
    .label("pending"),
).select_from(_one.outerjoin(CHAT, CHAT.c.chat == bindparam("of_chat")))

_here = CHAT.c.chat == bindparam("of_chat")
_unchanged = CHAT.c.version == bindparam("of_version")
_row: dict[str, Any] = {name: bindparam(name) for name in ("state", "version", "burst", "seen_at", "gone_at")}
SAVE = update(CHAT).where(_here, _unchanged).values(**_row)
ERASE_CHAT = delete(CHAT).where(_here, _unchanged)
ERASE_OUTBOX = delete(OUTBOX).where(OUTBOX.c.chat == bindparam("of_chat"))
CANCEL = ERASE_OUTBOX.where(OUTBOX.c.due.is_not(None))
ENQUEUE = insert(OUTBOX)


class Commit:
    """The unit of work as a job, for one dialect."""

    def __init__(self, dialect: str) -> None:
        self._record = upsert(dialect, HANDLED).on_conflict_do_nothing()
        self._begin: Insert = upsert(dialect, CHAT).on_conflict_do_nothing()
        counted = upsert(dialect, COUNTED)
        self._count = counted.on_conflict_do_update(
            index_elements=[COUNTED.c.day, COUNTED.c.topic, COUNTED.c.language], set_={"count": COUNTED.c.count + 1}
        )

    def __call__(self, connection: Connection, work: Work, owner: int | None) -> tuple[Outgoing, ...] | None:
        """Saves `work`; rows due at once are claimed for `owner` and returned. None: the update was recorded before."""
        if not self.record(connection, work.update, work.at):
            return None
        if work.erase:
            self._erase(connection, work)
        elif work.cancel_reminders:
            connection.execute(CANCEL, {"of_chat": work.chat})
        if work.state is not None:
            self._save(connection, work, work.state)
        rows = tuple(enqueued(connection, outgoing, owner) for outgoing in work.outgoing)
        for topic, language in sorted(work.counts):
            values = {"day": work.at.date(), "topic": topic, "language": language, "count": 1}
            connection.execute(self._count, values)
        return tuple(row for row in rows if row.message.due is None) if owner is not None else ()

    def record(self, connection: Connection, number: int, at: datetime) -> bool:
        """Notes an update; False if it was noted before."""
        return connection.execute(self._record, {"update": number, "at": at}).rowcount == 1

    def _erase(self, connection: Connection, work: Work) -> None:
        connection.execute(ERASE_OUTBOX, {"of_chat": work.chat})
        gone = connection.execute(ERASE_CHAT, {"of_chat": work.chat, "of_version": work.version}).rowcount
        if work.version and not gone:
            raise Conflict(f"chat {work.chat} was changed meanwhile")

    def _save(self, connection: Connection, work: Work, state: str) -> None:
        row: dict[str, Any] = {
            "state": state,
            "version": work.update,
            "burst": work.burst,
            "seen_at": work.at,
            "gone_at": work.at if work.gone else None,
        }
        if work.version and not work.erase:
            keys = {"of_chat": work.chat, "of_version": work.version}
            saved = connection.execute(SAVE, {**row, **keys}).rowcount
        else:
            saved = connection.execute(self._begin, {"chat": work.chat, **row}).rowcount
        if saved != 1:
            raise Conflict(f"chat {work.chat} was changed meanwhile")


def enqueued(connection: Connection, outgoing: Outgoing, owner: int | None) -> Outgoing:
    """A message put into the outbox, with its id; claimed for `owner` unless it has to wait."""
    values = {
        "chat": outgoing.chat,
        "message": codec.dump(outgoing.message),
        "anchor": outgoing.anchor,
        "source": outgoing.source,
        "thread": outgoing.thread,
        "due": outgoing.message.due,
        "wait_until": None,
        "attempts": 0,
        "uncertain": 0,
        "owner": owner if outgoing.message.due is None else None,
    }
    key = connection.execute(ENQUEUE, values).inserted_primary_key
    return replace(outgoing, id=int(key[0]) if key else 0)


def load(connection: Connection, chat: int, number: int, now: datetime) -> StoredChat:
    """The chat's row, and what else an update has to know."""
    row = connection.execute(LOAD, {"of_chat": chat, "of_update": number, "now": now}).one()
    return StoredChat(
        state=row[0],
        version=row[1] or 0,
        burst=row[2],
        asked=row[3],
        answered=row[4],
        repeated=bool(row[5]),
        pending=bool(row[6]),
    )


def moved(connection: Connection, old: int, new: int) -> None:
    """Gives everything of a chat to its new id; what is there already stays."""
    taken = connection.execute(select(CHAT.c.chat).where(CHAT.c.chat == new)).one_or_none()
    if taken is None:
        row = update(CHAT).where(CHAT.c.chat == old).values(chat=new, asked=None, answered=None)
        connection.execute(row)
    else:
        connection.execute(delete(CHAT).where(CHAT.c.chat == old))
    # The numbers of messages do not survive the move.
    rows = update(OUTBOX).where(OUTBOX.c.chat == old).values(chat=new, anchor=None, source=None, thread=None)
    connection.execute(rows)


def move(connection: Connection, commit: Commit, update_: MovedChat, now: datetime) -> None:
    """Carries out an update that tells of a move, once."""
    if commit.record(connection, update_.update, now):
        moved(connection, update_.old, update_.new)


def everything(connection: Connection, chat: int) -> dict[str, Sequence[dict[str, Any]]]:
    """All rows about a chat."""
    tables = {"chat": CHAT, "outbox": OUTBOX}
    return {
        name: [dict(row) for row in connection.execute(select(table).where(table.c.chat == chat)).mappings()]
        for name, table in tables.items()
    }
