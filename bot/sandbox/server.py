"""The sandbox as one aiohttp application, and ways to run it.

It listens on this machine only and answers only to this machine's names, so that no page on the web can reach it
through a name of its own; whoever opens it to a network opens a bot's private chats.
"""

import asyncio
import errno
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.control import OWN_PAGES_ONLY, answer, control_api
from bot.sandbox.dispatch import Dispatcher
from bot.sandbox.errors import PortTakenError
from bot.sandbox.httpapi import MAX_BODY, bot_api
from bot.sandbox.model import BotAccount, Json
from bot.sandbox.webhook import Backoff
from bot.sandbox.world import World

HOST = "127.0.0.1"
TOKEN = "4200000042:sandbox-token-of-nobody-in-particular"  # noqa: S105  opens nothing but this machine's sandbox
NAMES = frozenset({"127.0.0.1", "localhost", "::1"})
WORLD = web.AppKey("world", World)
SCRIPTS = ("app", "store", "messages", "composer", "entities", "traffic", "dom", "words")
PAGE = {"index.html": "text/html", "style.css": "text/css"} | {f"{name}.js": "text/javascript" for name in SCRIPTS}
HEADERS = {
    **OWN_PAGES_ONLY,
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Sandbox:
    """A running sandbox."""

    url: str
    token: str
    world: World

    @property
    def api_url(self) -> str:
        """The address to give to a bot in the place of https://api.telegram.org."""
        return self.url


def create_app(
    token: str = TOKEN,
    *,
    username: str = "sandbox_bot",
    name: str = "Sandbox",
    backoff: Backoff | None = None,
    furnish: Callable[[World], None] | None = None,
) -> web.Application:
    """The application; `furnish` puts people into the new world."""
    head = token.partition(":")[0]
    account = BotAccount(id=int(head) if head.isdecimal() else 42, username=username, first_name=name)
    world = World(bot=account, backoff=backoff or Backoff())
    dispatcher = Dispatcher(world)
    closing = asyncio.Event()

    async def obey(method: str, params: Json) -> object:
        return await dispatcher.call(method, params)

    async def wake_waiters(_: web.Application) -> None:
        closing.set()
        world.events.wake()
        world.updates.wake()

    async def close_courier(_: web.Application) -> None:
        await world.courier.close()

    world.courier.execute = obey
    if furnish is not None:
        furnish(world)
    app = web.Application(client_max_size=MAX_BODY, middlewares=[_guard])
    app[WORLD] = world
    app.add_routes([*bot_api(world, dispatcher, token), *control_api(world, closing), *_page()])
    app.on_shutdown.append(wake_waiters)
    app.on_cleanup.append(close_courier)
    return app


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuses other names of this machine and requests from other pages."""
    if _name(f"//{request.host}") not in NAMES:
        return answer({"error": "This server answers to 127.0.0.1 and localhost only."}, 421)
    origin = request.headers.get("Origin")
    foreign = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site") and request.path != "/"
    if foreign or (origin is not None and origin != f"{request.scheme}://{request.host}"):
        return answer({"error": "Requests from other pages are refused."}, 403)
    return await handler(request)


def _name(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _page() -> list[web.RouteDef]:
    async def page(request: web.Request) -> web.StreamResponse:
        name = request.match_info.get("name") or "index.html"
        if name not in PAGE:
            raise web.HTTPNotFound
        body = files("bot.sandbox").joinpath("page", name).read_bytes()
        headers = {**HEADERS, "Cache-Control": "no-cache"}
        return web.Response(body=body, content_type=PAGE[name], charset="utf-8", headers=headers)

    async def icon(_: web.Request) -> web.StreamResponse:
        return web.Response(status=204)

    return [web.get("/", page), web.get("/favicon.ico", icon), web.get("/page/{name}", page)]


def listen(port: int) -> socket.socket:
    """Takes a port of this machine, 0 for any that is free; raises PortTakenError."""
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            words = f"Port {port} of {HOST} is not free. Choose another one, or 0 for any that is free."
            raise PortTakenError(error.errno, words) from error
        raise


@asynccontextmanager
async def running(
    *, token: str = TOKEN, port: int = 0, listener: socket.socket | None = None, **options: Any
) -> AsyncIterator[Sandbox]:
    """Runs a sandbox for the time of the block, on a port or on what `listen` gave. Options are `create_app`'s."""
    app = create_app(token, **options)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listener or listen(port)).start()
        taken = runner.addresses[0][1]
        yield Sandbox(url=f"http://{HOST}:{taken}", token=token, world=app[WORLD])
    finally:
        await runner.cleanup()


async def serve_until(stop: asyncio.Event, *, ready: Callable[[Sandbox], None], **options: Any) -> None:
    """Runs a sandbox until `stop` is set; tells `ready` when it can be used. Options are those of `running`."""
    async with running(**options) as sandbox:
        ready(sandbox)
        await stop.wait()
