"""JSON as it arrives and leaves: text that could not be sent on as UTF-8 is refused at the door."""

import json
from typing import Any

from bot.sandbox.errors import bad_request

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def loads(text: str | bytes) -> Any:
    """The value; ValueError when it is none, ApiError when it holds half a surrogate pair."""
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    escapes = b"\\u" in text if isinstance(text, bytes) else "\\u" in text
    if escapes:
        try:
            _encode(value).encode()
        except UnicodeEncodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error
    return value


def dumps(value: object) -> bytes:
    """Compact UTF-8."""
    return _encode(value).encode()
