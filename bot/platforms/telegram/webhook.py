"""The webhook: one aiohttp endpoint that answers 200 only when an update's effect is committed.

The secret is compared before anything is read. What Telegram should bring again gets 503; what it never should, 200.
"""

import asyncio
import hmac
import json
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

from bot.errors import SettingsError, StorageDown
from bot.platforms.telegram.api import ALLOWED_UPDATES, Api, Done, Refused
from bot.platforms.telegram.health import Health
from bot.platforms.telegram.intake import Intake
from bot.platforms.telegram.polling import unless

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
BODY_LIMIT = 1024 * 1024  # Telegram's updates are a few kilobytes
RETRY_AFTER = "5"
DRAIN = 25.0  # seconds that requests in the middle of being handled get at the end
CONNECTIONS = 40


def endpoint(url: str, secret: str, intake: Intake, health: Health) -> web.RouteDef:
    """The route that Telegram posts updates to."""
    expected = secret.encode()

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(given, expected):
            logger.warning("action=webhook-refused reason=secret")
            return web.Response(status=401)
        if health.draining:
            return _later()
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            logger.warning("action=webhook-refused reason=json")
            return web.Response(status=400)
        try:
            await intake.take(intake.read(update))
        except StorageDown:
            logger.warning("action=webhook-put-off reason=database")
            return _later()
        return web.Response()

    return web.post(path_of(url), receive)


def path_of(url: str) -> str:
    """The path that WEBHOOK_URL names on this server."""
    return urlsplit(url).path or "/"


def _later() -> web.Response:
    return web.Response(status=503, headers={"Retry-After": RETRY_AFTER})


@asynccontextmanager
async def serving(
    routes: Iterable[web.RouteDef], port: int, health: Health, host: str | None = None
) -> AsyncIterator[int]:
    """Serves the routes for the time of the block and tells the port; at its end, requests in progress are finished.

    Without `host` on every address of this machine, for that is where a PaaS and a container look.
    """
    app = web.Application(client_max_size=BODY_LIMIT)
    app.add_routes(routes)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=DRAIN)
    await runner.setup()
    try:
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise SettingsError(f"PORT {port} cannot be used ({error.strerror}). Choose another one.") from error
        yield runner.addresses[0][1]
    finally:
        health.draining = True
        await runner.cleanup()


async def register(api: Api, url: str, secret: str, stop: asyncio.Event) -> None:
    """Tells Telegram where to bring updates, trying again until it answers; what waits there is never dropped."""
    fields = {
        "url": url,
        "secret_token": secret,
        "allowed_updates": list(ALLOWED_UPDATES),
        "max_connections": CONNECTIONS,
    }
    await insist(api, "setWebhook", fields, stop)


async def unregister(api: Api, stop: asyncio.Event) -> None:
    """Takes the webhook away if there is one, so that polling can begin; what waits there is never dropped."""
    found = await insist(api, "getWebhookInfo", {}, stop)
    if isinstance(found, dict) and found.get("url"):
        await insist(api, "deleteWebhook", {}, stop)


async def insist(api: Api, method: str, fields: dict[str, object], stop: asyncio.Event) -> object:
    """The result of a method that must work before anything else can; None if `stop` comes first."""
    pause = 1.0
    while not stop.is_set():
        answer = await unless(stop, api.call(method, fields))
        match answer:
            case None:
                break
            case Done(result):
                return result
            case Refused(code=401 | 404):
                raise SettingsError("Telegram does not know this BOT_TOKEN. Ask @BotFather for the current one.")
            case Refused(code=400, reason=reason):
                raise SettingsError(f"Telegram refuses {method}: {reason}")
            case Refused(reason=reason, retry_after=seconds):
                logger.warning("action=start-put-off method=%s reason=%s", method, reason)
                pause = max(pause, seconds or 0.0)
            case other:
                logger.warning("action=start-put-off method=%s reason=%s", method, other.reason)
        await unless(stop, asyncio.sleep(pause))
        pause = min(30.0, pause * 2)
    return None
