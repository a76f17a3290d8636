"""The webhook and the health pages: a small aiohttp server that answers 200 only when an update's effect is committed.

The secret is compared before anything is read. What Telegram should bring again gets 503; what it never should, 200.
"""

import hmac
import json
import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import web

from bot.errors import SettingsError, StorageDown
from bot.platforms.telegram.health import Health
from bot.platforms.telegram.intake import Intake

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  a header's name
BODY_LIMIT = 1024 * 1024  # Telegram's updates are a few kilobytes
RETRY_AFTER = "5"
DRAIN = 25.0  # seconds that requests in the middle of being handled get at the end


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


def pages(health: Health) -> list[web.RouteDef]:
    """`/healthz` (the process lives) and `/readyz` (it can do its work)."""

    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"ok": True})

    async def readyz(_: web.Request) -> web.Response:
        troubles = await health.troubles()
        return web.json_response({"ok": not troubles, "troubles": troubles}, status=503 if troubles else 200)

    return [web.get("/healthz", healthz), web.get("/readyz", readyz)]


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
