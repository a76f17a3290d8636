"""What people do: start, write, send, edit, react, block. Each act becomes what the bot would get from Telegram."""

import re
from dataclasses import dataclass

from bot.sandbox.errors import ControlError
from bot.sandbox.files import StoredFile
from bot.sandbox.members import change_standing
from bot.sandbox.methods.common import stub
from bot.sandbox.model import Chat, ChatKind, Json, Person, Standing, words
from bot.sandbox.texts import MAX_TEXT, found
from bot.sandbox.world import World

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
COMMAND = re.compile(r"/[A-Za-z0-9_]+(?:@(?P<bot>[A-Za-z0-9_]+))?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where in a chat: its topic and the message replied to."""

    chat: Chat
    topic: int | None = None
    reply_to: int | None = None


def start(world: World, person: Person, payload: str = "") -> Json:
    """Presses START, or follows a deep link."""
    if payload and PAYLOAD.fullmatch(payload) is None:
        raise ControlError("A start payload has 1 to 64 characters of A-Z a-z 0-9 _ -.")
    return say(world, person, Place(chat=world.chats[person.id]), f"/start {payload}".strip())


def say(world: World, person: Person, place: Place, text: str) -> Json:
    """Writes a text. Like the apps, one too long for a message is refused here."""
    text = text.strip()
    if not 1 <= len(text) <= MAX_TEXT:
        raise ControlError(f"A message has 1 to {MAX_TEXT} characters; this one has {len(text)}.")
    entities = found(text)
    return post(world, person, place, {"text": text, **({"entities": entities} if entities else {})})


def post(world: World, person: Person, place: Place, content: Json) -> Json:
    """Puts a person's message into a chat and, where the bot hears it, queues the update."""
    chat = place.chat
    _check_may_write(person, chat)
    if chat.standing is Standing.STRANGER and chat.kind is ChatKind.PRIVATE:
        chat.standing = Standing.MEMBER  # no my_chat_member: Telegram sends that for blocks and unblocks only
        world.events.add("standing", chat=chat.id, standing=chat.standing.value)
    message: Json = {
        "message_id": world.new_message_id(chat),
        "from": person.user(),
        "chat": chat.wire(),
        "date": int(world.now()),
        **_where(chat, place),
        **content,
    }
    world.put(chat, message)
    if hears(world, chat, message):
        world.updates.push("message", message, chat.lane)
    return message


def _check_may_write(person: Person, chat: Chat) -> None:
    if person.id not in chat.members:
        raise ControlError(f"{person.first_name} is not in this chat; add them to the group first.")
    if chat.migrated_to is not None:
        raise ControlError(f"This group became the supergroup {chat.migrated_to}; write there.")
    if chat.kind is ChatKind.PRIVATE and chat.standing is Standing.KICKED:
        raise ControlError(f"{person.first_name} has blocked the bot; unblock it first.")


def _where(chat: Chat, place: Place) -> Json:
    where: Json = {}
    if place.topic is not None:
        topic = chat.topics.get(place.topic)
        if topic is None or topic.closed:
            raise ControlError("There is no such open topic in this chat.")
        where = {"message_thread_id": topic.id, "is_topic_message": True}
        if topic.id in chat.messages:  # what stands in a topic answers its first message, says Telegram
            where["reply_to_message"] = stub(chat.messages[topic.id])
    if place.reply_to is not None:
        replied = chat.messages.get(place.reply_to)
        if replied is None:
            raise ControlError("The message to reply to is not there.")
        where["reply_to_message"] = stub(replied)
    return where


def hears(world: World, chat: Chat, message: Json) -> bool:
    """Whether the bot gets this message: privacy mode hides most of what is said in groups."""
    if not chat.has_bot:
        return False
    if chat.kind is ChatKind.PRIVATE or chat.standing is Standing.ADMINISTRATOR or not world.bot.privacy:
        return True
    if message.get("via_bot", {}).get("id") == world.bot.id:
        return True
    command = COMMAND.match(words(message))
    if command is not None:
        return command["bot"] is None or command["bot"].lower() == world.bot.username.lower()
    replied = message.get("reply_to_message", {})
    return replied.get("from", {}).get("id") == world.bot.id and "forum_topic_created" not in replied


def send_file(world: World, person: Person, place: Place, kind: str, stored: StoredFile, extra: Json) -> Json:
    """Sends a photo, voice message, sticker or document; `extra` has its caption, emoji or duration."""
    base = stored.wire()
    caption = str(extra.get("caption", ""))
    content: Json = {}
    match kind:
        case "photo":
            content["photo"] = [{**base, "width": 800, "height": 600}]
        case "voice":
            content["voice"] = {**base, "duration": int(extra.get("duration", 3)), "mime_type": stored.mime}
        case "document":
            content["document"] = {**base, "file_name": stored.name, "mime_type": stored.mime}
        case "sticker":
            content["sticker"] = {
                **base,
                "width": 512,
                "height": 512,
                "emoji": str(extra.get("emoji", "👍")),
                "is_animated": False,
                "is_video": False,
                "type": "regular",
            }
        case _:
            raise ControlError("A person can send a photo, voice, document or sticker.")
    if caption and kind != "sticker":
        content["caption"] = caption
        if entities := found(caption):
            content["caption_entities"] = entities
    return post(world, person, place, content)


def edit(world: World, person: Person, chat: Chat, message_id: int, text: str) -> Json:
    """Changes a text that was sent already: edited_message."""
    old = chat.messages.get(message_id)
    if old is None or old["from"]["id"] != person.id or "text" not in old:
        raise ControlError("Only one's own text messages can be edited.")
    new = {key: value for key, value in old.items() if key != "entities"}
    new["text"] = text
    if entities := found(text):
        new["entities"] = entities
    new["edit_date"] = int(world.now())
    world.replace(chat, new)
    if hears(world, chat, new):
        world.updates.push("edited_message", new, chat.lane)
    return new


def react(world: World, person: Person, chat: Chat, message_id: int, emoji: str) -> None:
    """Reacts to a message; the bot hears of it if it asked for message_reaction."""
    if message_id not in chat.messages:
        raise ControlError("The message is not there.")
    new = [{"type": "emoji", "emoji": emoji}] if emoji else []
    world.events.add("reaction", chat=chat.id, message_id=message_id, by=person.id, reaction=new)
    if chat.kind is ChatKind.PRIVATE or chat.standing is Standing.ADMINISTRATOR:
        payload = {
            "chat": chat.wire(),
            "message_id": message_id,
            "user": person.user(),
            "date": int(world.now()),
            "old_reaction": [],
            "new_reaction": new,
        }
        world.updates.push("message_reaction", payload, chat.lane)


def block(world: World, person: Person) -> None:
    """Stops the bot: my_chat_member, and every send is refused from now on."""
    chat = world.chats[person.id]
    if chat.standing is not Standing.KICKED:
        change_standing(world, chat, Standing.KICKED, person)


def unblock(world: World, person: Person) -> None:
    """Lets the bot write again."""
    chat = world.chats[person.id]
    if chat.standing is Standing.KICKED:
        change_standing(world, chat, Standing.MEMBER, person)
