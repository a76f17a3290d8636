"""`oponte run` and `oponte sandbox`: the bot on Telegram, and on your own machine."""

import asyncio
import contextlib
import os
import signal
import sys
import webbrowser
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.settings import Settings


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

    _until_signal(
        lambda stop: application.run(settings, stop, hooked=settings.hooked(webhook=webhook, polling=polling))
    )


def sandbox(
    port: Annotated[int, typer.Option(help="Where the page listens on 127.0.0.1.")] = 8081,
    framework: Annotated[str, typer.Option(envvar="BOT_FRAMEWORK", help="aiogram or ptb.")] = "aiogram",
    database_url: Annotated[str | None, typer.Option(help="Keep the chats in a database of your own.")] = None,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in your browser.")] = True,
) -> None:
    """Talk to the bot in your browser: a local Telegram, without a token."""
    from bot import app as application

    def ready(address: str) -> None:
        print(f"\n  Oponte is at {address}\n  Ctrl-C stops it.\n", flush=True)
        if browser and (sys.platform in {"darwin", "win32"} or os.environ.get("DISPLAY")):
            webbrowser.open(address)

    settings = Settings.read(os.environ, bot_framework=framework, database_url=database_url)
    _until_signal(lambda stop: application.sandbox(settings, stop, port=port, ready=ready))


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
