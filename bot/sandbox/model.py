"""The people, chats and topics of the sandbox's world, as plain data; what happens to them stands elsewhere."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Json = dict[str, Any]


def words(message: Json) -> str:
    """What a message says: its text or its caption."""
    said: str = message["text"] if "text" in message else message.get("caption", "")
    return said


class ChatKind(StrEnum):
    """The chat types of Telegram that are emulated (channels are not)."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"


class Standing(StrEnum):
    """What the bot is in a chat; the values are Telegram's `status` words, except STRANGER."""

    STRANGER = "stranger"  # a private chat that was never started, or a group it was never in
    MEMBER = "member"
    ADMINISTRATOR = "administrator"
    LEFT = "left"
    KICKED = "kicked"  # in a private chat: blocked


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody with a phone. `language` is what the phone is set to."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language: str | None = None

    def user(self) -> Json:
        """The person as the Bot API's User."""
        user: Json = {"id": self.id, "is_bot": False, "first_name": self.first_name}
        for key, value in (
            ("last_name", self.last_name),
            ("username", self.username),
            ("language_code", self.language),
        ):
            if value is not None:
                user[key] = value
        return user


@dataclass(kw_only=True, slots=True)
class Topic:
    """A thread of a forum; its id is the id of the service message that opened it."""

    id: int
    name: str
    closed: bool = False


@dataclass(kw_only=True, slots=True)
class Chat:
    """A chat and what is in it. Messages are stored as the Bot API shows them, and replaced, never changed in place."""

    id: int
    kind: ChatKind
    title: str
    owner: Person | None = None  # the person, in a private chat
    members: dict[int, Person] = field(default_factory=dict)
    standing: Standing = Standing.STRANGER
    is_forum: bool = False
    topics: dict[int, Topic] = field(default_factory=dict)
    messages: dict[int, Json] = field(default_factory=dict)
    forgotten: set[int] = field(default_factory=set)  # messages too old for the bot to reach
    pinned: list[int] = field(default_factory=list)
    keyboard: Json | None = None  # the reply keyboard that people see
    migrated_to: int | None = None
    last_message: int = 0  # supergroups count their own messages

    @property
    def has_bot(self) -> bool:
        """Whether the bot is in the chat now (in a private chat: started and not blocked)."""
        return self.standing in (Standing.MEMBER, Standing.ADMINISTRATOR)

    @property
    def lane(self) -> str:
        """The webhook lane of the chat's messages."""
        return f"chat:{self.id}"

    def wire(self) -> Json:
        """The chat as the Bot API's Chat."""
        wire: Json = {"id": self.id, "type": self.kind.value}
        if self.owner is not None:
            wire["first_name"] = self.owner.first_name
            if self.owner.last_name is not None:
                wire["last_name"] = self.owner.last_name
            if self.owner.username is not None:
                wire["username"] = self.owner.username
        else:
            wire["title"] = self.title
            if self.is_forum:
                wire["is_forum"] = True
        return wire


@dataclass(kw_only=True, slots=True)
class BotAccount:
    """The bot as its owner has set it up with Telegram: who it is and what it may."""

    id: int
    username: str
    first_name: str
    privacy: bool = True  # in groups it hears only what is meant for it
    can_join_groups: bool = True
    inline: bool = True
    inline_feedback: bool = True  # chosen_inline_result is sent

    def user(self) -> Json:
        """The bot as a User inside messages."""
        return {"id": self.id, "is_bot": True, "first_name": self.first_name, "username": self.username}

    def me(self) -> Json:
        """The answer to getMe."""
        return {
            **self.user(),
            "can_join_groups": self.can_join_groups,
            "can_read_all_group_messages": not self.privacy,
            "supports_inline_queries": self.inline,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
