"""Turns the raw parameters of a request into checked values, or raises what Telegram would answer.

Two rules go beyond Telegram on purpose: a parameter that a method does not have, and a value of the wrong type,
are refused, where Telegram would shrug. A bot that passes here asks for exactly what it means.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.sandbox.description import PLAIN, Description, Field, Fields, Kind
from bot.sandbox.errors import ApiError, bad_request, not_emulated
from bot.sandbox.jsontext import loads

MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "voice": "there is no voice in the request",
    "sticker": "there is no sticker in the request",
    "file_id": "file_id not specified",
    "user_id": "invalid user_id specified",
    "action": "wrong parameter action in request",
}
UNPARSED = {
    "reply_markup": "can't parse reply keyboard markup JSON object",
    "reply_parameters": "can't parse reply parameters JSON object",
    "scope": "can't parse BotCommandScope JSON object",
    "reaction": "can't parse reaction types JSON object",
}
NOT_AN_OBJECT = {
    "reply_markup": "object expected as reply markup",
    "reply_parameters": "object expected as reply parameters",
}
LABELS = {
    "InlineKeyboardButton": "inline keyboard button",
    "KeyboardButton": "keyboard button",
    "InlineQueryResult": "inline query result",
}
MARKUPS = {
    "inline_keyboard": "InlineKeyboardMarkup",
    "keyboard": "ReplyKeyboardMarkup",
    "remove_keyboard": "ReplyKeyboardRemove",
    "force_reply": "ForceReply",
}
MAY_BE_EMPTY = frozenset({"url"})  # setWebhook with an empty url removes the webhook
REFUSED = frozenset({
    "business_connection_id", "direct_messages_topic_id", "message_effect_id", "video_start_timestamp",
})  # fmt: skip
NUMBER = re.compile(r"-?[0-9]{1,19}")
TRUE = frozenset({"true", "1", "yes", "t", "y"})
FALSE = frozenset({"false", "0", "no", "f", "n"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Upload:
    """A file inside a multipart request."""

    name: str
    mime: str
    data: bytes


class MisfitError(Exception):
    """A value does not fit its field; carries Telegram's words, without the context they stand in."""


def check(
    known: Description, method: str, fields: Fields, raw: Mapping[str, object], uploads: Mapping[str, Upload]
) -> dict[str, Any]:
    """The parameters of `method` as values of their types; absent ones are absent."""
    values: dict[str, Any] = {}
    for name, given in raw.items():
        field = fields.get(name)
        if field is None:
            raise bad_request(f'Method {method} has no parameter "{name}" (the sandbox is strict; Telegram ignores it)')
        if given is None or (given == "" and name not in MAY_BE_EMPTY):
            continue
        if name in REFUSED:
            raise not_emulated(f'the parameter "{name}"')
        values[name] = _parameter(known, field, given, uploads)
    for name, field in fields.items():
        if name in values:
            continue
        if name in uploads and _takes_file(field):
            values[name] = uploads[name]
        elif field.required:
            raise bad_request(MISSING.get(name, f'Parameter "{name}" is required'))
    return values


def _takes_file(field: Field) -> bool:
    return any(kind.name == "file" for kind in field.kinds)


def _parameter(known: Description, field: Field, given: object, uploads: Mapping[str, Upload]) -> object:
    if _takes_file(field):
        return _file(field, given, uploads)
    structured = any(kind.depth or kind.name not in PLAIN for kind in field.kinds)
    if structured and isinstance(given, str):
        try:
            given = loads(given)
        except ValueError as error:
            raise bad_request(UNPARSED.get(field.name, f"Can't parse {field.name} JSON object")) from error
    if structured and not field.kinds[0].depth and not isinstance(given, dict):
        raise bad_request(NOT_AN_OBJECT.get(field.name, f"Object expected as {field.name}"))
    try:
        return _value(known, field, given)
    except MisfitError as error:
        raise bad_request(str(error)) from error


def _file(field: Field, given: object, uploads: Mapping[str, Upload]) -> object:
    if not isinstance(given, str):
        raise bad_request(f'Field "{field.name}" must be of type String')
    if not given.startswith("attach://"):
        return given
    upload = uploads.get(given.removeprefix("attach://"))
    if upload is None:
        raise bad_request(MISSING.get(field.name, f"there is no {field.name} in the request"))
    return upload


