"""The composition root: settings in, a running application out. Nothing else wires parts together.

Frameworks and the database are imported where they are used, so that `oponte ask` starts without them.
"""

from collections.abc import Mapping
from pathlib import Path

from bot.dialogue.brain import Brain
from bot.i18n.words import Words
from bot.knowledge.load import load
from bot.knowledge.model import LANGUAGES, Graph, Language
from bot.resources import catalog, data_files
from bot.understanding.matcher import Matcher
from bot.understanding.reader import Reader, training


def brain(data_dir: Path | None = None, cache_dir: Path | None = None) -> Brain:
    """The brain of the data in `data_dir` (default: what the package carries); raises DataError if it has a gap."""
    return assemble(load(data_files(data_dir)), cache_dir)


def assemble(graph: Graph, cache_dir: Path | None = None) -> Brain:
    """The brain of a graph that is loaded already; the fitted matcher is kept in `cache_dir` where one is given."""
    return Brain(graph=graph, reader=Reader.of(graph, _matcher(graph, cache_dir)), words=words())


def words() -> Mapping[Language, Words]:
    """The interface in every language."""
    return {language: Words(language, catalog(language)) for language in LANGUAGES}


def _matcher(graph: Graph, cache_dir: Path | None) -> Matcher:
    del cache_dir
    pairs, outside = training(graph)
    return Matcher.fit(pairs, outside=outside)
