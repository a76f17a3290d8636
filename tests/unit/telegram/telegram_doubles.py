"""Hand-written doubles for tests of the Telegram platform: an Api with scripted answers, a conversation that listens."""

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import Any

from bot.i18n.words import Words
from bot.knowledge.model import Language
from bot.messages import Document
from bot.platforms.telegram.api import Answer, Done, NotSent
from bot.service.ports import Inbound, MovedChat, Outcome, Outgoing, Sent

Catalogs = Mapping[Language, Words]


class ScriptedApi:
    """Answers each method with what was scripted for it, in order; then with a plain yes."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.documents: list[Document] = []
        self.offsets: list[int] = []
        self.batches: deque[Answer] = deque()
        self._script: dict[str, deque[Answer]] = {}

    def will(self, method: str, *answers: Answer) -> None:
        """The next calls of `method` are answered so."""
        self._script.setdefault(method, deque()).extend(answers)

    async def call(self, method: str, fields: Mapping[str, Any], document: Document | None = None) -> Answer:
        self.calls.append((method, dict(fields)))
        if document is not None:
            self.documents.append(document)
        script = self._script.get(method)
        return script.popleft() if script else Done({"message_id": 1000 + len(self.calls)})

    async def updates(self, offset: int, wait: int) -> Answer:
        """The next scripted batch; when there is none, waits like Telegram until cancelled."""
        self.offsets.append(offset)
        if self.batches:
            return self.batches.popleft()
        if wait == 0:
            return Done([])
        await asyncio.Event().wait()
        return NotSent("never")

    def methods(self) -> list[str]:
        """The names of what was called."""
        return [method for method, _ in self.calls]


class Listener:
    """A conversation that notes what arrives; `trouble` is raised instead while there is any."""

    def __init__(self) -> None:
        self.heard: list[Inbound | MovedChat] = []
        self.trouble: deque[Exception | None] = deque()
        self.enough = asyncio.Event()
        self.wanted = 0

    async def handle(self, arrival: Inbound | MovedChat) -> None:
        if self.trouble and (error := self.trouble.popleft()):
            raise error
        self.heard.append(arrival)
        if len(self.heard) >= self.wanted:
            self.enough.set()


class QuietSender:
    """A sender that notes the presses it answered."""

    def __init__(self) -> None:
        self.answered: list[str] = []

    async def send(self, outgoing: Outgoing) -> Outcome:
        return Sent(outgoing.id)

    async def acknowledge(self, callback: str) -> None:
        self.answered.append(callback)

    async def show_commands(self, chat: int, language: str) -> None: ...


def message(text: str | None = "hola", **changes: Any) -> dict[str, Any]:
    """A message as the Bot API writes it; `chat` may be "private" or "supergroup"."""
    kind = changes.pop("chat", "private")
    chat = {"id": 2**40 if kind == "private" else -(10**12) - 5, "type": kind}
    given = {
        "message_id": 7,
        "date": 1_790_000_000,
        "chat": chat,
        "from": {"id": 2**40, "is_bot": False, "first_name": "Ana", "language_code": "es"},
    }
    if text is not None:
        given["text"] = text
    return {**given, **changes}


def update(number: int = 1, **fields: Any) -> dict[str, Any]:
    """An update; without a field, a message from a private chat."""
    return {"update_id": number, **(fields or {"message": message()})}
