"""The environment: what is understood, what is refused, and that the README tells the truth about it."""

import re
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import NAMES, Settings

SECRET = "a" * 16


def test_defaults_need_nothing() -> None:
    settings = Settings.read({})
    assert settings.bot_framework == "aiogram"
    assert settings.database_url.startswith("sqlite+aiosqlite:///")


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ("postgres://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("postgresql://u:p@h/d", "postgresql+asyncpg://u:p@h/d"),
        ("sqlite:///x.db", "sqlite+aiosqlite:///x.db"),
    ],
)
def test_database_urls_as_hosts_give_them_are_understood(given: str, understood: str) -> None:
    assert Settings.read({"DATABASE_URL": given}).database_url == understood


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"BOT_FRAMEWORK": "telebot"}, "BOT_FRAMEWORK"),
        ({"PORT": "http"}, "PORT"),
        ({"PORT": "70000"}, "PORT"),
        ({"LOG_LEVEL": "LOUD"}, "LOG_LEVEL"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"WEBHOOK_URL": "http://example.org"}, "WEBHOOK_URL"),
        ({"WEBHOOK_URL": "https://example.org"}, "WEBHOOK_SECRET"),
        ({"WEBHOOK_URL": "https://example.org", "WEBHOOK_SECRET": "short"}, "WEBHOOK_SECRET"),
        ({"OPERATOR_CHATS": "me"}, "OPERATOR_CHATS"),
        ({"SENDS_PER_SECOND": "0"}, "SENDS_PER_SECOND"),
    ],
)
def test_a_wrong_setting_is_named(environment: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        Settings.read(environment)


@pytest.mark.parametrize("token", ["", "abc", "123:short"])
def test_a_wrong_token_is_explained_and_never_printed(token: str) -> None:
    with pytest.raises(SettingsError, match="BOT_TOKEN") as caught:
        Settings.read({"BOT_TOKEN": token}).token()
    assert not token or token not in str(caught.value)


def test_a_flag_wins_over_the_environment() -> None:
    assert Settings.read({"PORT": "1000"}, port=2000).port == 2000


def test_secrets_are_not_in_the_repr() -> None:
    token = "123456:" + "x" * 30
    shown = repr(
        Settings.read({"BOT_TOKEN": token, "DATABASE_URL": "postgres://u:hunter2@h/d", "WEBHOOK_SECRET": SECRET})
    )
    assert token not in shown
    assert "hunter2" not in shown
    assert SECRET not in shown


def test_the_readme_tells_every_setting_and_no_other(root: Path) -> None:
    table = (root / "README.md").read_text("utf-8").split("### Settings", 1)[1].split("## ", 1)[0]
    told = re.findall(r"^\| `([A-Z_]+)` \|", table, re.MULTILINE)
    assert sorted(told) == sorted(NAMES)
