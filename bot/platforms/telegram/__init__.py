"""Telegram, through aiogram or python-telegram-bot."""
