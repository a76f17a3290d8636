"""Groups as people run them: founding, adding and removing the bot, topics, and becoming a supergroup."""

from collections.abc import Sequence

from bot.sandbox.errors import ControlError
from bot.sandbox.members import change_standing, service_message
from bot.sandbox.methods.common import stub
from bot.sandbox.model import Chat, ChatKind, Json, Person, Standing, Topic
from bot.sandbox.world import World

ICON_COLOR = 7_322_096


def found_group(
    world: World,
    title: str,
    people: Sequence[Person],
    *,
    supergroup: bool = False,
    forum: bool = False,
    with_bot: bool = True,
) -> Chat:
    """A new group of these people; the first owns it and adds the bot."""
    if not people or not title.strip():
        raise ControlError("A group needs a title and at least one person.")
    kind = ChatKind.SUPERGROUP if supergroup or forum else ChatKind.GROUP
    chat = Chat(id=world.new_group_id(kind), kind=kind, title=title, is_forum=forum)
    chat.members = {person.id: person for person in people}
    world.add_chat(chat)
    world.events.add("group", chat=chat.wire())
    created = {"group_chat_created": True} if kind is ChatKind.GROUP else {"supergroup_chat_created": True}
    service_message(world, chat, people[0].user(), created)
    if with_bot:
        add_bot(world, chat, people[0])
    return chat


def add_bot(world: World, chat: Chat, by: Person) -> None:
    """Somebody adds the bot: my_chat_member, then the service message."""
    if not world.bot.can_join_groups:
        raise ControlError("This bot may not join groups.")
    if chat.has_bot:
        raise ControlError("The bot is in the group already.")
    change_standing(world, chat, Standing.MEMBER, by)
    bot = world.bot.user()
    added = {"new_chat_participant": bot, "new_chat_member": bot, "new_chat_members": [bot]}
    service_message(world, chat, by.user(), added)


def remove_bot(world: World, chat: Chat, by: Person) -> None:
    """Somebody removes the bot: it is told last, and can do nothing there any more."""
    if not chat.has_bot:
        raise ControlError("The bot is not in the group.")
    change_standing(world, chat, Standing.KICKED, by)
    service_message(world, chat, by.user(), {"left_chat_member": world.bot.user()}, to_bot=False)


def promote_bot(world: World, chat: Chat, by: Person) -> None:
    """Makes the bot an administrator; it then hears everything."""
    change_standing(world, chat, Standing.ADMINISTRATOR, by)


def add_person(world: World, chat: Chat, person: Person, by: Person) -> None:
    """Somebody new joins."""
    chat.members[person.id] = person
    service_message(world, chat, by.user(), {"new_chat_members": [person.user()]})


def open_topic(world: World, chat: Chat, name: str, by: Person) -> Topic:
    """A new topic in a forum."""
    if not chat.is_forum:
        raise ControlError("Only a forum has topics; make the group with forum=True.")
    created = {"forum_topic_created": {"name": name, "icon_color": ICON_COLOR}, "is_topic_message": True}
    thread = chat.last_message + 1  # the topic's id is the number of the message that opens it
    service_message(world, chat, by.user(), {**created, "message_thread_id": thread})
    chat.topics[thread] = Topic(id=thread, name=name)
    return chat.topics[thread]


def close_topic(world: World, chat: Chat, topic_id: int, by: Person) -> None:
    """Nobody but administrators can write there any more."""
    topic = chat.topics.get(topic_id)
    if topic is None:
        raise ControlError("There is no such topic.")
    topic.closed = True
    content: Json = {"forum_topic_closed": {}, "message_thread_id": topic.id, "is_topic_message": True}
    service_message(world, chat, by.user(), content)


def migrate(world: World, chat: Chat, by: Person) -> Chat:
    """A group becomes a supergroup with another id; both chats tell of it."""
    if chat.kind is not ChatKind.GROUP or chat.migrated_to is not None:
        raise ControlError("Only a group that has not migrated yet can become a supergroup.")
    new = Chat(
        id=world.new_group_id(ChatKind.SUPERGROUP),
        kind=ChatKind.SUPERGROUP,
        title=chat.title,
        members=dict(chat.members),
        standing=chat.standing,
    )
    world.add_chat(new)
    world.events.add("group", chat=new.wire())
    service_message(world, chat, by.user(), {"migrate_to_chat_id": new.id})
    chat.migrated_to = new.id
    service_message(world, new, by.user(), {"migrate_from_chat_id": chat.id})
    return new


def pin(world: World, chat: Chat, message_id: int, by: Person) -> None:
    """Somebody pins a message."""
    message = chat.messages.get(message_id)
    if message is None:
        raise ControlError("The message is not there.")
    chat.pinned.append(message_id)
    service_message(world, chat, by.user(), {"pinned_message": stub(message)})
