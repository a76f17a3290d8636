"""A bot of your own, made with aiogram, and Oponte inside it.

Run it: BOT_TOKEN=... python examples/aiogram_host.py
"""

import asyncio
import os

from aiogram import Bot, Dispatcher, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.filters import Command
from aiogram.types import Message

import bot as oponte

library = Router()


@library.message(Command("hours"))
async def hours(message: Message) -> None:
    """What your own bot does."""
    await message.answer("The library is open from 9 to 5.")


async def main() -> None:
    """Your router first, Oponte last: it answers what nobody before it took."""
    dispatcher = Dispatcher()
    dispatcher.include_router(library)
    dispatcher.include_router(oponte.router(database_url=os.environ.get("DATABASE_URL", "sqlite:///oponte.db")))

    other_server = os.environ.get("BOT_API_URL")  # a local Bot API server, for trying out
    api = TelegramAPIServer.from_base(other_server) if other_server else PRODUCTION
    async with Bot(os.environ["BOT_TOKEN"], session=AiohttpSession(api=api)) as telegram:
        await dispatcher.start_polling(telegram)


if __name__ == "__main__":
    asyncio.run(main())