def _value(known: Description, field: Field, given: object) -> object:
    kinds = field.kinds
    if len(kinds) == 1:
        return _of_kind(known, field.name, kinds[0], given, kinds[0].depth)
    if kinds[0].name in PLAIN:
        return _number_or_text(field.name, given)
    return _markup(known, given)


def _number_or_text(name: str, given: object) -> int | str:
    if isinstance(given, bool) or not isinstance(given, int | str):
        raise MisfitError(f'Field "{name}" must be of type String')
    text = str(given)
    return int(text) if NUMBER.fullmatch(text) else text


def _markup(known: Description, given: object) -> object:
    """Exactly one of the four reply markups, told apart by the field that only it has."""
    for mark, name in MARKUPS.items():
        if isinstance(given, dict) and mark in given:
            return _object(known, name, given)
    if given == {}:
        return {}
    raise MisfitError("Object expected as reply markup")


def _of_kind(known: Description, name: str, kind: Kind, given: object, depth: int) -> object:
    if depth:
        if not isinstance(given, list):
            of = "an Array of Arrays" if kind.depth > 1 else "of type Array"
            raise MisfitError(f'Field "{name}" must be {of}')
        if depth > 1 or kind.name in PLAIN:
            return [_of_kind(known, name, kind, item, depth - 1) for item in given]
        return [_labelled(known, kind.name, item) for item in given]
    match kind.name:
        case "int":
            return _int(name, given)
        case "float":
            return _float(name, given)
        case "bool":
            return _bool(name, given)
        case "str":
            return _str(name, given)
        case _:
            return _object(known, kind.name, given)


def _labelled(known: Description, name: str, given: object) -> object:
    """An object inside an array: Telegram says which kind of thing could not be parsed."""
    try:
        return _object(known, name, given)
    except MisfitError as error:
        raise MisfitError(f"can't parse {LABELS.get(name, name)}: {error}") from error


def _object(known: Description, name: str, given: object) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise MisfitError(f"{name} must be an Object")
    if name in known.variants:
        name = _variant(known, name, given)
    fields = known.objects.get(name)
    if fields is None:
        raise _unemulated(name)
    values: dict[str, Any] = {}
    for key, item in given.items():
        field = fields.get(key)
        if field is None:
            raise MisfitError(f'{name} has no field "{key}" (the sandbox is strict; Telegram ignores it)')
        if item is not None:
            values[key] = _value(known, field, item)
    for key, field in fields.items():
        if field.required and key not in values:
            raise MisfitError(f'Can\'t find field "{key}"')
    return values


def _variant(known: Description, name: str, given: dict[str, Any]) -> str:
    """The subtype: by its `type` where there is one, else (message contents) the only one emulated."""
    subtypes = known.variants[name]
    if "type" not in known.objects[subtypes[0]]:
        return subtypes[0]
    wanted = given.get("type")
    if wanted is None:
        raise MisfitError('Can\'t find field "type"')
    for subtype in subtypes:
        if subtype.removeprefix(name).lower() == str(wanted).replace("_", ""):
            return subtype
    raise _unemulated(f"{name} of type {wanted}")


def _unemulated(what: str) -> ApiError:
    return not_emulated(what)


def _int(name: str, given: object) -> int:
    if isinstance(given, int) and not isinstance(given, bool):
        return given
    if isinstance(given, str) and NUMBER.fullmatch(given):
        return int(given)
    raise MisfitError(f'Field "{name}" must be a valid Number')


def _float(name: str, given: object) -> float:
    if isinstance(given, int | float | str) and not isinstance(given, bool):
        try:
            return float(given)
        except ValueError:
            pass
    raise MisfitError(f'Field "{name}" must be a valid Number')


def _bool(name: str, given: object) -> bool:
    if isinstance(given, bool):
        return given
    word = str(given).lower()
    if word in TRUE:
        return True
    if word in FALSE:
        return False
    raise MisfitError(f'Field "{name}" must be of type Boolean')


def _str(name: str, given: object) -> str:
    if isinstance(given, str):
        return given
    if isinstance(given, int | float) and not isinstance(given, bool):
        return str(given)
    raise MisfitError(f'Field "{name}" must be of type String')
