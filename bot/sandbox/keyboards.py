"""What Telegram demands of reply markups beyond their types: texts, data sizes, one action for each button."""

import re

from bot.sandbox.errors import bad_request, not_emulated
from bot.sandbox.model import Json

ACTIONS = (
    "url", "callback_data", "copy_text", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
)  # fmt: skip
OTHER_ACTIONS = ("web_app", "login_url", "callback_game", "pay", "request_users", "request_chat", "request_poll")
URL = re.compile(r"(?:(?:https?|tg|ton)://\S+|(?:mailto|tel):\S+|[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)", re.IGNORECASE)
MAX_DATA_BYTES = 64
MAX_COPY = 256
MAX_BUTTONS = 100
STYLES = ("danger", "success", "primary")


def inline_keyboard(markup: Json | None) -> Json | None:
    """The checked inline keyboard that stays with the message, or None for other markups and empty ones."""
    if not markup or "inline_keyboard" not in markup:
        return None
    rows = [[_inline_button(button) for button in row] for row in markup["inline_keyboard"] if row]
    if sum(len(row) for row in rows) > MAX_BUTTONS:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return {"inline_keyboard": rows} if rows else None


def only_inline(markup: Json | None) -> Json | None:
    """For edits: another markup than an inline keyboard is refused."""
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return inline_keyboard(markup)


def reply_keyboard(markup: Json | None) -> Json | None:
    """The keyboard, its removal or the forced reply, which people see but which is no part of the message."""
    if not markup or "inline_keyboard" in markup:
        return None
    for row in markup.get("keyboard", ()):
        for button in row:
            if not button["text"].strip():
                raise bad_request("can't parse keyboard button: text can't be empty")
            _refuse_others(button)
    return markup


def _inline_button(button: Json) -> Json:
    wrong = "can't parse inline keyboard button: "
    if not button["text"].strip():
        raise bad_request(f"{wrong}Text must be non-empty")
    if button.get("style") not in (None, *STYLES):
        raise bad_request(f"{wrong}Unsupported style specified")
    _refuse_others(button)
    actions = [name for name in ACTIONS if name in button and button[name] != ""]
    if "switch_inline_query" in button or "switch_inline_query_current_chat" in button:
        actions = [name for name in ACTIONS if name in button]  # an empty query is a query
    if not actions:
        raise bad_request(f"{wrong}Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request(f"{wrong}exactly one action is allowed (Telegram would keep only {actions[0]})")
    if len(button.get("callback_data", "").encode()) > MAX_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button and not 1 <= len(button["copy_text"]["text"]) <= MAX_COPY:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if "url" in button and URL.fullmatch(button["url"]) is None:
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return button


def _refuse_others(button: Json) -> None:
    for name in OTHER_ACTIONS:
        if button.get(name):
            raise not_emulated(f"buttons with {name}")
