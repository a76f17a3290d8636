"""Where people chat: Telegram and the terminal."""
