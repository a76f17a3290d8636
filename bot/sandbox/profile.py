"""What the bot tells about itself: commands, names, descriptions and the menu button, for each language and scope."""

from dataclasses import dataclass, field

from bot.sandbox.model import Chat, ChatKind, Json, Person

DEFAULT = "default"


@dataclass(kw_only=True, slots=True)
class Profile:
    """Texts by language ("" is for everybody else), commands by scope and language."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)
    rights: dict[bool, Json] = field(default_factory=dict)

    def commands_for(self, chat: Chat, person: Person | None) -> list[Json]:
        """The menu that this person sees in this chat: the narrowest scope that has commands, own language first."""
        language = (person.language or "")[:2] if person else ""
        for scope in _scopes(chat, person):
            for code in (language, "") if language else ("",):
                commands = self.commands.get((scope, code))
                if commands:
                    return commands
        return []

    def wire(self, language: str | None) -> Json:
        """What somebody with a phone in this language reads about the bot."""
        code = (language or "")[:2]
        return {
            key: texts.get(code) or texts.get("", "")
            for key, texts in (
                ("name", self.names),
                ("description", self.descriptions),
                ("short_description", self.short_descriptions),
            )
        }


def _scopes(chat: Chat, person: Person | None) -> list[str]:
    if chat.kind is ChatKind.PRIVATE:
        return [f"chat:{chat.id}", "all_private_chats", DEFAULT]
    leads = person is not None and person.id == next(iter(chat.members), None)
    here, everywhere = [f"chat:{chat.id}"], ["all_group_chats"]
    if leads:  # the owner is an administrator
        here.insert(0, f"chat_administrators:{chat.id}")
        everywhere.insert(0, "all_chat_administrators")
    if person is not None:
        here.insert(0, f"chat_member:{chat.id}:{person.id}")
    return [*here, *everywhere, DEFAULT]
