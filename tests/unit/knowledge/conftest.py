"""A small, whole data folder to break in every way."""

from pathlib import Path

import pytest

from bot.resources import data_files

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def small() -> dict[str, str]:
    """The files of a bot that knows three topics, one guide and one letter, as `load` takes them."""
    return dict(data_files(SMALL))
