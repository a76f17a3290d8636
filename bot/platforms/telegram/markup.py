"""Spans and keyboards as Telegram takes them: text with message entities, never markup that could fail to parse.

Offsets and lengths of entities count UTF-16 code units, as Telegram does.
"""

from typing import assert_never

from bot.messages import Button, Copy, Keyboard, Open, Press, Private, Span, Style, Text, plain
from bot.platforms.telegram.api import Json

CAPTION_LIMIT = 1024  # code points: what Telegram takes under a document


def utf16(text: str) -> int:
    """The length of `text` in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def formatted(text: Text) -> tuple[str, list[Json]]:
    """The words of `text` and the entities that give them their looks."""
    entities: list[Json] = []
    offset = 0
    for span in text:
        length = utf16(span.text)
        kind = _entity(span)
        if kind and length:
            entities.append({**kind, "offset": offset, "length": length})
        offset += length
    return plain(text), entities


def _entity(span: Span) -> Json | None:
    match span.style:
        case Style.PLAIN:
            return None
        case Style.BOLD:
            return {"type": "bold"}
        case Style.ITALIC:
            return {"type": "italic"}
        case Style.CODE:
            return {"type": "code"}
        case Style.BLOCK:
            return {"type": "pre"}
        case Style.LINK:
            return {"type": "text_link", "url": span.url} if span.url else None
        case _:
            assert_never(span.style)


def inline_keyboard(keyboard: Keyboard, username: str) -> Json | None:
    """The `reply_markup` of a message; None if it has no buttons."""
    rows = [[_button(button, username) for button in row] for row in keyboard if row]
    return {"inline_keyboard": rows} if rows else None


def _button(button: Button, username: str) -> Json:
    match button:
        case Press(label=label, action=action):
            return {"text": label, "callback_data": action}
        case Open(label=label, url=url):
            return {"text": label, "url": url}
        case Copy(label=label, text=text):
            return {"text": label, "copy_text": {"text": text}}
        case Private(label=label, payload=payload):
            return {"text": label, "url": deep_link(username, payload)}
        case _:
            assert_never(button)


def deep_link(username: str, payload: str) -> str:
    """The address that opens the private chat with the bot at `payload`."""
    return f"https://t.me/{username}?start={payload}"
