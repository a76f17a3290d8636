"""Telegram through python-telegram-bot: the Bot API for `oponte run`, and handlers for anybody's Application.

The only module that imports telegram. Requests go through the Bot's own methods and so through its owner's defaults and
rate limiter; updates are handed on as Telegram wrote them.
"""

import json
import logging
import os
import re
import warnings
from collections.abc import AsyncIterator, Awaitable, Mapping
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

from telegram import Bot, InputFile, TelegramObject, Update
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import Application, BaseHandler, CallbackContext, ExtBot
from telegram.request import HTTPXRequest

from bot.messages import Document
from bot.platforms.telegram.api import ALLOWED_UPDATES, Answer, Done, Me, NoAnswer, NotSent, Refused
from bot.platforms.telegram.guest import Arrival, Guest

SPARE = 10  # seconds a long poll may take beyond what Telegram was asked to wait
UNSENT = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout"})  # httpx: nothing left this machine
NEEDED = {  # what the Bot's methods insist on; everything else goes beside them, as plain JSON
    "chat_id", "text", "message_id", "callback_query_id", "inline_query_id", "url", "name", "description",
    "short_description", "language_code",
}  # fmt: skip


class PtbApi:
    """The Bot API through a PTB Bot; `polling` is the connection that long polls have for themselves."""

    def __init__(self, bot: Bot, polling: HTTPXRequest | None = None) -> None:
        self.bot = bot
        self._polling = polling

    async def call(self, method: str, fields: Mapping[str, Any], document: Document | None = None) -> Answer:
        """See `bot.platforms.telegram.api.Api`."""
        needed = {name: value for name, value in fields.items() if name in NEEDED}
        beside = {name: value for name, value in fields.items() if name not in NEEDED}
        if document is not None:
            needed["document"] = InputFile(document.content.encode(), filename=document.name)
        needed |= {name: [] for name in ("commands", "results") if name in beside}  # replaced by what is beside
        beside["parse_mode"] = None  # our texts carry entities, whatever the Bot's default is
        function = getattr(self.bot, re.sub("([A-Z])", r"_\1", method).lower())
        return await _answer(function(**needed, api_kwargs=beside))

    async def updates(self, offset: int, wait: int) -> Answer:
        """See `bot.platforms.telegram.api.Api`."""
        if self._polling is None:
            raise RuntimeError("an embedded Oponte gets its updates from its Application")
        fields = {"timeout": wait, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        query = urlencode(fields | ({"offset": offset} if offset else {}))
        return await _answer(self._polling.post(f"{self.bot.base_url}/getUpdates?{query}", read_timeout=wait + SPARE))


async def _answer(calling: Awaitable[Any]) -> Answer:
    try:
        return Done(_plain(await calling))
    except TelegramError as error:
        return _refusal(error)


def _plain(result: object) -> object:
    """PTB's objects as the JSON they came from."""
    if isinstance(result, TelegramObject):
        return result.to_dict()
    if isinstance(result, tuple | list):
        return [_plain(each) for each in result]
    return result


def _refusal(error: TelegramError) -> Answer:
    match error:
        case RetryAfter():
            return Refused(code=429, reason=error.message, retry_after=_seconds(error))
        case ChatMigrated():
            return Refused(code=400, reason=error.message, moved_to=error.new_chat_id)
        case BadRequest():
            return Refused(code=400, reason=error.message)
        case Forbidden():
            return Refused(code=403, reason=error.message)
        case InvalidToken():
            return Refused(code=401, reason=error.message)
        case Conflict():
            return Refused(code=409, reason=error.message)
        case NetworkError() if "too large" in error.message.lower():
            return Refused(code=413, reason=error.message)
        case NetworkError():
            return _network(error)
        case _:
            return NotSent(error.message)


def _seconds(error: RetryAfter) -> float:
    with warnings.catch_warnings(action="ignore"):  # of a change to come, which the next line is ready for
        seconds = error.retry_after
    return float(seconds) if isinstance(seconds, int) else seconds.total_seconds()


def _network(error: NetworkError) -> Answer:
    """Trouble on the way, or a 5xx: PTB has one class for both and keeps the cause only of the first."""
    cause = error.__cause__
    if cause is None or isinstance(cause, TelegramError):
        return NotSent(error.message)
    unsent = type(cause).__name__ in UNSENT
    return (NotSent if unsent else NoAnswer)(type(cause).__name__)


@asynccontextmanager
async def opened(token: str, base_url: str | None = None) -> AsyncIterator[PtbApi]:
    """A Bot for the time of the block; `base_url` is another Bot API server."""
    base = f"{base_url or 'https://api.telegram.org'}/bot"
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it logs addresses, and the token stands in them
    os.environ.setdefault("PTB_TIMEDELTA", "true")  # times as PTB will give them; without it, it warns at every 429
    polling = HTTPXRequest(connection_pool_size=1, connect_timeout=10)
    sending = HTTPXRequest(
        connection_pool_size=64, read_timeout=30, write_timeout=30, connect_timeout=10, pool_timeout=10
    )
    bot = ExtBot[None](token, base_url=base, request=sending, get_updates_request=polling)
    await polling.initialize()
    await sending.initialize()
    try:
        yield PtbApi(bot, polling)
    finally:
        await sending.shutdown()
        await polling.shutdown()


class OponteHandler(BaseHandler[Update, CallbackContext[Any, Any, Any, Any], None]):
    """Answers what is meant for Oponte inside anybody's Application; everything else goes on to the other handlers.

    Add it last in its group. It begins with the first update and ends with the Application's `run_polling` or
    `run_webhook`; whoever starts and stops the Application by hand awaits `close` after its `stop`.
    """

    __slots__ = ("_attached", "_guest")

    def __init__(self, guest: Guest) -> None:
        super().__init__(self._take)
        self._guest = guest
        self._attached = False

    def check_update(self, update: object) -> Arrival | None:
        """What the update tells us, if anything."""
        if not isinstance(update, Update):
            return None
        bot = update.get_bot()
        return self._guest.read(update.to_dict(), Me(id=bot.id, username=bot.username))

    async def _take(self, update: Update, context: CallbackContext[Any, Any, Any, Any]) -> None:
        if not self._attached:
            self._attached = True
            self._end_with(context.application)
        arrival = self.check_update(update)
        if arrival is not None:
            await self._guest.take(PtbApi(context.bot), arrival)

    async def close(self, _: object = None) -> None:
        """Ends what runs beside the updates: sending, reminders."""
        await self._guest.end()

    def _end_with(self, application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        theirs = application.post_stop

        async def both(stopped: Application[Any, Any, Any, Any, Any, Any]) -> None:
            await self.close()
            if theirs is not None:
                await theirs(stopped)

        application.post_stop = both
