"""What happens at every message, as one statement each, for PostgreSQL: there, every statement is a journey.

They do what the jobs in `bot.storage.chats` and `bot.storage.outbox` do, and the same tests hold both to it. A
statement is a transaction of its own: all of it is saved, or nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import IntegrityError

from bot.errors import Conflict
from bot.service.ports import Outcome, Outgoing, Rejected, Sent, Work
from bot.storage import codec

_CHANGED = """
    UPDATE chat SET state = :state, version = CAST(:update AS bigint), burst = :burst,
        seen_at = CAST(:at AS timestamptz), gone_at = CAST(:gone_at AS timestamptz)
    WHERE chat = CAST(:chat AS bigint) AND version = CAST(:version AS bigint)
        AND NOT EXISTS (SELECT 1 FROM handled WHERE update = CAST(:update AS bigint))
    RETURNING 1
"""
_BEGUN = """
    INSERT INTO chat (chat, state, version, burst, seen_at, gone_at)
    SELECT CAST(:chat AS bigint), :state, CAST(:update AS bigint), :burst,
        CAST(:at AS timestamptz), CAST(:gone_at AS timestamptz)
    WHERE CAST(:version AS bigint) = 0
        AND NOT EXISTS (SELECT 1 FROM handled WHERE update = CAST(:update AS bigint))
    ON CONFLICT (chat) DO NOTHING RETURNING 1
"""
_REST = """
    , noted AS (
        INSERT INTO handled (update, at) SELECT CAST(:update AS bigint), CAST(:at AS timestamptz) FROM saved
    ), queued AS (
        INSERT INTO outbox (chat, message, anchor, source, thread, due, attempts, uncertain, owner)
        SELECT CAST(:chat AS bigint), message, anchor, source, thread, due, 0, 0,
            CASE WHEN due IS NULL THEN CAST(:owner AS bigint) END
        FROM saved, unnest(CAST(:messages AS text[]), CAST(:anchors AS bigint[]), CAST(:sources AS bigint[]),
            CAST(:threads AS bigint[]), CAST(:dues AS timestamptz[]))
            WITH ORDINALITY AS told(message, anchor, source, thread, due, place)
        ORDER BY place RETURNING id
    ), counts AS (
        INSERT INTO counted AS before (day, topic, language, count)
        SELECT CAST(:day AS date), topic, language, 1
        FROM saved, unnest(CAST(:topics AS text[]), CAST(:languages AS text[])) AS named(topic, language)
        ON CONFLICT (day, topic, language) DO UPDATE SET count = before.count + 1
    )
    SELECT (SELECT count(*) FROM saved), ARRAY(SELECT id FROM queued ORDER BY id),
        EXISTS (SELECT 1 FROM handled WHERE update = CAST(:update AS bigint))
"""
CHANGE = text("WITH saved AS (" + _CHANGED + ")" + _REST)
BEGIN = text("WITH saved AS (" + _BEGUN + ")" + _REST)
FINISH = text("""
    WITH gone AS (DELETE FROM outbox WHERE id = ANY(CAST(:ids AS bigint[])))
    UPDATE chat SET asked = pair.source, answered = pair.message
    FROM unnest(CAST(:chats AS bigint[]), CAST(:sources AS bigint[]), CAST(:messages AS bigint[]))
        AS pair(chat, source, message)
    WHERE chat.chat = pair.chat
""")


def fits(work: Work) -> bool:
    """Whether a unit of work is of the usual kind."""
    return work.state is not None and not work.erase and not work.cancel_reminders and len(set(work.counts)) < 2


def commit(connection: Connection, work: Work, owner: int | None) -> tuple[Outgoing, ...] | None:
    """Saves a unit of work; None if the update was recorded before."""
    values: dict[str, Any] = {
        "update": work.update,
        "chat": work.chat,
        "at": work.at,
        "version": work.version,
        "state": work.state,
        "burst": work.burst,
        "gone_at": work.at if work.gone else None,
        "owner": owner,
        "messages": [codec.dump(each.message) for each in work.outgoing],
        "anchors": [each.anchor for each in work.outgoing],
        "sources": [each.source for each in work.outgoing],
        "threads": [each.thread for each in work.outgoing],
        "dues": [each.message.due for each in work.outgoing],
        "day": work.at.date(),
        "topics": [topic for topic, _ in work.counts],
        "languages": [language for _, language in work.counts],
    }
    try:
        saved, ids, repeated = connection.execute(CHANGE if work.version else BEGIN, values).one()
    except IntegrityError as error:
        raise Conflict("the update is being handled elsewhere at this moment") from error
    if repeated:
        return None
    if not saved:
        raise Conflict(f"chat {work.chat} was changed meanwhile")
    rows = [replace(each, id=number) for each, number in zip(work.outgoing, ids, strict=True)]
    return tuple(row for row in rows if row.message.due is None) if owner is not None else ()


def simple(results: Sequence[tuple[Outgoing, Outcome]]) -> bool:
    """Whether all of it is over: sent, or refused for good."""
    return all(isinstance(outcome, Sent | Rejected) for _, outcome in results)


def finish(connection: Connection, results: Sequence[tuple[Outgoing, Outcome]], now: datetime) -> None:
    """Writes down that messages are delivered."""
    del now
    pairs = [
        (row.chat, row.source, outcome.message)
        for row, outcome in results
        if isinstance(outcome, Sent) and outcome.message is not None and row.source is not None
    ]
    chats, sources, messages = map(list, zip(*pairs, strict=True)) if pairs else ([], [], [])
    ids = [row.id for row, _ in results]
    connection.execute(FINISH, {"ids": ids, "chats": chats, "sources": sources, "messages": messages})
