"""The typed client of the sandbox: people who write, press and wait, for tests that read like a chat."""

from bot.sandbox.client.client import Client
from bot.sandbox.client.people import Group, User
from bot.sandbox.client.views import Button, Call, Line, Message, Pressed, Result
from bot.sandbox.client.wire import RefusedError, SilenceError

__all__ = [
    "Button",
    "Call",
    "Client",
    "Group",
    "Line",
    "Message",
    "Pressed",
    "RefusedError",
    "Result",
    "SilenceError",
    "User",
]
