"""Shared by all tests: the brain of the real data, made once; the repository's root."""

from pathlib import Path

import pytest

from bot.app import brain as make_brain
from bot.dialogue.brain import Brain

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def brain() -> Brain:
    """The brain that users talk to."""
    return make_brain(cache_dir=ROOT / "var")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT
