"""One reader serves every chat, and keeps nothing of what it read."""

import gc
from functools import _lru_cache_wrapper, lru_cache

from bot.dialogue.brain import Brain
from bot.understanding.reader import Reader
from bot.understanding.reading import Situation

MARK = "zanahoria violeta"
TEXT = f"Do they read my {MARK}? And since when, by the way?"


def remembered() -> set[str]:
    """Every text with the mark in it that some table of remembered calls still holds."""
    tables = [each for each in gc.get_objects() if isinstance(each, _lru_cache_wrapper)]
    held = [part for table in tables for each in gc.get_referents(table) for part in (each, *_keys(each))]
    return {part for part in held if isinstance(part, str) and MARK in part.lower()}


def _keys(held: object) -> list[object]:
    return list(held) if isinstance(held, dict) else []


def test_nothing_of_a_message_stays_in_memory(brain: Brain) -> None:
    assert isinstance(brain.reader, Reader)
    brain.reader.read(TEXT, Situation())
    brain.reader.explain(TEXT, Situation())
    assert remembered() == set()


def test_what_stayed_would_be_found() -> None:
    remembering = lru_cache(len)
    remembering(TEXT)
    assert remembered() == {TEXT}
