"""`oponte run` and `oponte sandbox`: the bot on Telegram, and on your own machine."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
import webbrowser
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.settings import Settings

REAL = {"BOT_TOKEN", "DATABASE_URL", "WEBHOOK_URL", "WEBHOOK_SECRET", "PORT"}  # of a bot on Telegram, not of a try-out


def run(
    bot_token: Annotated[str | None, typer.Option(envvar="BOT_TOKEN", help="The token from BotFather.")] = None,
    bot_framework: Annotated[str | None, typer.Option(envvar="BOT_FRAMEWORK", help="aiogram or ptb.")] = None,
    database_url: Annotated[str | None, typer.Option(envvar="DATABASE_URL", help="SQLite or PostgreSQL.")] = None,
    bot_api_url: Annotated[str | None, typer.Option(envvar="BOT_API_URL", help="Another Bot API server.")] = None,
    webhook_url: Annotated[str | None, typer.Option(envvar="WEBHOOK_URL", help="Public https address.")] = None,
    webhook_secret: Annotated[str | None, typer.Option(envvar="WEBHOOK_SECRET", help="16 to 256 characters.")] = None,
    port: Annotated[int | None, typer.Option(envvar="PORT", help="For the webhook and the health pages.")] = None,
    log_level: Annotated[str | None, typer.Option(envvar="LOG_LEVEL", help="DEBUG, INFO, WARNING or ERROR.")] = None,
    data_dir: Annotated[Path | None, typer.Option(envvar="DATA_DIR", help="Another data folder.")] = None,
    cache_dir: Annotated[Path | None, typer.Option(envvar="CACHE_DIR", help="Where the matcher is kept.")] = None,
    sends_per_second: Annotated[int | None, typer.Option(envvar="SENDS_PER_SECOND", help="Overall limit.")] = None,
    forget_after_days: Annotated[int | None, typer.Option(envvar="FORGET_AFTER_DAYS", help="Silence, in days.")] = None,
    operator_chats: Annotated[
        str | None, typer.Option(envvar="OPERATOR_CHATS", help="Chats that may use /why.")
    ] = None,
    *,
    webhook: Annotated[bool, typer.Option("--webhook", help="Insist on the webhook (needs WEBHOOK_URL).")] = False,
    polling: Annotated[bool, typer.Option("--polling", help="Poll even if WEBHOOK_URL is set.")] = False,
) -> None:
    """Run on Telegram: by webhook if WEBHOOK_URL is set, else by long polling."""
    flags = {name: value for name, value in locals().items() if name not in {"webhook", "polling"}}
    settings = Settings.read(os.environ, **flags)
    from bot import app as application

    hooked = settings.hooked(webhook=webhook, polling=polling)
    settings.token()  # a gap in the settings is told before anything slow begins
    with _leaving_at_once():
        mind = application.prepared(settings)
    _until_signal(lambda stop: application.run(settings, stop, mind, hooked=hooked))


def sandbox(
    port: Annotated[int, typer.Option(envvar="PORT", min=0, max=65535, help="Of the page; 0 takes a free one.")] = 8081,
    framework: Annotated[str, typer.Option(envvar="BOT_FRAMEWORK", help="aiogram or ptb.")] = "aiogram",
    database_url: Annotated[str | None, typer.Option(help="Keep the chats in a database of your own.")] = None,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in your browser.")] = True,
) -> None:
    """Talk to the bot in your browser: a local Telegram, without a token."""
    from bot import app as application

    def ready(address: str) -> None:
        print(f"  Oponte is at {address}\n  Ctrl-C stops it.\n", flush=True)
        if browser and _has_screen():  # aside: some browsers return only when they are closed
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    environment = {"LOG_LEVEL": "WARNING"} | {name: value for name, value in os.environ.items() if name not in REAL}
    settings = Settings.read(environment, bot_framework=framework, database_url=database_url)
    with _leaving_at_once():
        listener = application.listener(port)
        print("\n  Oponte is getting ready.", flush=True)
        mind = application.prepared(settings)
    _until_signal(lambda stop: application.sandbox(settings, stop, mind, port=listener, ready=ready))


def _has_screen() -> bool:
    """Whether there may be a browser with a window."""
    return sys.platform in {"darwin", "win32"} or bool({"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ))


@contextlib.contextmanager
def _leaving_at_once() -> Iterator[None]:
    """While nothing is begun and no event loop hears signals, SIGINT and SIGTERM simply end the process."""
    before = {each: signal.signal(each, lambda *_: os._exit(0)) for each in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _until_signal(work: Any) -> None:
    """Runs `work(stop)`; SIGINT and SIGTERM set `stop`, so that it can finish what is in hand."""

    async def main() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            with contextlib.suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt instead
                loop.add_signal_handler(each, stop.set)
        coroutine: Coroutine[Any, Any, None] = work(stop)
        await coroutine

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(main())
