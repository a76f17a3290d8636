"""Our own messages as JSON and back, for the outbox. Reading is exact: what cannot be read is a fault of ours."""

import json
from typing import Any, assert_never

from bot.messages import Button, Copy, Document, Message, Open, Press, Private, Span, Style


def dump(message: Message) -> str:
    """Compact JSON; the due time is the row's own."""
    data: dict[str, Any] = {"text": [_span(span) for span in message.text]}
    if message.keyboard:
        data["keyboard"] = [[_button(button) for button in row] for row in message.keyboard]
    if message.document:
        data["document"] = [message.document.name, message.document.content]
    if message.replace:
        data["replace"] = True
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def load(text: str) -> Message:
    """The message that `dump` wrote."""
    data = json.loads(text)
    document = data.get("document")
    return Message(
        text=tuple(Span(each[0], Style(each[1]) if len(each) > 1 else Style.PLAIN, *each[2:]) for each in data["text"]),
        keyboard=tuple(tuple(_read_button(each) for each in row) for row in data.get("keyboard", ())),
        document=Document(name=document[0], content=document[1]) if document else None,
        replace=data.get("replace", False),
    )


def _span(span: Span) -> list[str]:
    if span.url is not None:
        return [span.text, span.style, span.url]
    return [span.text] if span.style is Style.PLAIN else [span.text, span.style]


def _button(button: Button) -> list[str]:
    match button:
        case Press(label=label, action=value):
            return ["press", label, value]
        case Open(label=label, url=value):
            return ["open", label, value]
        case Copy(label=label, text=value):
            return ["copy", label, value]
        case Private(label=label, payload=value):
            return ["private", label, value]
        case _:
            assert_never(button)


_KINDS: dict[str, type[Press] | type[Open] | type[Copy] | type[Private]] = {
    "press": Press,
    "open": Open,
    "copy": Copy,
    "private": Private,
}


def _read_button(data: list[str]) -> Button:
    kind, label, value = data
    return _KINDS[kind](label, value)
