"""The refusals of the Bot API, in Telegram's own numbers and words: whoever raises one quotes, and does not invent."""

from collections.abc import Mapping


class ApiError(Exception):
    """A request is refused: `code` and `description` go to the bot as they are, `parameters` beside them."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters: Mapping[str, int] = parameters


class ControlError(Exception):
    """The person's side asked for something impossible; the text says what and how to mend it."""


class PortTakenError(OSError):
    """The wanted port is in use; the text says how to choose another."""


def bad_request(words: str, **parameters: int) -> ApiError:
    """A 400; like Telegram, the first letter is lowered unless the words are one of its constants."""
    if words[:2] != words[:2].upper():
        words = words[0].lower() + words[1:]
    return ApiError(400, f"Bad Request: {words}", **parameters)


def forbidden(words: str) -> ApiError:
    """A 403: this chat is closed to the bot."""
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    """A 409: somebody else receives the updates."""
    return ApiError(409, f"Conflict: {words}")


def not_emulated(what: str) -> ApiError:
    """An honest 400 for a part of Telegram that the sandbox lacks; never a silent success."""
    return ApiError(400, f"Bad Request: the sandbox does not emulate {what}")


CHAT_NOT_FOUND = "chat not found"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
SET_WEBHOOK = "terminated by setWebhook request"
UPGRADED = "group chat was upgraded to a supergroup chat"
