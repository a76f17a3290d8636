"""Both frameworks talk to the sandbox as they would to Telegram, over their own HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram import InlineKeyboardButton as PtbButton
from telegram import InlineKeyboardMarkup as PtbMarkup
from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.sandbox.client import Client
from bot.sandbox.server import Sandbox

FrameworkBot = Callable[[Sandbox], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def aiogram_bot(sandbox: Sandbox) -> AsyncIterator[None]:
    server = TelegramAPIServer.from_base(sandbox.api_url)
    bot = Bot(sandbox.token, session=AiohttpSession(api=server))
    dispatcher = Dispatcher()
    markup = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Next", callback_data="next")]])

    @dispatcher.message()
    async def hear(message: Message) -> None:
        await message.answer(f"<b>{message.text}</b>", parse_mode="HTML", reply_markup=markup)
        await message.answer_document(BufferedInputFile(b"Dear Meta", "letter.txt"), caption="letter")

    @dispatcher.callback_query()
    async def pressed(query: CallbackQuery) -> None:
        await query.answer("one moment")
        assert isinstance(query.message, Message)
        await query.message.edit_text("done")

    task = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False))
    yield
    await dispatcher.stop_polling()
    await task
    await bot.session.close()


@asynccontextmanager
async def ptb_bot(sandbox: Sandbox) -> AsyncIterator[None]:
    markup = PtbMarkup([[PtbButton("Next", callback_data="next")]])

    async def hear(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.message is not None
        await update.message.reply_html(f"<b>{update.message.text}</b>", reply_markup=markup)
        await update.message.reply_document(b"Dear Meta", filename="letter.txt", caption="letter")

    async def pressed(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("one moment")
        await update.callback_query.edit_message_text("done")

    builder = Application.builder().token(sandbox.token)
    app = builder.base_url(f"{sandbox.api_url}/bot").base_file_url(f"{sandbox.api_url}/file/bot").build()
    app.add_handlers([MessageHandler(filters.ALL, hear), CallbackQueryHandler(pressed)])
    async with app:
        await app.start()
        assert app.updater is not None
        await app.updater.start_polling()
        yield
        await app.updater.stop()
        await app.stop()


@pytest.mark.parametrize("bot", [aiogram_bot, ptb_bot])
async def test_a_dialogue_through_a_real_framework(bot: FrameworkBot, sandbox: Sandbox, client: Client) -> None:
    ana = await client.person("Ana", language="es")
    async with bot(sandbox):
        await ana.send("¿Qué hago?")
        answer = await ana.expect("¿Qué hago?")
        assert answer.entities == [{"type": "bold", "offset": 0, "length": 10}]
        assert (await ana.expect("letter")).media == "document"
        assert (await ana.press("Next")).text == "one moment"
        done = await ana.expect("done")
        assert (done.id, done.edited, done.labels) == (answer.id, True, ())
    assert [call.status for call in await client.calls() if call.method != "getUpdates"].count(200) >= 5
