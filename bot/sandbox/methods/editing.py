"""The methods that change or remove what stands in a chat already."""

from bot.sandbox.errors import NOT_MODIFIED, bad_request, forbidden, not_emulated
from bot.sandbox.keyboards import only_inline
from bot.sandbox.methods.common import Handler, find_chat, find_message
from bot.sandbox.model import Chat, ChatKind, Json, Standing
from bot.sandbox.texts import MAX_CAPTION, formatted
from bot.sandbox.world import World

DELETABLE_FOR = 48 * 3600
REACTIONS = frozenset(["❤", "👍", "👎", "🔥", "🥰", "👏", "😁", "🤔", "🤯", "😱", "🤬", "😢", "🎉", "🤩", "🤮", "💩", "🙏", "👌", "🕊", "🤡", "🥱", "🥴", "😍", "🐳", "❤\u200d🔥", "🌚", "🌭", "💯", "🤣", "⚡", "🍌", "🏆", "💔", "🤨", "😐", "🍓", "🍾", "💋", "🖕", "😈", "😴", "😭", "🤓", "👻", "👨\u200d💻", "👀", "🎃", "🙈", "😇", "😨", "🤝", "✍", "🤗", "🫡", "🎅", "🎄", "☃", "💅", "🤪", "🗿", "🆒", "💘", "🙉", "🦄", "😘", "💊", "🙊", "😎", "👾", "🤷\u200d♂", "🤷", "🤷\u200d♀", "😡"])  # fmt: skip  # noqa: E501


def edit_message_text(world: World, p: Json) -> Json | bool:
    """editMessageText."""
    if p.get("rich_message"):
        raise not_emulated("rich messages")
    if "text" not in p:
        raise bad_request("message text is empty")
    text, entities = formatted(p["text"], p.get("parse_mode"), p.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    chat, old = _target(world, p)
    if "text" not in old:
        raise bad_request("there is no text in the message to edit")
    new = {key: value for key, value in old.items() if key not in ("entities", "reply_markup", "link_preview_options")}
    new["text"] = text
    if entities:
        new["entities"] = entities
    if p.get("link_preview_options"):
        new["link_preview_options"] = p["link_preview_options"]
    return _replaced(world, chat, old, new, p)


def edit_message_caption(world: World, p: Json) -> Json | bool:
    """editMessageCaption."""
    text, entities = formatted(p.get("caption", ""), p.get("parse_mode"), p.get("caption_entities"), limit=MAX_CAPTION)
    chat, old = _target(world, p)
    if not any(key in old for key in ("photo", "document", "voice")):
        raise bad_request("there is no caption in the message to edit")
    new = {key: value for key, value in old.items() if key not in ("caption", "caption_entities", "reply_markup")}
    if text:
        new["caption"] = text
    if entities:
        new["caption_entities"] = entities
    return _replaced(world, chat, old, new, p)


def edit_message_reply_markup(world: World, p: Json) -> Json | bool:
    """editMessageReplyMarkup."""
    chat, old = _target(world, p)
    new = {key: value for key, value in old.items() if key != "reply_markup"}
    return _replaced(world, chat, old, new, p)


def _target(world: World, p: Json) -> tuple[Chat, Json]:
    """The message to edit: by chat and number, or by the id of an inline message."""
    if "inline_message_id" in p:
        chat_id, message_id = world.inline_messages.get(p["inline_message_id"], (0, 0))
        if chat_id not in world.chats or message_id not in world.chats[chat_id].messages:
            raise bad_request("MESSAGE_ID_INVALID")
        return world.chats[chat_id], world.chats[chat_id].messages[message_id]
    if "chat_id" not in p:
        raise bad_request("chat_id is empty")
    if "message_id" not in p:
        raise bad_request("message identifier is not specified")
    chat = find_chat(world, p["chat_id"])
    message = find_message(chat, p["message_id"], "message to edit")
    if message["from"]["id"] != world.bot.id or "via_bot" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _replaced(world: World, chat: Chat, old: Json, new: Json, p: Json) -> Json | bool:
    markup = only_inline(p.get("reply_markup"))
    if markup:
        new["reply_markup"] = markup
    compared = ("text", "entities", "caption", "caption_entities", "reply_markup")
    if all(old.get(key) == new.get(key) for key in compared):
        raise bad_request(NOT_MODIFIED)
    if p.keys() - {"chat_id", "message_id", "inline_message_id", "reply_markup"}:
        new["edit_date"] = int(world.now())  # Telegram leaves the date alone when only the buttons change
    world.replace(chat, new)
    return True if "inline_message_id" in p else new


def delete_message(world: World, p: Json) -> bool:
    """deleteMessage."""
    chat = find_chat(world, p["chat_id"], write=False)
    message = find_message(chat, p["message_id"], "message to delete")
    _check_deletable(world, chat, message)
    world.delete(chat, p["message_id"])
    return True


def delete_messages(world: World, p: Json) -> bool:
    """deleteMessages: those that cannot be deleted are skipped."""
    chat = find_chat(world, p["chat_id"], write=False)
    if not p["message_ids"]:
        raise bad_request("message identifiers are not specified")
    if len(p["message_ids"]) > 100:
        raise bad_request("too many message identifiers specified")
    for message_id in p["message_ids"]:
        message = chat.messages.get(message_id)
        if message is not None:
            _check_deletable(world, chat, message)
            world.delete(chat, message_id)
    return True


def _check_deletable(world: World, chat: Chat, message: Json) -> None:
    own = message["from"]["id"] == world.bot.id
    if not own and chat.kind is not ChatKind.PRIVATE and chat.standing is not Standing.ADMINISTRATOR:
        raise bad_request("message can't be deleted")
    if world.now() - message["date"] > DELETABLE_FOR and chat.standing is not Standing.ADMINISTRATOR:
        raise bad_request("message can't be deleted for everyone")


def set_message_reaction(world: World, p: Json) -> bool:
    """setMessageReaction."""
    chat = find_chat(world, p["chat_id"])
    message = find_message(chat, p["message_id"], "message to react")
    reactions = p.get("reaction", [])
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    for reaction in reactions:
        if reaction["type"] != "emoji":
            raise not_emulated("custom and paid reactions")
        if reaction["emoji"].removesuffix("\ufe0f") not in REACTIONS:
            raise bad_request("REACTION_INVALID")
    if chat.standing is Standing.KICKED:
        raise forbidden("bot was blocked by the user")
    world.events.add("reaction", chat=chat.id, message_id=message["message_id"], by=world.bot.id, reaction=reactions)
    return True


HANDLERS: dict[str, Handler] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "setMessageReaction": set_message_reaction,
}
