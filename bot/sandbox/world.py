"""The world the bot lives in: people, chats, messages and everything that waits for an answer.

All of it is bounded. A message is never changed in place: an edit puts a new dictionary in its stead,
so that whoever holds the old one (an event, an update) keeps what was true then.
"""

import time
from collections import OrderedDict, deque
from dataclasses import dataclass, field
from typing import TypeVar

from bot.sandbox.errors import ControlError
from bot.sandbox.events import EventLog
from bot.sandbox.faults import Faults
from bot.sandbox.files import Files
from bot.sandbox.model import BotAccount, Chat, ChatKind, Json, Person
from bot.sandbox.profile import Profile
from bot.sandbox.traffic import Traffic
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Backoff, Courier

MAX_PEOPLE = 10_000
MAX_MESSAGES = 20_000
MAX_QUESTIONS = 2_000
FIRST_PERSON = 7_000_000_001  # real ids have outgrown 32 bits
FIRST_GROUP = -4_000_000_001
FIRST_SUPERGROUP = -1_002_000_000_001


@dataclass(kw_only=True, slots=True)
class Press:
    """A button press that waits for answerCallbackQuery."""

    id: str
    person: Person
    chat_id: int | None
    at: float
    answer: Json | None = None


@dataclass(kw_only=True, slots=True)
class InlineQuestion:
    """An inline query that waits for answerInlineQuery."""

    id: str
    person: Person
    query: str
    at: float
    answer: Json | None = None


@dataclass(kw_only=True, slots=True)
class World:
    """The state of the sandbox."""

    bot: BotAccount
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    events: EventLog = field(default_factory=EventLog)
    faults: Faults = field(default_factory=Faults)
    files: Files = field(default_factory=Files)
    profile: Profile = field(default_factory=Profile)
    traffic: Traffic = field(default_factory=Traffic)
    presses: OrderedDict[str, Press] = field(default_factory=OrderedDict)
    inline: OrderedDict[str, InlineQuestion] = field(default_factory=OrderedDict)
    inline_messages: OrderedDict[str, tuple[int, int]] = field(default_factory=OrderedDict)
    skew: float = 0.0  # seconds that the clock was put forward
    updates: UpdateQueue = field(init=False)
    courier: Courier = field(init=False)
    backoff: Backoff = field(default_factory=Backoff)
    _order: deque[tuple[int, int]] = field(default_factory=deque)
    _last_message: int = 0
    _last_id: int = 0

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.now)
        self.updates.on_wait = lambda: self.events.add("listening")
        self.traffic.on_add = lambda call: self.events.add("call", call=call.seq)
        self.courier = Courier(updates=self.updates, traffic=self.traffic, now=self.now, backoff=self.backoff)

    def now(self) -> float:
        """The time on Telegram's clock."""
        return time.time() + self.skew

    @property
    def listening(self) -> bool:
        """Whether a bot is there: it polls, or has set a webhook."""
        return self.updates.polled or self.courier.webhook is not None

    def next_id(self) -> int:
        """A number never given before in this world."""
        self._last_id += 1
        return self._last_id

    def add_person(
        self,
        name: str,
        *,
        language: str | None = None,
        username: str | None = None,
        last_name: str | None = None,
        id: int | None = None,  # noqa: A002  Telegram's own name
    ) -> Person:
        """Somebody new, with a private chat that is not started yet."""
        if len(self.people) >= MAX_PEOPLE:
            raise ControlError(f"The sandbox holds {MAX_PEOPLE} people; start a new one.")
        person_id = id if id is not None else FIRST_PERSON + self.next_id()
        if person_id <= 0 or person_id in self.people or not name.strip():
            raise ControlError("A person needs a name and, if any, a positive id that nobody has.")
        person = Person(id=person_id, first_name=name, last_name=last_name, username=username, language=language)
        self.people[person.id] = person
        self.chats[person.id] = Chat(id=person.id, kind=ChatKind.PRIVATE, title=name, owner=person)
        self.chats[person.id].members[person.id] = person
        self.events.add("person", person=person.user())
        return person

    def add_chat(self, chat: Chat) -> Chat:
        """Takes in a new group."""
        if len(self.chats) >= 2 * MAX_PEOPLE:
            raise ControlError("The sandbox holds no more chats; start a new one.")
        self.chats[chat.id] = chat
        return chat

    def new_group_id(self, kind: ChatKind) -> int:
        """An id in the range that Telegram uses for this kind."""
        first = FIRST_SUPERGROUP if kind is ChatKind.SUPERGROUP else FIRST_GROUP
        return first - self.next_id()

    def new_message_id(self, chat: Chat) -> int:
        """Supergroups count for themselves; all other chats of the bot share one count."""
        if chat.kind is ChatKind.SUPERGROUP:
            chat.last_message += 1
            return chat.last_message
        self._last_message += 1
        return self._last_message

    def put(self, chat: Chat, message: Json) -> Json:
        """Adds a message and tells whoever watches."""
        message_id = message["message_id"]
        chat.messages[message_id] = message
        self._order.append((chat.id, message_id))
        if len(self._order) > MAX_MESSAGES:
            chat_id, oldest = self._order.popleft()
            if chat_id in self.chats:
                self.chats[chat_id].messages.pop(oldest, None)
        self.events.add("message", chat=chat.id, message=message)
        return message

    def replace(self, chat: Chat, message: Json) -> Json:
        """Puts an edited message in the place of the old one."""
        chat.messages[message["message_id"]] = message
        self.events.add("edited", chat=chat.id, message=message)
        return message

    def delete(self, chat: Chat, message_id: int) -> None:
        """Takes a message away."""
        chat.messages.pop(message_id, None)
        self.events.add("deleted", chat=chat.id, message_id=message_id)

    def remember_press(self, press: Press) -> Press:
        """Keeps a press until it is answered or made room for newer ones."""
        _bounded(self.presses, press.id, press)
        return press

    def remember_inline(self, question: InlineQuestion) -> InlineQuestion:
        """Keeps an inline query for its answer and the later choice."""
        _bounded(self.inline, question.id, question)
        return question

    def remember_inline_message(self, inline_id: str, chat_id: int, message_id: int) -> None:
        """Keeps where an inline message stands, so that the bot can edit it."""
        _bounded(self.inline_messages, inline_id, (chat_id, message_id))


T = TypeVar("T")


def _bounded(store: OrderedDict[str, T], key: str, value: T) -> None:
    store[key] = value
    if len(store) > MAX_QUESTIONS:
        store.popitem(last=False)
