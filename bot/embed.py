"""The door for developers who already have a bot: `import bot as oponte`, then `oponte.router()` or `.handlers()`.

Settings are given here by name (those of `bot.settings.Settings`); the environment is the host's and is not read.
"""

from typing import TYPE_CHECKING

from bot.settings import Settings

if TYPE_CHECKING:
    from bot.platforms.telegram.guest import Guest
    from bot.platforms.telegram.via_aiogram import OponteRouter
    from bot.platforms.telegram.via_ptb import OponteHandler


def router(**settings: object) -> "OponteRouter":
    """An aiogram Router: `dispatcher.include_router(oponte.router(database_url="sqlite:///var/oponte.db"))`."""
    from bot.platforms.telegram.via_aiogram import OponteRouter

    return OponteRouter(_guest(settings))


def handlers(**settings: object) -> "list[OponteHandler]":
    """Handlers of python-telegram-bot: `application.add_handlers(oponte.handlers(database_url=...))`."""
    from bot.platforms.telegram.via_ptb import OponteHandler

    return [OponteHandler(_guest(settings))]


def _guest(given: dict[str, object]) -> "Guest":
    from functools import partial

    from bot import app
    from bot.platforms.telegram.guest import Guest

    return Guest(partial(app.embedded, Settings.read({}, **given)))
