"""The environment, read once into a frozen `Settings`; every setting has a flag of the same name on `oponte run`.

The table below is the whole truth: `README.md` repeats it and a test compares the two.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.errors import SettingsError

DEFAULT_DATABASE = "sqlite+aiosqlite:///var/oponte.db"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What an operator can set. Secrets never appear in its repr."""

    bot_token: str | None = field(default=None, repr=False)
    bot_framework: str = "aiogram"
    database_url: str = field(default=DEFAULT_DATABASE, repr=False)
    bot_api_url: str | None = None
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    port: int | None = None
    log_level: str = "INFO"
    data_dir: Path | None = None
    cache_dir: Path = Path("var")
    sends_per_second: int = 30
    forget_after_days: int = 90
    operator_chats: tuple[int, ...] = ()

    @classmethod
    def read(cls, environment: Mapping[str, str], **flags: object) -> "Settings":
        """Settings from the environment; a flag that is not None wins. Raises SettingsError naming the variable."""
        given = {name: value for name in NAMES if (value := environment.get(name, "").strip())}
        given |= {name.upper(): str(value) for name, value in flags.items() if value is not None}
        settings = cls(
            bot_token=given.get("BOT_TOKEN"),
            bot_framework=_one_of("BOT_FRAMEWORK", given, ("aiogram", "ptb"), "aiogram"),
            database_url=_database(given.get("DATABASE_URL", DEFAULT_DATABASE)),
            bot_api_url=given.get("BOT_API_URL", "").rstrip("/") or None,
            webhook_url=given.get("WEBHOOK_URL", "").rstrip("/") or None,
            webhook_secret=given.get("WEBHOOK_SECRET"),
            port=_number("PORT", given, 8080, 1, 65535) if "PORT" in given else None,
            log_level=_one_of(
                "LOG_LEVEL", {k: v.upper() for k, v in given.items() if k == "LOG_LEVEL"}, LEVELS, "INFO"
            ),
            data_dir=Path(given["DATA_DIR"]) if "DATA_DIR" in given else None,
            cache_dir=Path(given.get("CACHE_DIR", "var")),
            sends_per_second=_number("SENDS_PER_SECOND", given, 30, 1, 1000),
            forget_after_days=_number("FORGET_AFTER_DAYS", given, 90, 1, 3650),
            operator_chats=_chats(given.get("OPERATOR_CHATS", "")),
        )
        settings._agree()
        return settings

    def _agree(self) -> None:
        if self.webhook_url and not self.webhook_url.startswith("https://") and not self.bot_api_url:
            raise SettingsError("WEBHOOK_URL must begin with https://. Telegram delivers to nothing else.")
        if self.webhook_url and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", self.webhook_secret or ""):
            raise SettingsError(
                "WEBHOOK_URL needs WEBHOOK_SECRET: 16 to 256 of A-Z a-z 0-9 _ -. Without it anybody could pose as it."
            )

    def hooked(self, *, webhook: bool = False, polling: bool = False) -> bool:
        """Whether updates come by webhook: if an address is set, unless polling was asked for."""
        if webhook and polling:
            raise SettingsError("--webhook and --polling exclude each other. Give one of them.")
        if webhook and not self.webhook_url:
            raise SettingsError("--webhook needs WEBHOOK_URL, the public https address of this bot.")
        return self.webhook_url is not None and not polling

    def token(self) -> str:
        """The bot's token; raises SettingsError if there is none or it has not the form of one."""
        if not self.bot_token:
            raise SettingsError("BOT_TOKEN is missing. Ask @BotFather for one, or run `oponte sandbox` to try without.")
        if not re.fullmatch(r"\d+:[A-Za-z0-9_-]{10,}", self.bot_token):
            raise SettingsError("BOT_TOKEN has not the form of a token (digits, a colon, letters). Copy it again.")
        return self.bot_token


NAMES = (
    "BOT_TOKEN",
    "BOT_FRAMEWORK",
    "DATABASE_URL",
    "BOT_API_URL",
    "WEBHOOK_URL",
    "WEBHOOK_SECRET",
    "PORT",
    "LOG_LEVEL",
    "DATA_DIR",
    "CACHE_DIR",
    "SENDS_PER_SECOND",
    "FORGET_AFTER_DAYS",
    "OPERATOR_CHATS",
)


def _one_of(name: str, given: Mapping[str, str], options: tuple[str, ...], default: str) -> str:
    value = given.get(name, default)
    if value not in options:
        raise SettingsError(f"{name} is {value!r}. Write one of: {', '.join(options)}.")
    return value


def _number(name: str, given: Mapping[str, str], default: int, least: int, most: int) -> int:
    text = given.get(name, str(default))
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} is {text!r}. Write a whole number from {least} to {most}.")
    return int(text)


def _chats(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(piece) for piece in text.replace(",", " ").split())
    except ValueError as error:
        raise SettingsError(f"OPERATOR_CHATS is {text!r}. Write chat ids (numbers) with commas between.") from error


def _database(url: str) -> str:
    """The URL with its async driver: what hosts give as postgres:// or sqlite:// is understood."""
    for prefix, driver in (
        ("postgres://", "postgresql+asyncpg://"),
        ("postgresql://", "postgresql+asyncpg://"),
        ("sqlite://", "sqlite+aiosqlite://"),
    ):
        if url.startswith(prefix):
            return driver + url.removeprefix(prefix)
    if not url.startswith(("postgresql+asyncpg://", "sqlite+aiosqlite://")):
        raise SettingsError("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    return url
