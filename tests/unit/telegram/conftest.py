"""The interface's words, without the brain that takes long to make."""

import pytest
from telegram_doubles import Catalogs

from bot.app import words


@pytest.fixture(scope="session")
def say() -> Catalogs:
    """The catalogs of both languages."""
    return words()
