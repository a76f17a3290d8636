"""The methods that put something new into a chat."""

from mimetypes import guess_type
from typing import Any

from bot.sandbox.checks import Upload
from bot.sandbox.errors import bad_request, not_emulated
from bot.sandbox.files import StoredFile
from bot.sandbox.keyboards import inline_keyboard, reply_keyboard
from bot.sandbox.methods.common import Handler, bot_message, find_chat, find_message, stub
from bot.sandbox.model import Chat, ChatKind, Json
from bot.sandbox.texts import MAX_CAPTION, formatted
from bot.sandbox.world import World

ACTIONS = frozenset({
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "record_audio",
    "upload_audio", "upload_document", "choose_sticker", "find_location", "pick_up_location", "record_video_note",
    "upload_video_note", "cancel",
})  # fmt: skip
MAX_PHOTO = 10 * 1024 * 1024
MAX_UPLOAD = 50 * 1024 * 1024


def send_message(world: World, p: Json) -> Json:
    """sendMessage."""
    text, entities = formatted(p["text"], p.get("parse_mode"), p.get("entities"))
    if not text:
        raise bad_request("message text is empty")
    content: Json = {"text": text}
    if entities:
        content["entities"] = entities
    if p.get("link_preview_options"):
        content["link_preview_options"] = p["link_preview_options"]
    return _send(world, p, content)


def send_photo(world: World, p: Json) -> Json:
    """sendPhoto."""
    stored = _stored(world, p["photo"], "photo.jpg", MAX_PHOTO)
    photo = [{**stored.wire(), "width": 800, "height": 600}]
    return _send(world, p, {"photo": photo, **_caption(p)})


def send_document(world: World, p: Json) -> Json:
    """sendDocument."""
    stored = _stored(world, p["document"], "file", MAX_UPLOAD)
    document = {"file_name": stored.name, "mime_type": stored.mime, **stored.wire()}
    return _send(world, p, {"document": document, **_caption(p)})


def send_voice(world: World, p: Json) -> Json:
    """sendVoice."""
    stored = _stored(world, p["voice"], "voice.ogg", MAX_UPLOAD)
    voice = {"duration": p.get("duration", 0), "mime_type": stored.mime, **stored.wire()}
    return _send(world, p, {"voice": voice, **_caption(p)})


def send_sticker(world: World, p: Json) -> Json:
    """sendSticker."""
    stored = _stored(world, p["sticker"], "sticker.webp", MAX_PHOTO)
    sticker = {
        "width": 512,
        "height": 512,
        "emoji": p.get("emoji", "🙂"),
        "is_animated": False,
        "is_video": False,
        "type": "regular",
        **stored.wire(),
    }
    return _send(world, p, {"sticker": sticker})


def send_chat_action(world: World, p: Json) -> bool:
    """sendChatAction: shown until the next message, or for five seconds."""
    chat = find_chat(world, p["chat_id"])
    if p["action"] not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.add("action", chat=chat.id, action=p["action"])
    return True


def forward_message(world: World, p: Json) -> Json:
    """forwardMessage."""
    source = find_message(find_chat(world, p["from_chat_id"], write=False), p["message_id"], "message to forward")
    if source.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    content = _content(source)
    content["forward_origin"] = {"type": "user", "sender_user": source["from"], "date": source["date"]}
    return _send(world, p, content)


def copy_message(world: World, p: Json) -> Json:
    """copyMessage."""
    source = find_message(find_chat(world, p["from_chat_id"], write=False), p["message_id"], "message to copy")
    content = _content(source)
    if not content:
        raise bad_request("message can't be copied")
    if "caption" in p:
        content = {**content, **_caption(p)}
    return {"message_id": _send(world, p, content)["message_id"]}


def _content(message: Json) -> Json:
    kept = ("text", "entities", "caption", "caption_entities", "photo", "document", "voice", "sticker")
    return {key: message[key] for key in kept if key in message}


def _send(world: World, p: Json, content: Json) -> Json:
    """Checks the place, then delivers: nothing is stored when anything is wrong."""
    chat = find_chat(world, p["chat_id"])
    if p.get("suggested_post_parameters") or p.get("allow_paid_broadcast"):
        raise not_emulated("paid and suggested posts")
    message = bot_message(world, chat, p)
    message.update(content)
    markup = inline_keyboard(p.get("reply_markup"))
    keyboard = reply_keyboard(p.get("reply_markup"))
    if markup:
        message["reply_markup"] = markup
    message["message_id"] = world.new_message_id(chat)
    world.put(chat, message)
    if keyboard is not None:
        _show_keyboard(world, chat, keyboard)
    return message


def _show_keyboard(world: World, chat: Chat, keyboard: Json) -> None:
    chat.keyboard = None if keyboard.get("remove_keyboard") else keyboard
    world.events.add("keyboard", chat=chat.id, keyboard=chat.keyboard)


def _caption(p: Json) -> Json:
    text, entities = formatted(p.get("caption", ""), p.get("parse_mode"), p.get("caption_entities"), limit=MAX_CAPTION)
    if not text:
        return {}
    return {"caption": text, "caption_entities": entities} if entities else {"caption": text}


def _stored(world: World, given: Any, default_name: str, limit: int) -> StoredFile:
    if isinstance(given, Upload):
        if not given.data:
            raise bad_request("file must be non-empty")
        if len(given.data) > limit:
            raise bad_request("file is too big")
        name = given.name or default_name
        return world.files.add(name, guess_type(name)[0] or given.mime, given.data)
    if str(given).startswith(("http://", "https://")):
        raise not_emulated("files by URL: it reaches no network")
    stored = world.files.get(str(given))
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def pin_chat_message(world: World, p: Json) -> bool:
    """pinChatMessage; in groups only for administrators."""
    chat = _pinnable(world, p)
    message = find_message(chat, p["message_id"], "message to pin")
    chat.pinned.append(message["message_id"])
    service = bot_message(world, chat, {})
    service["message_id"] = world.new_message_id(chat)
    service["pinned_message"] = stub(message)
    world.put(chat, service)
    return True


def unpin_chat_message(world: World, p: Json) -> bool:
    """unpinChatMessage: the named one, or the latest."""
    chat = _pinnable(world, p)
    target = p.get("message_id", chat.pinned[-1] if chat.pinned else None)
    if target not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(target)
    return True


def unpin_all_chat_messages(world: World, p: Json) -> bool:
    """unpinAllChatMessages."""
    _pinnable(world, p).pinned.clear()
    return True


def _pinnable(world: World, p: Json) -> Chat:
    chat = find_chat(world, p["chat_id"])
    if chat.kind is not ChatKind.PRIVATE and chat.standing.value != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


HANDLERS: dict[str, Handler] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendVoice": send_voice,
    "sendSticker": send_sticker,
    "sendChatAction": send_chat_action,
    "forwardMessage": forward_message,
    "copyMessage": copy_message,
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
