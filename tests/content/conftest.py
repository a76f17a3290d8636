"""The real content, read once."""

from collections.abc import Mapping
from datetime import date

import pytest

from bot.knowledge.load import load
from bot.knowledge.model import Graph
from bot.resources import data_files


@pytest.fixture(scope="session")
def files() -> Mapping[str, str]:
    """Every file under data/."""
    return data_files()


@pytest.fixture(scope="session")
def graph(files: Mapping[str, str]) -> Graph:
    """What the bot knows."""
    return load(files)


@pytest.fixture(scope="session")
def day(graph: Graph) -> date:
    """The day of the last review: tests judge the content, not how much time has passed since."""
    return max(topic.reviewed for topic in graph.topics.values())
