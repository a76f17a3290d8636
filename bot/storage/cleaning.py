"""Jobs of the upkeep: what is counted, and what is forgotten because it is too old."""

from datetime import date, datetime, timedelta

from sqlalchemy import Connection, delete, or_, select

from bot.storage.tables import CHAT, COUNTED, HANDLED, OUTBOX

Count = tuple[date, str, str, int]

BATCH = 500  # chats at a time, so that nobody waits behind the upkeep


def sweep(connection: Connection, now: datetime, idle: timedelta, gone: timedelta, handled: timedelta) -> int:
    """Erases what is too old; returns how many chats. A chat that a reminder waits for is not silent."""
    waiting = select(OUTBOX.c.chat).where(OUTBOX.c.due > now)
    old = or_((CHAT.c.seen_at < now - idle) & CHAT.c.chat.not_in(waiting), CHAT.c.gone_at < now - gone)
    chats = connection.execute(select(CHAT.c.chat).where(old).limit(BATCH)).scalars().all()
    if chats:
        connection.execute(delete(OUTBOX).where(OUTBOX.c.chat.in_(chats)))
        connection.execute(delete(CHAT).where(CHAT.c.chat.in_(chats)))
    connection.execute(delete(HANDLED).where(HANDLED.c.at < now - handled))
    return len(chats)


def counted(connection: Connection) -> tuple[Count, ...]:
    """Every counter, oldest day first."""
    query = select(COUNTED).order_by(COUNTED.c.day, COUNTED.c.topic, COUNTED.c.language)
    return tuple(
        (row.day, row.topic, row.language, row.count_)
        for row in connection.execute(
            query.with_only_columns(COUNTED.c.day, COUNTED.c.topic, COUNTED.c.language, COUNTED.c.count.label("count_"))
        )
    )
