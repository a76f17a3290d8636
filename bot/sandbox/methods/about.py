"""The methods by which the bot tells about itself: commands, names, descriptions, menu button, wanted rights."""

import re
from collections.abc import MutableMapping

from bot.sandbox.errors import bad_request, not_emulated
from bot.sandbox.methods.common import Handler, find_chat
from bot.sandbox.model import ChatKind, Json
from bot.sandbox.profile import DEFAULT
from bot.sandbox.world import World

MAX_COMMANDS = 100
MAX_DESCRIPTION = 256
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"[a-z]{2}")
SCOPES_WITH_CHAT = ("chat", "chat_administrators", "chat_member")


def get_me(world: World, _: Json) -> Json:
    """getMe."""
    return world.bot.me()


def set_my_commands(world: World, p: Json) -> bool:
    """setMyCommands."""
    commands = [_command(given) for given in p["commands"]]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    if len({command["command"] for command in commands}) < len(commands):
        raise bad_request("BOT_COMMAND_INVALID")
    world.profile.commands[_place(world, p)] = commands
    world.events.add("profile")
    return True


def _command(given: Json) -> Json:
    name = given["command"].removeprefix("/")
    if not name:
        raise bad_request("command name must be non-empty")
    if COMMAND.fullmatch(name) is None:
        raise bad_request("BOT_COMMAND_INVALID")
    description = given["description"].strip()
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _place(world: World, p: Json) -> tuple[str, str]:
    """The key of a command list: the scope with its chat and person, and the language."""
    scope = p.get("scope") or {"type": DEFAULT}
    kind: str = scope["type"]
    if kind in SCOPES_WITH_CHAT:
        chat = find_chat(world, scope["chat_id"], write=False)
        if kind != "chat" and chat.kind is ChatKind.PRIVATE:
            raise bad_request("can't change commands in private chats for this scope")
        kind = f"{kind}:{chat.id}"
        if "user_id" in scope:
            kind = f"{kind}:{scope['user_id']}"
    return kind, _language(p)


def _language(p: Json) -> str:
    code: str = p.get("language_code", "")
    if code and LANGUAGE.fullmatch(code) is None:
        raise bad_request("LANG_CODE_INVALID")
    return code


def get_my_commands(world: World, p: Json) -> list[Json]:
    """getMyCommands: exactly this scope and language, without falling back."""
    return world.profile.commands.get(_place(world, p), [])


def delete_my_commands(world: World, p: Json) -> bool:
    """deleteMyCommands."""
    world.profile.commands.pop(_place(world, p), None)
    world.events.add("profile")
    return True


def _set(world: World, texts: MutableMapping[str, str], p: Json, value: str, limit: int, error: str) -> bool:
    if len(value) > limit:
        raise bad_request(error)
    code = _language(p)
    if value:
        texts[code] = value
    else:
        texts.pop(code, None)
    world.events.add("profile")
    return True


def set_my_name(world: World, p: Json) -> bool:
    """setMyName."""
    done = _set(world, world.profile.names, p, p.get("name", ""), 64, "USERPIC_NAME_TOO_LONG")
    world.bot.first_name = world.profile.names.get("", world.bot.first_name)
    return done


def set_my_description(world: World, p: Json) -> bool:
    """setMyDescription."""
    return _set(world, world.profile.descriptions, p, p.get("description", ""), 512, "BOT_DESCRIPTION_TOO_LONG")


def set_my_short_description(world: World, p: Json) -> bool:
    """setMyShortDescription."""
    texts = world.profile.short_descriptions
    return _set(world, texts, p, p.get("short_description", ""), 120, "BOT_SHORT_DESCRIPTION_TOO_LONG")


def get_my_name(world: World, p: Json) -> Json:
    """getMyName: falls back to the name for everybody."""
    names = world.profile.names
    return {"name": names.get(_language(p)) or names.get("", world.bot.first_name)}


def get_my_description(world: World, p: Json) -> Json:
    """getMyDescription."""
    texts = world.profile.descriptions
    return {"description": texts.get(_language(p)) or texts.get("", "")}


def get_my_short_description(world: World, p: Json) -> Json:
    """getMyShortDescription."""
    texts = world.profile.short_descriptions
    return {"short_description": texts.get(_language(p)) or texts.get("", "")}


def set_chat_menu_button(world: World, p: Json) -> bool:
    """setChatMenuButton."""
    button = p.get("menu_button", {"type": DEFAULT})
    if button["type"] == "web_app":
        raise not_emulated("web apps")
    world.profile.menu_buttons[p.get("chat_id", 0)] = button
    return True


def get_chat_menu_button(world: World, p: Json) -> Json:
    """getChatMenuButton."""
    buttons = world.profile.menu_buttons
    return buttons.get(p.get("chat_id", 0), {"type": "commands"})


def set_rights(world: World, p: Json) -> bool:
    """setMyDefaultAdministratorRights."""
    world.profile.rights[p.get("for_channels", False)] = p.get("rights", {})
    return True


def get_rights(world: World, p: Json) -> Json:
    """getMyDefaultAdministratorRights."""
    return world.profile.rights.get(p.get("for_channels", False), {})


HANDLERS: dict[str, Handler] = {
    "getMe": get_me,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_my_name,
    "getMyName": get_my_name,
    "setMyDescription": set_my_description,
    "getMyDescription": get_my_description,
    "setMyShortDescription": set_my_short_description,
    "getMyShortDescription": get_my_short_description,
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
    "setMyDefaultAdministratorRights": set_rights,
    "getMyDefaultAdministratorRights": get_rights,
}
