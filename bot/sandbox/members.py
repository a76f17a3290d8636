"""Who is what in a chat, and the updates and service messages that tell of a change."""

from bot.sandbox.model import Chat, ChatKind, Json, Person, Standing
from bot.sandbox.world import World

RIGHTS = {
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": False,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
    "can_pin_messages": True,
    "can_manage_topics": True,
}


def member(world: World, chat: Chat, person: Person | None) -> Json:
    """A ChatMember: of a person, or (None) of the bot."""
    if person is None:
        return _bot_as(world, chat.standing)
    owner = next(iter(chat.members), None)
    if person.id == owner and chat.kind is not ChatKind.PRIVATE:
        return {"status": "creator", "user": person.user(), "is_anonymous": False}
    return {"status": "member", "user": person.user()}


def _bot_as(world: World, standing: Standing) -> Json:
    user = world.bot.user()
    match standing:
        case Standing.STRANGER | Standing.LEFT:
            return {"status": "left", "user": user}
        case Standing.KICKED:
            return {"status": "kicked", "user": user, "until_date": 0}
        case Standing.ADMINISTRATOR:
            return {"status": "administrator", "user": user, **RIGHTS}
        case Standing.MEMBER:
            return {"status": "member", "user": user}


def change_standing(world: World, chat: Chat, new: Standing, by: Person | None) -> None:
    """The bot's place in a chat changes: my_chat_member."""
    old = chat.standing
    chat.standing = new
    world.events.add("standing", chat=chat.id, standing=new.value)
    actor = by.user() if by is not None else world.bot.user()
    world.updates.push(
        "my_chat_member",
        {
            "chat": chat.wire(),
            "from": actor,
            "date": int(world.now()),
            "old_chat_member": _bot_as(world, old),
            "new_chat_member": _bot_as(world, new),
        },
        chat.lane,
    )


def service_message(world: World, chat: Chat, by: Json, content: Json, *, to_bot: bool = True) -> Json:
    """A message that tells of something that happened in the chat; the bot hears of it when it is there."""
    message: Json = {
        "message_id": world.new_message_id(chat),
        "from": by,
        "chat": chat.wire(),
        "date": int(world.now()),
        **content,
    }
    world.put(chat, message)
    if to_bot and chat.has_bot:
        world.updates.push("message", message, chat.lane)
    return message


def bot_leaves(world: World, chat: Chat) -> None:
    """The bot goes by itself."""
    service_message(world, chat, world.bot.user(), {"left_chat_member": world.bot.user()}, to_bot=False)
    change_standing(world, chat, Standing.LEFT, None)
