"""The Bot API as the rest of this package sees it: a method's name and JSON fields in, a closed choice of answers out.

Only an answer of Telegram's counts as an answer: what the network swallowed is told apart from what surely never left.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.messages import Document

Json = dict[str, Any]

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member")


@dataclass(frozen=True, slots=True)
class Done:
    """Telegram did it; `result` is its JSON."""

    result: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Telegram answered no; `code` is its error code, `moved_to` the new id of a group that became a supergroup."""

    code: int
    reason: str
    retry_after: float | None = None
    moved_to: int | None = None


@dataclass(frozen=True, slots=True)
class NotSent:
    """The request surely did not reach Telegram, or broke down there before anything was done."""

    reason: str


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The request went out and no answer came back: nobody knows whether it was done."""

    reason: str


Answer = Done | Refused | NotSent | NoAnswer


class Api(Protocol):
    """A way to Telegram, through one framework or the other."""

    async def call(self, method: str, fields: Mapping[str, Any], document: Document | None = None) -> Answer:
        """Calls `method`; `document` is uploaded as the field of that name. Whatever the answer, it never raises."""
        ...

    async def updates(self, offset: int, wait: int) -> Answer:
        """getUpdates for ALLOWED_UPDATES: Done with updates as Telegram wrote them; waits `wait` seconds for one."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Me:
    """Who the bot is on Telegram."""

    id: int
    username: str


def me_of(result: Mapping[str, Any]) -> Me:
    """The bot, from getMe's result."""
    return Me(id=int(result["id"]), username=str(result.get("username", "")))


def updates_of(result: object) -> Sequence[object]:
    """The updates of getUpdates' result; anything that is not a list has none."""
    return result if isinstance(result, list) else ()
