"""The methods that ask about chats, their members and topics, and the one that leaves."""

from bot.sandbox.errors import bad_request
from bot.sandbox.members import bot_leaves, member
from bot.sandbox.methods.common import Handler, bot_message, find_chat
from bot.sandbox.model import Chat, ChatKind, Json, Standing, Topic
from bot.sandbox.world import World

ICON_COLOR = 7_322_096


def get_chat(world: World, p: Json) -> Json:
    """getChat."""
    chat = find_chat(world, p["chat_id"], write=False)
    full: Json = {
        **chat.wire(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.owner is not None and chat.owner.username:
        full["active_usernames"] = [chat.owner.username]
    if chat.kind is not ChatKind.PRIVATE:
        full["permissions"] = {"can_send_messages": True}
    return full


def get_chat_member(world: World, p: Json) -> Json:
    """getChatMember."""
    chat = find_chat(world, p["chat_id"], write=False)
    if p["user_id"] == world.bot.id:
        return member(world, chat, None)
    person = chat.members.get(p["user_id"])
    if person is not None:
        return member(world, chat, person)
    known = world.people.get(p["user_id"])
    if known is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return {"status": "left", "user": known.user()}


def get_chat_member_count(world: World, p: Json) -> int:
    """getChatMemberCount."""
    chat = find_chat(world, p["chat_id"], write=False)
    return len(chat.members) + chat.has_bot


def get_chat_administrators(world: World, p: Json) -> list[Json]:
    """getChatAdministrators."""
    chat = find_chat(world, p["chat_id"], write=False)
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    first = next(iter(chat.members.values()), None)
    return [member(world, chat, first)] if first else []


def leave_chat(world: World, p: Json) -> bool:
    """leaveChat."""
    chat = find_chat(world, p["chat_id"])
    if chat.kind is ChatKind.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    bot_leaves(world, chat)
    return True


def get_file(world: World, p: Json) -> Json:
    """getFile: the path to fetch the bytes from."""
    stored = world.files.get(p["file_id"])
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return {**stored.wire(), "file_path": f"files/{stored.id}"}


def _forum(world: World, p: Json) -> Chat:
    chat = find_chat(world, p["chat_id"])
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    if chat.standing is not Standing.ADMINISTRATOR:
        raise bad_request("not enough rights to create a topic")
    return chat


def _topic(chat: Chat, p: Json) -> Topic:
    topic = chat.topics.get(p["message_thread_id"])
    if topic is None:
        raise bad_request("TOPIC_ID_INVALID")
    return topic


def create_forum_topic(world: World, p: Json) -> Json:
    """createForumTopic."""
    chat = _forum(world, p)
    service = bot_message(world, chat, {})
    service["message_id"] = world.new_message_id(chat)
    topic = Topic(id=service["message_id"], name=p["name"])
    created = {"name": topic.name, "icon_color": p.get("icon_color", ICON_COLOR)}
    service |= {"message_thread_id": topic.id, "is_topic_message": True, "forum_topic_created": created}
    chat.topics[topic.id] = topic
    world.put(chat, service)
    return {"message_thread_id": topic.id, **created}


def edit_forum_topic(world: World, p: Json) -> bool:
    """editForumTopic."""
    topic = _topic(_forum(world, p), p)
    topic.name = p.get("name", topic.name)
    return True


def close_forum_topic(world: World, p: Json) -> bool:
    """closeForumTopic."""
    topic = _topic(_forum(world, p), p)
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = True
    return True


def reopen_forum_topic(world: World, p: Json) -> bool:
    """reopenForumTopic."""
    topic = _topic(_forum(world, p), p)
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    topic.closed = False
    return True


def delete_forum_topic(world: World, p: Json) -> bool:
    """deleteForumTopic, with its messages."""
    chat = _forum(world, p)
    topic = _topic(chat, p)
    del chat.topics[topic.id]
    inside = [message for message in chat.messages.values() if message.get("message_thread_id") == topic.id]
    for message in inside:
        world.delete(chat, message["message_id"])
    return True


HANDLERS: dict[str, Handler] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "leaveChat": leave_chat,
    "getFile": get_file,
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
}
