"""Outbound words: spans, buttons and documents, without any platform's markup.

Limits are checked here, where values are made: whatever can be constructed can be sent to Telegram.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

TEXT_LIMIT = 4096  # code points, after parsing: what Telegram takes in one message
LABEL_LIMIT = 64  # code points: longer labels are cut off on every phone
ACTION_LIMIT = 64  # bytes of UTF-8: Telegram's callback data
COPY_LIMIT = 256  # code points: Telegram's copy button


class Style(StrEnum):
    """How a span looks."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    BLOCK = "block"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `url` only for links."""

    text: str
    style: Style = Style.PLAIN
    url: str | None = None


Text = tuple[Span, ...]


def plain(text: Text) -> str:
    """The words of `text` alone."""
    return "".join(span.text for span in text)


def words(text: str, style: Style = Style.PLAIN) -> Text:
    """`text` as a single span; nothing at all if it is empty."""
    return (Span(text, style),) if text else ()


def paragraphs(*texts: Text) -> Text:
    """The texts that are not empty, with a blank line between them."""
    joined: list[Span] = []
    for text in texts:
        if not text:
            continue
        if joined:
            joined.append(Span("\n\n"))
        joined.extend(text)
    return tuple(joined)


def _checked_label(label: str) -> None:
    if not 1 <= len(label) <= LABEL_LIMIT:
        raise ValueError(f"a button's label has 1 to {LABEL_LIMIT} characters, not {len(label)}: {label!r}")


@dataclass(frozen=True, slots=True)
class Press:
    """A button that tells the bot `action`."""

    label: str
    action: str

    def __post_init__(self) -> None:
        _checked_label(self.label)
        if not 1 <= len(self.action.encode()) <= ACTION_LIMIT:
            raise ValueError(f"a button's action has 1 to {ACTION_LIMIT} bytes: {self.action!r}")


@dataclass(frozen=True, slots=True)
class Open:
    """A button that opens `url`."""

    label: str
    url: str

    def __post_init__(self) -> None:
        _checked_label(self.label)
        if not self.url.startswith(("https://", "http://", "tg://")):
            raise ValueError(f"a link button needs a web address: {self.url!r}")


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that copies `text` on the person's device."""

    label: str
    text: str

    def __post_init__(self) -> None:
        _checked_label(self.label)
        if not 1 <= len(self.text) <= COPY_LIMIT:
            raise ValueError(f"a copy button takes 1 to {COPY_LIMIT} characters, not {len(self.text)}")


@dataclass(frozen=True, slots=True)
class Private:
    """A button that opens a private chat with the bot, at `payload` (a deep link: 1 to 64 of A-Z a-z 0-9 _ -)."""

    label: str
    payload: str

    def __post_init__(self) -> None:
        _checked_label(self.label)
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", self.payload):
            raise ValueError(f"a deep link's payload has 1 to 64 letters, digits, _ or -: {self.payload!r}")


Button = Press | Open | Copy | Private
Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A text file to send: `name` with its ending, `content` as text (sent as UTF-8)."""

    name: str
    content: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message to a person.

    `replace` asks the platform to change the message whose button was pressed, where there is one, instead of
    sending another. `due` holds the message back until then (a reminder).
    """

    text: Text
    keyboard: Keyboard = ()
    document: Document | None = None
    replace: bool = False
    due: datetime | None = None

    def __post_init__(self) -> None:
        length = sum(len(span.text) for span in self.text)
        if length == 0 or not plain(self.text).strip():
            raise ValueError("a message needs words")
        if length > TEXT_LIMIT:
            raise ValueError(f"a message has at most {TEXT_LIMIT} characters, not {length}")

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All buttons, row by row."""
        return tuple(button for row in self.keyboard for button in row)
