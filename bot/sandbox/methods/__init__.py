"""One function for each method that the sandbox emulates: checked parameters in, the `result` out, or an ApiError."""

from collections.abc import Mapping

from bot.sandbox.methods import about, answering, chats, editing, receiving, sending
from bot.sandbox.methods.common import Answer, Handler

HANDLERS: Mapping[str, Handler] = {
    **receiving.HANDLERS,
    **about.HANDLERS,
    **sending.HANDLERS,
    **editing.HANDLERS,
    **answering.HANDLERS,
    **chats.HANDLERS,
}

__all__ = ["HANDLERS", "Answer", "Handler"]
