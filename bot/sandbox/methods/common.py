"""What the methods share: finding chats and messages as the bot may, and building the bot's messages."""

from collections.abc import Awaitable, Callable

from bot.sandbox.errors import CHAT_NOT_FOUND, UPGRADED, bad_request, forbidden
from bot.sandbox.model import Chat, ChatKind, Json, Standing, words
from bot.sandbox.world import World

Handler = Callable[[World, Json], object | Awaitable[object]]


class Answer:
    """A result with the description that Telegram puts beside a few of them."""

    __slots__ = ("description", "result")

    def __init__(self, result: object, description: str) -> None:
        self.result = result
        self.description = description


def find_chat(world: World, chat_id: int | str, *, write: bool = True) -> Chat:
    """The chat, if the bot may see it and, for `write`, act in it."""
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad_request(CHAT_NOT_FOUND)
    if chat.kind is ChatKind.PRIVATE:
        _check_private(world, chat, write=write)
    else:
        _check_group(chat, write=write)
    return chat


def _check_private(world: World, chat: Chat, *, write: bool) -> None:
    if chat.standing is Standing.STRANGER:
        if write and _met_in_a_group(world, chat.id):
            raise forbidden("bot can't initiate conversation with a user")
        raise bad_request(CHAT_NOT_FOUND)
    if chat.standing is Standing.KICKED and write:
        raise forbidden("bot was blocked by the user")


def _check_group(chat: Chat, *, write: bool) -> None:
    if chat.standing is Standing.STRANGER:
        raise bad_request(CHAT_NOT_FOUND)
    if chat.migrated_to is not None and write:
        raise bad_request(UPGRADED, migrate_to_chat_id=chat.migrated_to)
    if not write and chat.kind is ChatKind.GROUP:
        return
    if chat.standing is Standing.KICKED:
        raise forbidden(f"bot was kicked from the {_kind(chat)} chat")
    if chat.standing is Standing.LEFT:
        raise forbidden(f"bot is not a member of the {_kind(chat)} chat")


def _kind(chat: Chat) -> str:
    return "supergroup" if chat.kind is ChatKind.SUPERGROUP else "group"


def _met_in_a_group(world: World, person_id: int) -> bool:
    return any(
        chat.kind is not ChatKind.PRIVATE and person_id in chat.members and chat.has_bot
        for chat in world.chats.values()
    )


def find_message(chat: Chat, message_id: int, what: str) -> Json:
    """A message the bot can reach; `what` is Telegram's word for it in the refusal."""
    message = chat.messages.get(message_id)
    if message is None or message_id in chat.forgotten:
        raise bad_request(f"{what} not found")
    return message


def stub(message: Json) -> Json:
    """A message as it is shown inside another: without what it replied to itself."""
    return {key: value for key, value in message.items() if key not in ("reply_to_message", "pinned_message")}


def bot_message(world: World, chat: Chat, p: Json) -> Json:
    """A new message of the bot, so far without content; checks the thread and the reply."""
    message: Json = {
        "message_id": 0,
        "from": world.bot.user(),
        "chat": chat.wire(),
        "date": int(world.now()),
    }
    thread = p.get("message_thread_id")
    if thread is not None:
        _check_thread(chat, thread)
        message["message_thread_id"] = thread
        message["is_topic_message"] = True
    reply = p.get("reply_parameters")
    if reply is not None:
        replied = _replied(world, chat, reply)
        if replied is not None:
            message["reply_to_message"] = stub(replied)
    if p.get("protect_content"):
        message["has_protected_content"] = True
    return message


def _check_thread(chat: Chat, thread: int) -> None:
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request("message thread not found")
    if topic.closed and chat.standing is not Standing.ADMINISTRATOR:
        raise bad_request("TOPIC_CLOSED")


def _replied(world: World, chat: Chat, reply: Json) -> Json | None:
    where = find_chat(world, reply["chat_id"], write=False) if "chat_id" in reply else chat
    message = where.messages.get(reply["message_id"])
    if message is None and not reply.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    if message is not None and reply.get("quote", "") not in words(message):
        raise bad_request("QUOTE_TEXT_INVALID")
    return message
