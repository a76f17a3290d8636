"""Telegram through aiogram: the Bot API for `oponte run`, and a Router for anybody's Dispatcher.

The only module that imports aiogram. Updates are handed on as Telegram wrote them, requests go through the Bot and so
through the session middlewares of whoever owns it.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, ClassVar

from aiogram import Bot, Router, methods
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiogram.types import BufferedInputFile, TelegramObject, Update
from aiohttp import ClientConnectorError

from bot.messages import Document
from bot.platforms.telegram.api import ALLOWED_UPDATES, Answer, Done, Me, NoAnswer, NotSent, Refused
from bot.platforms.telegram.guest import Arrival, Guest

SPARE = 10  # seconds a long poll may take beyond what Telegram was asked to wait
CODES: dict[type[TelegramAPIError], int] = {
    TelegramBadRequest: 400,
    TelegramUnauthorizedError: 401,
    TelegramForbiddenError: 403,
    TelegramNotFound: 404,
    TelegramConflictError: 409,
    TelegramEntityTooLarge: 413,
}


class _RawUpdates(methods.GetUpdates):
    """getUpdates whose result stays what Telegram wrote: one odd update must not spoil the others."""

    __returning__: ClassVar[Any] = list[dict[str, Any]]


class AiogramApi:
    """The Bot API through an aiogram Bot."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    async def call(self, method: str, fields: Mapping[str, Any], document: Document | None = None) -> Answer:
        """See `bot.platforms.telegram.api.Api`."""
        kind = getattr(methods, method[0].upper() + method[1:])
        given = dict(fields)
        if document is not None:
            given["document"] = BufferedInputFile(document.content.encode(), filename=document.name)
        if "parse_mode" in kind.model_fields:
            given["parse_mode"] = None  # our texts carry entities, whatever the Bot's default is
        for result in given.get("results", ()):
            result["input_message_content"].setdefault("parse_mode", None)
        return await self._answer(kind(**given))

    async def updates(self, offset: int, wait: int) -> Answer:
        """See `bot.platforms.telegram.api.Api`."""
        method = _RawUpdates(offset=offset or None, timeout=wait, allowed_updates=list(ALLOWED_UPDATES))
        return await self._answer(method, request_timeout=wait + SPARE)

    async def _answer(self, method: methods.TelegramMethod[Any], request_timeout: int | None = None) -> Answer:
        try:
            return Done(_plain(await self.bot(method, request_timeout=request_timeout)))
        except TelegramAPIError as error:
            return _refusal(error)
        except ClientDecodeError as error:
            return _undecoded(error)
        except OSError as error:
            return NoAnswer(type(error).__name__)


def _plain(result: object) -> object:
    """aiogram's objects as the JSON they came from."""
    if isinstance(result, TelegramObject):
        return result.model_dump(mode="json", by_alias=True, exclude_unset=True)
    if isinstance(result, list):
        return [_plain(each) for each in result]
    return result


def _refusal(error: TelegramAPIError) -> Answer:
    match error:
        case TelegramRetryAfter():
            return Refused(code=429, reason=error.message, retry_after=float(error.retry_after))
        case TelegramMigrateToChat():
            return Refused(code=400, reason=error.message, moved_to=error.migrate_to_chat_id)
        case TelegramServerError():
            return NotSent(error.message)
        case TelegramNetworkError() if not isinstance(error, TelegramEntityTooLarge):
            unsent = isinstance(error.__cause__, ClientConnectorError)
            return (NotSent if unsent else NoAnswer)(type(error.__cause__).__name__)
        case _:
            return Refused(code=CODES.get(type(error), 0), reason=error.message)


def _undecoded(error: ClientDecodeError) -> Answer:
    """An answer that aiogram cannot read: a newer Telegram's, which still is one, or a page of something in between."""
    match error.data:
        case {"ok": True, "result": result}:
            return Done(result)
        case _:
            return NotSent("an answer that is not Telegram's")


@asynccontextmanager
async def opened(token: str, base_url: str | None = None) -> AsyncIterator[AiogramApi]:
    """A Bot for the time of the block; `base_url` is another Bot API server."""
    server = TelegramAPIServer.from_base(base_url) if base_url else PRODUCTION
    async with Bot(token, session=AiohttpSession(api=server)) as bot:
        yield AiogramApi(bot)


class OponteRouter(Router):
    """Answers what is meant for Oponte inside anybody's Dispatcher; everything else goes on to the other routers.

    Include it last. It begins with the Dispatcher (or with the first update) and ends with it.
    """

    def __init__(self, guest: Guest) -> None:
        super().__init__(name="oponte")
        self._guest = guest
        for kind in ALLOWED_UPDATES:
            self.observers[kind].register(self._handle, self._concerns)
        self.startup.register(self._begin)
        self.shutdown.register(guest.end)

    async def _concerns(self, _: TelegramObject, event_update: Update, bot: Bot) -> dict[str, Any] | bool:
        me = await bot.me()
        update = event_update.model_dump(mode="json", by_alias=True, exclude_unset=True)
        arrival = self._guest.read(update, Me(id=me.id, username=me.username or ""))
        return {"arrival": arrival} if arrival else False

    async def _handle(self, _: TelegramObject, arrival: Arrival, bot: Bot) -> None:
        await self._guest.take(AiogramApi(bot), arrival)

    async def _begin(self, bot: Bot | None = None) -> None:
        if bot is not None:
            await self._guest.begin(AiogramApi(bot))
