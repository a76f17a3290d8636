"""Which everyday ideas words stand for, in English and Spanish alike; knowledge of language, never of the topics."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from bot.understanding import ideas_common, ideas_people, ideas_world
from bot.understanding.normalise import fold_word
from bot.understanding.stems import stem

LONGEST: Final = 4


@cache
def _tables() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Ideas by word (and expression), and by stem for the forms that the tables do not list."""
    by_word: dict[str, tuple[str, ...]] = {}
    by_stem: dict[str, tuple[str, ...]] = {}
    for idea, wider, words in _entries():
        names = (idea, wider) if wider else (idea,)
        for word in words:
            _add(by_word, word, names)
            if " " not in word:
                _add(by_stem, stem(word), names)
    return by_word, by_stem


@cache
def _openers() -> frozenset[str]:
    """The first words of all expressions."""
    return frozenset(word.partition(" ")[0] for word in _tables()[0] if " " in word)


def _add(table: dict[str, tuple[str, ...]], word: str, names: tuple[str, ...]) -> None:
    known = table.get(word)
    table[word] = names if known is None else (*known, *(name for name in names if name not in known))


def _entries() -> Iterator[tuple[str, str, list[str]]]:
    head, words = "", list[str]()
    for line in (ideas_people.IDEAS + ideas_world.IDEAS + ideas_common.IDEAS).strip().splitlines():
        if ":" in line:
            if head:
                yield _named(head, words)
            head = line.partition(":")[0]
            words = []
        words += [fold_word(word.replace("_", " ")) for word in line.rpartition(":")[2].split()]
    yield _named(head, words)


def _named(head: str, words: list[str]) -> tuple[str, str, list[str]]:
    idea, _, wider = head.partition("<")
    return idea.strip(), wider.strip(), words


@lru_cache(maxsize=4096)
def concepts(word: str) -> tuple[str, ...]:
    """The ideas of a folded word or expression, none for one that the tables do not have."""
    words, stems = _tables()
    return words.get(word) or ((stems.get(stem(word)) or ()) if " " not in word else ())


def ideas(words: Sequence[str]) -> list[tuple[tuple[str, ...], str]]:
    """The ideas of a message in its order, each entry with its (first) word; expressions of several words go first."""
    table, openers = _tables()[0], _openers()
    found: list[tuple[tuple[str, ...], str]] = []
    place = 0
    while place < len(words):
        for size in range(min(LONGEST, len(words) - place), 1, -1) if words[place] in openers else ():
            expression = " ".join(words[place : place + size])
            if expression in table:
                found.append((table[expression], words[place]))
                break
        else:
            size = 1
            found.append((concepts(words[place]), words[place]))
        place += size
    return found
