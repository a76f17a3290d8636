"""Bots to compare with, each as its framework's manual shows it: echo by aiogram, the same with one row saved, echo by PTB.

`python -m tests.benchmarks.echo_bots KIND API_URL TOKEN FOLDER`.
"""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path


async def aiogram_echo(url: str, token: str, _folder: Path) -> None:
    """The echo bot of aiogram's documentation."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message

    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "?")

    async with Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url))) as bot:
        await dispatcher.start_polling(bot, handle_signals=False)


async def aiogram_row(url: str, token: str, folder: Path) -> None:
    """The same, and one SQLModel row for each update, in SQLite."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message
    from sqlalchemy.ext.asyncio import create_async_engine
    from sqlmodel import Field, SQLModel
    from sqlmodel.ext.asyncio.session import AsyncSession

    class Seen(SQLModel, table=True):
        id: int | None = Field(default=None, primary_key=True)
        chat: int
        at: datetime

    engine = create_async_engine(f"sqlite+aiosqlite:///{folder}/echo.db", connect_args={"timeout": 60})
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        async with AsyncSession(engine) as session:
            session.add(Seen(chat=message.chat.id, at=datetime.now(UTC)))
            await session.commit()
        await message.answer(message.text or "?")

    async with Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(url))) as bot:
        await dispatcher.start_polling(bot, handle_signals=False)


async def ptb_echo(url: str, token: str, _folder: Path) -> None:
    """The echo bot of python-telegram-bot's documentation."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "?")

    built = Application.builder().token(token).base_url(f"{url}/bot").concurrent_updates(True).build()
    built.add_handler(MessageHandler(filters.TEXT, echo))
    async with built:
        await built.start()
        assert built.updater is not None
        await built.updater.start_polling()
        await asyncio.Event().wait()


KINDS = {"aiogram-echo": aiogram_echo, "aiogram-row": aiogram_row, "ptb-echo": ptb_echo}

if __name__ == "__main__":
    asyncio.run(KINDS[sys.argv[1]](sys.argv[2], sys.argv[3], Path(sys.argv[4])))
