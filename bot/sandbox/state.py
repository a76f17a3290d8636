"""The world as the page and the client see it: one picture to start from, which events then bring up to date."""

from bot.sandbox.model import Chat, Json
from bot.sandbox.world import World


def snapshot(world: World) -> Json:
    """Everything but the messages."""
    languages = {person.language or "" for person in world.people.values()} | {""}
    return {
        "bot": {**world.bot.me(), "privacy": world.bot.privacy},
        "profile": {language: world.profile.wire(language) for language in sorted(languages)},
        "people": [person.user() for person in world.people.values()],
        "chats": [chat_state(world, chat) for chat in world.chats.values()],
        "listening": world.listening,
        "last": world.events.last,
    }


def chat_state(world: World, chat: Chat) -> Json:
    """One chat: who is in it, what the bot is there, what stands in everybody's menu."""
    return {
        "chat": chat.wire(),
        "standing": chat.standing.value,
        "members": list(chat.members),
        "topics": [{"id": topic.id, "name": topic.name, "closed": topic.closed} for topic in chat.topics.values()],
        "commands": {str(person.id): world.profile.commands_for(chat, person) for person in chat.members.values()},
        "keyboard": chat.keyboard,
        "migrated_to": chat.migrated_to,
    }
