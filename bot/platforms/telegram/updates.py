"""An update of the Bot API, as plain JSON, turned into what a person did; or dropped, with the reason.

Total: whatever Telegram sends, today or in its next version, is read or dropped, never raised on. Nothing that is not
addressed to the bot leaves this module.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.events import Attached, Commanded, Event, Left, Medium, Returned, Wrote
from bot.platforms.telegram.api import Json, Me
from bot.platforms.telegram.callbacks import pressed
from bot.platforms.telegram.dropped import Dropped
from bot.platforms.telegram.profile import COMMANDS
from bot.service.ports import Inbound, MovedChat

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?", re.DOTALL)
MEDIA = {
    "voice": Medium.VOICE,
    "audio": Medium.VOICE,
    "photo": Medium.PHOTO,
    "video": Medium.VIDEO,
    "video_note": Medium.VIDEO,
    "animation": Medium.VIDEO,
    "sticker": Medium.STICKER,
    "document": Medium.DOCUMENT,
    "location": Medium.LOCATION,
    "venue": Medium.LOCATION,
    **dict.fromkeys(
        ("contact", "poll", "dice", "story", "paid_media", "checklist", "game", "live_photo", "rich_message"),
        Medium.OTHER,
    ),
}
ASKS = frozenset({"ask", "pregunta"})
SPEAKS_FOR_A_CHAT = frozenset({1087968824, 136817688})  # Telegram's stand-ins for anonymous admins and for channels
THERE = frozenset({"member", "administrator", "creator"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Searched:
    """Somebody typed `@bot query` in any chat."""

    update: int
    query: str
    text: str
    language_code: str | None


Read = Inbound | MovedChat | Searched | Dropped


def read(update: Any, me: Me, now: datetime) -> Read:
    """What `update` tells, received at `now`."""
    match update:
        case {"update_id": int(number), **fields}:
            try:
                return _read(number, fields, me, now)
            except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
                return Dropped("unreadable", update=number)
        case _:
            return Dropped("unreadable")


def _read(number: int, update: Any, me: Me, now: datetime) -> Read:
    match update:
        case {"message": message}:
            return _message(number, message, me, now, edited=False)
        case {"edited_message": message}:
            return _message(number, message, me, now, edited=True)
        case {"callback_query": query}:
            return pressed(number, query, now)
        case {"inline_query": query}:
            code = query["from"].get("language_code")
            return Searched(update=number, query=query["id"], text=query.get("query", ""), language_code=code)
        case {"my_chat_member": change}:
            return _standing(number, change, now)
        case _:
            return Dropped("kind", update=number)


def _message(number: int, message: Json, me: Me, now: datetime, *, edited: bool) -> Read:
    chat = message["chat"]
    if "migrate_to_chat_id" in message:
        return MovedChat(update=number, old=chat["id"], new=message["migrate_to_chat_id"])
    if "migrate_from_chat_id" in message:
        return MovedChat(update=number, old=message["migrate_from_chat_id"], new=chat["id"])
    reason = _not_for_us(message, me)
    if reason:
        return Dropped(reason, update=number)
    event = _event(message, me, now, edited=edited)
    if isinstance(event, str):
        return Dropped(event, update=number)
    return Inbound(update=number, chat=chat["id"], event=event, source=message["message_id"], thread=thread_of(message))


def _not_for_us(message: Json, me: Me) -> str | None:
    author = message.get("from", {})
    if message["chat"]["type"] not in {"private", "group", "supergroup"}:
        return "channel"
    if message.get("is_automatic_forward") or (author.get("is_bot") and author.get("id") not in SPEAKS_FOR_A_CHAT):
        return "bot"
    if message.get("via_bot", {}).get("id") == me.id:
        return "own-inline-answer"
    return None


def _event(message: Json, me: Me, now: datetime, *, edited: bool) -> Event | str:
    group = message["chat"]["type"] != "private"
    author = message.get("from", {})
    common: dict[str, Any] = {
        "at": _when(message, now),
        "language_code": author.get("language_code"),
        "group": group,
    }
    text = message.get("text") or message.get("caption") or ""
    command = COMMAND.fullmatch(text) if text.startswith("/") else None
    if command:
        name, addressed, argument = command.group(1).lower(), command.group(2), command.group(3) or ""
        if addressed and addressed.lower() != me.username.lower():
            return "for-another-bot"
        if group and not addressed and name not in COMMANDS and not _replies(message, me):
            return "for-another-bot"
        if edited:
            asked = name in ASKS and argument.strip()
            return Wrote(**common, text=argument.strip(), edited=True) if asked else "edited-command"
        return Commanded(**common, name=name, argument=argument.strip())
    said, mentioned = _without_mention(message, text, me)
    if group and not mentioned and not _replies(message, me):
        return "not-addressed"
    if said.strip():
        return Wrote(**common, text=said.strip(), edited=edited)
    if mentioned and not edited and not any(key in message for key in MEDIA):
        return Commanded(**common, name="ask")
    medium = next((medium for key, medium in MEDIA.items() if key in message), None)
    if medium is None or edited:
        return "service"
    return Attached(**common, medium=medium)


def _when(message: Json, now: datetime) -> datetime:
    """When it was written: what waited for the bot is older than `now`."""
    written = message.get("edit_date") or message.get("date")
    return datetime.fromtimestamp(written, UTC) if isinstance(written, int) and written > 0 else now


def _replies(message: Json, me: Me) -> bool:
    """Whether the message answers one of ours."""
    answered = message.get("reply_to_message", {})
    return bool(answered.get("from", {}).get("id") == me.id)


def _without_mention(message: Json, text: str, me: Me) -> tuple[str, bool]:
    """The text without our name in it, and whether it was there."""
    ours = re.compile(rf"(?<![\w@])@{re.escape(me.username)}(?!\w)[,:]?", re.IGNORECASE)
    said, times = ours.subn(" ", text) if me.username else (text, 0)
    entities = [*message.get("entities", ()), *message.get("caption_entities", ())]
    named = any(each.get("type") == "text_mention" and each.get("user", {}).get("id") == me.id for each in entities)
    return (re.sub(r"[ \t]{2,}", " ", said) if times else said), bool(times) or named


def _standing(number: int, change: Json, now: datetime) -> Read:
    """The bot was let in or put out."""
    chat = change["chat"]
    if chat["type"] not in {"private", "group", "supergroup"}:
        return Dropped("channel", update=number)
    old, new = _is_there(change["old_chat_member"]), _is_there(change["new_chat_member"])
    if old == new:
        return Dropped("standing", update=number)
    code = change.get("from", {}).get("language_code")
    kind = Returned if new else Left
    return Inbound(
        update=number, chat=chat["id"], event=kind(at=now, language_code=code, group=chat["type"] != "private")
    )


def _is_there(member: Json) -> bool:
    if member["status"] == "restricted":
        return bool(member.get("is_member", True))
    return member["status"] in THERE


def thread_of(message: Json) -> int | None:
    """The forum topic of a message. A reply's thread in an ordinary group has the same field and is none."""
    return message.get("message_thread_id") if message.get("is_topic_message") else None
