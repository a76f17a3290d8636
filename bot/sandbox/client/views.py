"""What the client shows of the sandbox: frozen pictures of messages, answers and traffic."""

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
MEDIA = ("photo", "document", "voice", "sticker")


@dataclass(frozen=True, kw_only=True, slots=True)
class Button:
    """A button under a message; exactly one of the last four says what it does."""

    label: str
    data: str | None = None
    url: str | None = None
    copies: str | None = None
    query: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """A message as a person sees it; `raw` is what the Bot API knows of it."""

    id: int
    chat: int
    by_bot: bool
    author: str
    text: str
    buttons: tuple[tuple[Button, ...], ...]
    edited: bool
    media: str | None
    topic: int | None
    reply_to: int | None
    raw: Json

    @property
    def labels(self) -> tuple[str, ...]:
        """All button labels, row by row."""
        return tuple(button.label for row in self.buttons for button in row)

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or caption."""
        key = "entities" if "entities" in self.raw else "caption_entities"
        found: list[Json] = self.raw.get(key, [])
        return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A message without ids and times, so that two runs of one dialogue can be compared."""

    author: str
    text: str
    buttons: tuple[tuple[str, ...], ...] = ()
    media: str | None = None

    def __str__(self) -> str:
        rows = "".join(f"\n  [{'] ['.join(row)}]" for row in self.buttons)
        return f"{self.author}: {f'<{self.media}> ' if self.media else ''}{self.text}{rows}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressed:
    """What a press led to: the bot's answer, or what the button does by itself."""

    button: Button
    text: str = ""
    alert: bool = False
    answered: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """One result of an inline query, to choose or leave."""

    question: str
    id: str
    title: str
    description: str
    text: str
    raw: Json


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One request of the bot with its answer; `method` "webhook" is an update delivered to it."""

    seq: int
    method: str
    params: Json
    status: int
    answer: Any
    ms: float


def button_of(raw: Json) -> Button:
    """A button from the Bot API's InlineKeyboardButton."""
    return Button(
        label=raw["text"],
        data=raw.get("callback_data"),
        url=raw.get("url"),
        copies=raw.get("copy_text", {}).get("text"),
        query=raw.get("switch_inline_query", raw.get("switch_inline_query_current_chat")),
    )


def call_of(raw: Json) -> Call:
    """A call from the control API's traffic."""
    return Call(
        seq=raw["seq"],
        method=raw["method"],
        params=raw["params"],
        status=raw["status"],
        answer=raw["answer"],
        ms=raw["ms"],
    )


def message_of(raw: Json) -> Message:
    """A message from the Bot API's Message."""
    rows = raw.get("reply_markup", {}).get("inline_keyboard", [])
    return Message(
        id=raw["message_id"],
        chat=raw["chat"]["id"],
        by_bot=raw["from"]["is_bot"],
        author=raw["from"]["first_name"],
        text=raw["text"] if "text" in raw else raw.get("caption", ""),
        buttons=tuple(tuple(button_of(button) for button in row) for row in rows),
        edited="edit_date" in raw,
        media=next((kind for kind in MEDIA if kind in raw), None),
        topic=raw.get("message_thread_id"),
        reply_to=raw.get("reply_to_message", {}).get("message_id"),
        raw=raw,
    )


def line_of(message: Message) -> Line:
    """The comparable line of a message; the bot is "bot", whatever its name."""
    return Line(
        author="bot" if message.by_bot else message.author,
        text=message.text,
        buttons=tuple(tuple(button.label for button in row) for row in message.buttons),
        media=message.media,
    )
