"""Texts with entities, as Telegram takes them: trimmed, measured, checked, and with the entities it finds by itself.

Offsets and lengths of entities count UTF-16 code units; the limits of 4096 and 1024 count code points.
"""

import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.model import Json
from bot.sandbox.parsemodes import parse

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_RAW_BYTES = 32_768
MAX_ENTITIES = 100
GIVEN_TYPES = frozenset({
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold", "italic", "underline",
    "strikethrough", "spoiler", "blockquote", "expandable_blockquote", "code", "pre", "text_link", "text_mention",
    "custom_emoji", "date_time",
})  # fmt: skip
FOUND_BY_TELEGRAM = frozenset({"mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"})
NEEDS = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id", "date_time": "unix_time"}
EXTRA = ("url", "user", "language", "custom_emoji_id", "unix_time", "date_time_format")
FIND = re.compile(
    r"(?P<url>https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]])"
    r"|(?P<email>(?<![\w.@/])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@]))"
    r"|(?P<mention>(?<![\w@/])@[A-Za-z][A-Za-z0-9_]{2,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<site>(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|eu|es|de|fr|it|ie|io|info|me)(?:/[^\s<>\"']*[^\s<>\"'.,;:!?)\]])?(?![\w@-]))",
)


def utf16(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def formatted(
    text: str, parse_mode: str | None, entities: Sequence[Json] | None, *, limit: int = MAX_TEXT
) -> tuple[str, list[Json]]:
    """The text and entities as they end up in the message; raises Telegram's error when they do not fit."""
    if len(text.encode()) > MAX_RAW_BYTES:
        raise bad_request("Text is too long")
    if parse_mode and not entities:
        text, given = parse(text, parse_mode)
    else:
        given = [_given(text, entity) for entity in entities or ()][:MAX_ENTITIES]
    text, given = _trim(text.replace("\r", "").replace("\0", ""), given)
    if len(text) > limit:
        raise bad_request("message is too long" if limit == MAX_TEXT else "message caption is too long")
    return text, _in_order(_with_found(text, given))


def found(text: str) -> list[Json]:
    """The entities Telegram finds by itself in what a person writes."""
    return _in_order(_with_found(text, []))


def _given(text: str, entity: Json) -> Json:
    kind = entity["type"]
    if kind not in GIVEN_TYPES:
        raise bad_request("can't parse MessageEntity: Unsupported type specified")
    needed = NEEDS.get(kind)
    if needed is not None and needed not in entity:
        raise bad_request(f"can't parse MessageEntity: Can't find field \"{needed}\"")
    offset, length = entity["offset"], entity["length"]
    if offset < 0 or offset > 1_000_000:
        raise bad_request("receive an entity with incorrect offset")
    if length < 0 or length > 1_000_000:
        raise bad_request("receive an entity with incorrect length")
    _check_bounds(text, offset, length)
    return {key: value for key, value in entity.items() if key in ("type", "offset", "length") or key in EXTRA}


def _check_bounds(text: str, offset: int, length: int) -> None:
    total = utf16(text)
    if offset + length > total:
        raise bad_request(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {total}"
        )
    if total == len(text):
        return
    units = text.encode("utf-16-le")
    if _is_low_surrogate(units, offset):
        raise bad_request(f"entity begins in a middle of a UTF-16 symbol at byte offset {offset}")
    if _is_low_surrogate(units, offset + length):
        where = f"entity beginning at UTF-16 offset {offset}"
        raise bad_request(f"{where} ends in a middle of a UTF-16 symbol at byte offset {offset + length}")


def _is_low_surrogate(units: bytes, offset: int) -> bool:
    return offset * 2 + 1 < len(units) and 0xDC <= units[offset * 2 + 1] <= 0xDF


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Cuts blank space at both ends, as Telegram does, and moves the entities with it."""
    start = len(text) - len(text.lstrip())
    trimmed = text.strip()
    if len(trimmed) == len(text):
        return text, [entity for entity in entities if entity["length"] > 0]
    cut, end = utf16(text[:start]), utf16(trimmed)
    kept = []
    for entity in entities:
        begin = max(0, entity["offset"] - cut)
        stop = min(end, entity["offset"] + entity["length"] - cut)
        if stop > begin:
            kept.append({**entity, "offset": begin, "length": stop - begin})
    return trimmed, kept


def _with_found(text: str, given: list[Json]) -> list[Json]:
    kept = [entity for entity in given if entity["type"] not in FOUND_BY_TELEGRAM]
    if not any(mark in text for mark in "/@#."):
        return kept
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in kept
        if entity["type"] in ("code", "pre", "text_link", "text_mention")
    ]
    for match in FIND.finditer(text):
        offset = utf16(text[: match.start()])
        length = utf16(match.group())
        if any(offset < stop and offset + length > start for start, stop in closed):
            continue
        kind = match.lastgroup or "url"
        kept.append({"type": "url" if kind == "site" else kind, "offset": offset, "length": length})
    return kept


def _in_order(entities: list[Json]) -> list[Json]:
    def key(entity: Json) -> tuple[Any, ...]:
        return entity["offset"], -entity["length"], entity["type"]

    return sorted(entities, key=key) if len(entities) > 1 else entities
