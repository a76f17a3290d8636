"""Jobs on the outbox: claim what is due, write down what became of it, give back what nobody works on.

A row belongs to the process whose number is in `owner` for as long as that process lives; no clock decides about it.
"""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import assert_never

from sqlalchemy import Connection, RowMapping, bindparam, delete, func, or_, select, update

from bot.service.ports import Later, Moved, Outcome, Outgoing, Rejected, Sent, Unknown, Unreachable
from bot.storage import codec
from bot.storage.chats import moved
from bot.storage.tables import CHAT, OUTBOX

Results = Sequence[tuple[Outgoing, Outcome]]

REMOVE = delete(OUTBOX).where(OUTBOX.c.id.in_(bindparam("ids", expanding=True)))
ANSWERED = (
    update(CHAT)
    .where(CHAT.c.chat == bindparam("of_chat"))
    .values(asked=bindparam("source"), answered=bindparam("message"))
)
PUT_OFF = (
    update(OUTBOX)
    .where(OUTBOX.c.id == bindparam("row"))
    .values(wait_until=bindparam("until"), attempts=bindparam("tries"), uncertain=bindparam("doubts"))
)


def claim(connection: Connection, owner: int, now: datetime, limit: int, busy: Collection[int]) -> tuple[Outgoing, ...]:
    """The first due row of each chat that nobody works on."""
    due = or_(OUTBOX.c.due.is_(None), OUTBOX.c.due <= now)
    first = select(func.min(OUTBOX.c.id)).where(due).group_by(OUTBOX.c.chat)
    if busy:
        first = first.where(OUTBOX.c.chat.not_in(busy))
    free = (OUTBOX.c.owner.is_(None), or_(OUTBOX.c.wait_until.is_(None), OUTBOX.c.wait_until <= now))
    query = select(OUTBOX).where(OUTBOX.c.id.in_(first), *free).order_by(OUTBOX.c.id).limit(limit)
    rows = connection.execute(query.with_for_update(skip_locked=True)).mappings().all()
    if rows:
        ours = update(OUTBOX).where(OUTBOX.c.id.in_([row["id"] for row in rows])).values(owner=owner)
        connection.execute(ours)
    return tuple(map(outgoing, rows))


def finish(connection: Connection, results: Results, now: datetime) -> None:
    """Writes down what became of claimed rows."""
    ids = [row.id for row, outcome in results if isinstance(outcome, Sent | Rejected)]
    if ids:
        connection.execute(REMOVE, {"ids": ids})
    for row, outcome in results:
        match outcome:
            case Sent(message=message):
                if message is not None and row.source is not None:
                    pair = {"of_chat": row.chat, "source": row.source, "message": message}
                    connection.execute(ANSWERED, pair)
            case Later(seconds=seconds):
                put_off(connection, row, now + timedelta(seconds=seconds))
            case Unknown():
                put_off(connection, row, now, doubts=1)
            case Unreachable():
                connection.execute(delete(OUTBOX).where(OUTBOX.c.chat == row.chat))
                connection.execute(update(CHAT).where(CHAT.c.chat == row.chat).values(gone_at=now))
            case Moved(chat=chat):
                moved(connection, row.chat, chat)
                connection.execute(update(OUTBOX).where(OUTBOX.c.id == row.id).values(owner=None))
            case Rejected():
                pass
            case _:
                assert_never(outcome)


def put_off(connection: Connection, row: Outgoing, until: datetime, doubts: int = 0) -> None:
    """The row waits, and stays its owner's."""
    values = {"row": row.id, "until": until, "tries": row.attempts + 1, "doubts": row.uncertain + doubts}
    connection.execute(PUT_OFF, values)


def next_due(connection: Connection, now: datetime) -> datetime | None:
    """When the next row that nobody works on is due; in the past if it is, or if it is held up by an earlier one."""
    free = OUTBOX.c.owner.is_(None)
    at_once = select(OUTBOX.c.id).where(free, OUTBOX.c.due.is_(None), OUTBOX.c.wait_until.is_(None)).limit(1)
    if connection.execute(at_once).first() is not None:
        return now
    moments = [
        connection.execute(select(func.min(column)).where(free, column.is_not(None))).scalar()
        for column in (OUTBOX.c.due, OUTBOX.c.wait_until)
    ]
    return min((moment.astimezone(UTC) for moment in moments if moment is not None), default=None)


def owners(connection: Connection) -> frozenset[int]:
    """The processes that rows belong to."""
    found = connection.execute(select(OUTBOX.c.owner).where(OUTBOX.c.owner.is_not(None)).distinct()).scalars()
    return frozenset(owner for owner in found if owner is not None)


def release(connection: Connection, owner: int, keep: Collection[int] = ()) -> None:
    """Gives back the rows of `owner` but those in `keep`."""
    rows = update(OUTBOX).where(OUTBOX.c.owner == owner)
    if keep:
        rows = rows.where(OUTBOX.c.id.not_in(keep))
    connection.execute(rows.values(owner=None))


def outgoing(row: RowMapping) -> Outgoing:
    """A row as a message on its way."""
    return Outgoing(
        id=row["id"],
        chat=row["chat"],
        message=codec.load(row["message"]),
        anchor=row["anchor"],
        source=row["source"],
        thread=row["thread"],
        attempts=row["attempts"],
        uncertain=row["uncertain"],
    )
