"""Oponte: answers questions about Meta's AI training and walks people through objecting. Importing does nothing."""

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """`bot.router(...)` and `bot.handlers(...)`: Oponte inside a bot of your own. Loaded when they are asked for."""
    if name in {"router", "handlers"}:
        from bot import embed

        return getattr(embed, name)
    raise AttributeError(f"module 'bot' has no attribute {name!r}")
