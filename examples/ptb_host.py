"""A bot of your own, made with python-telegram-bot, and Oponte inside it.

Run it: BOT_TOKEN=... python examples/ptb_host.py
"""

import os

from telegram import Update
from telegram.ext import ApplicationBuilder, CommandHandler, ContextTypes

import bot as oponte


async def hours(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    """What your own bot does."""
    if update.effective_message:
        await update.effective_message.reply_text("The library is open from 9 to 5.")


def main() -> None:
    """Your handlers first, Oponte's last: they answer what nobody before them took."""
    builder = ApplicationBuilder().token(os.environ["BOT_TOKEN"])
    if other_server := os.environ.get("BOT_API_URL"):  # a local Bot API server, for trying out
        builder = builder.base_url(f"{other_server}/bot")
    application = builder.build()
    application.add_handler(CommandHandler("hours", hours))
    application.add_handlers(oponte.handlers(database_url=os.environ.get("DATABASE_URL", "sqlite:///oponte.db")))
    application.run_polling(allowed_updates=Update.ALL_TYPES)


if __name__ == "__main__":
    main()
