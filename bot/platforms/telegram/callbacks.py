"""Presses of inline buttons: what was pressed, where, and on which message. The data may be old or forged."""

from datetime import datetime

from bot.events import Pressed
from bot.platforms.telegram.api import Json
from bot.platforms.telegram.dropped import Dropped
from bot.service.ports import Inbound


def pressed(number: int, query: Json, now: datetime) -> Inbound | Dropped:
    """The press as an event; one that belongs to no chat of ours is dropped, but still to be answered."""
    message = query.get("message")
    if not message or message["chat"]["type"] not in {"private", "group", "supergroup"}:
        return Dropped("press-elsewhere", update=number, callback=query["id"])
    reachable = message.get("date", 0) != 0  # Telegram's mark of a message that the bot cannot change any more
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    event = Pressed(
        at=now,
        language_code=query["from"].get("language_code"),
        group=message["chat"]["type"] != "private",
        action=query.get("data") or "-",
    )
    return Inbound(
        update=number,
        chat=message["chat"]["id"],
        event=event,
        anchor=message["message_id"] if reachable else None,
        thread=thread,
        callback=query["id"],
    )
