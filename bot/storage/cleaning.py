"""Jobs of the upkeep: what is counted, and what is forgotten because it is too old."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, or_, select

from bot.storage.tables import CHAT, COUNTED, HANDLED, OUTBOX

Count = tuple[date, str, str, int]

BATCH = 500  # rows at a time, so that nobody waits behind the upkeep


def forget(connection: Connection, now: datetime, idle: timedelta, gone: timedelta) -> int:
    """Erases chats silent or gone for too long; returns how many. One that a reminder waits for is not silent."""
    waiting = select(OUTBOX.c.chat).where(OUTBOX.c.due > now)
    old = or_((CHAT.c.seen_at < now - idle) & CHAT.c.chat.not_in(waiting), CHAT.c.gone_at < now - gone)
    found = select(CHAT.c.chat).where(old).limit(BATCH).with_for_update(skip_locked=True)  # not whoever writes just now
    chats = connection.execute(found).scalars().all()
    if chats:
        connection.execute(delete(OUTBOX).where(OUTBOX.c.chat.in_(chats)))
        connection.execute(delete(CHAT).where(CHAT.c.chat.in_(chats)))
    return len(chats)


def prune(connection: Connection, before: datetime) -> int:
    """Erases numbers of updates that cannot come again; returns how many."""
    old = select(HANDLED.c.update).where(HANDLED.c.at < before).order_by(HANDLED.c.at).limit(BATCH)
    return connection.execute(delete(HANDLED).where(HANDLED.c.update.in_(old))).rowcount


def checkpoint(connection: Connection) -> None:
    """Writes SQLite's journal into the database and empties it: it may hold what was erased since."""
    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()


def counted(connection: Connection) -> tuple[Count, ...]:
    """Every counter, oldest day first."""
    query = select(COUNTED).order_by(COUNTED.c.day, COUNTED.c.topic, COUNTED.c.language)
    rows = connection.execute(query).mappings()
    return tuple((row["day"], row["topic"], row["language"], row["count"]) for row in rows)
