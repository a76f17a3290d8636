"""Which language a message is written in, from frequent words, letter patterns and marks; names tell nothing.

A wrong language is worse than none: what is not `sure` keeps the chat's language.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

import numpy as np
import numpy.typing as npt

from bot.understanding.compact import NOWHERE, Names, hashes
from bot.understanding.language_words import MARKS, NEUTRAL, SCRIPTS, WORDS
from bot.understanding.normalise import NUMBERS, fold_word, tokens

Language = Literal["en", "es", "other", "unknown"]

_SURE: Final = 1.2  # lead over every other language from which on the message alone may change a chat's language
_FOREIGN: Final = 1.0  # lead over English and Spanish from which on a message counts as another language
_FOREIGN_SURE: Final = 2.5
_MIXED: Final = 0.5  # share of the better of English and Spanish from which on the other makes a message mixed
_SINGLE: Final = 2.0  # what a word of one language only is worth
_PATTERN: Final = 1.0  # the most that the letters of an unknown word are worth
_MARK: Final = 1.5  # what a letter is worth that only some languages write

Scores = npt.NDArray[np.floating]


@dataclass(frozen=True, kw_only=True, slots=True)
class Guess:
    """A guess; `other` is the ISO code of another language, `sure` says that it may change a chat's language."""

    language: Language
    other: str | None = None
    sure: bool = False


UNKNOWN: Final = Guess(language="unknown")
_CODES: Final = tuple(WORDS)
_EN: Final = _CODES.index("en")
_ES: Final = _CODES.index("es")


@lru_cache(maxsize=512)
def detect(text: str) -> Guess:
    """The language of one message; short and mixed ones are unsure."""
    script = _script(text)
    if script is not None:
        return Guess(language="other", other=script, sure=True)
    words = [word for word in tokens(text) if word not in _neutral() and word not in NUMBERS]
    if not words:
        return UNKNOWN
    scores = _word_scores(words) + _mark_scores(text)
    order = np.argsort(-scores, kind="stable")
    best = int(order[0])
    if scores[best] <= 0.2:
        return UNKNOWN
    home = _EN if scores[_EN] >= scores[_ES] else _ES
    if best in (_EN, _ES):
        mixed = min(scores[_EN], scores[_ES]) > _MIXED * scores[best]
        return _home(best, 0.0 if mixed else float(scores[best] - scores[int(order[1])]))
    lead = float(scores[best] - scores[home])
    if lead < _FOREIGN:
        return _home(home, 0.0) if scores[home] > 0.2 else UNKNOWN
    return Guess(language="other", other=_CODES[best], sure=lead >= _FOREIGN_SURE)


def is_word(word: str) -> bool:
    """Whether a folded word is a frequent one of English or Spanish."""
    codes = _index().get(word)
    return codes is not None and (_EN in codes or _ES in codes)


def _home(code: int, lead: float) -> Guess:
    return Guess(language="en" if code == _EN else "es", sure=lead >= _SURE)


def _script(text: str) -> str | None:
    """The language that a writing system settles, where most letters are of it."""
    letters = [char for char in text if char.isalpha()]
    counts = Counter(
        code for char in letters if char > "\u036f" for low, high, code in SCRIPTS if low <= ord(char) <= high
    )
    if not counts:
        return None
    if counts["ja"]:
        return "ja"
    code, count = max(sorted(counts.items()), key=lambda entry: entry[1])
    return code if count * 2 > len(letters) else None


def _word_scores(words: Sequence[str]) -> Scores:
    """What the words say: a known word speaks for its languages, an unknown one through its letters."""
    scores = np.zeros(len(_CODES))
    for word in words:
        codes = _index().get(word)
        if codes is not None:
            for code in codes:
                scores[code] += _SINGLE / math.sqrt(len(codes))
        elif len(word) >= 3:
            scores += _pattern(word)
    return scores


def _mark_scores(text: str) -> Scores:
    """What letters and marks say that folding takes away."""
    scores = np.zeros(len(_CODES))
    for char in set(text.lower()):
        codes = MARKS.get(char)
        if codes is not None:
            for code in codes:
                scores[_CODES.index(code)] += _MARK / math.sqrt(len(codes))
    return scores


def tells(phrase: str) -> bool:
    """Whether a phrase has a word that is not the same in any language."""
    return any(word not in _neutral() for word in tokens(phrase))


@cache
def _neutral() -> frozenset[str]:
    return frozenset(NEUTRAL.split())


@cache
def _index() -> dict[str, tuple[int, ...]]:
    index: dict[str, tuple[int, ...]] = {}
    for place, code in enumerate(_CODES):
        for word in map(fold_word, WORDS[code].split()):
            codes = index.get(word, ())
            if place not in codes:
                index[word] = (*codes, place)
    return index


def _groups(word: str) -> Iterator[str]:
    padded = f" {word} "
    for size in (2, 3, 4):
        for start in range(len(padded) - size + 1):
            yield padded[start : start + size]


@cache
def _profiles() -> tuple[Names, Scores]:
    """Letter groups with how much likelier each is in a language than in the average one, as logarithms."""
    seen = [
        hashes([name for word, codes in _index().items() if code in codes for name in _groups(word)])
        for code in range(len(_CODES))
    ]
    every = np.sort(np.concatenate(seen))
    places = Names(every[np.append(True, every[1:] != every[:-1])])
    table = np.full((len(places), len(_CODES)), 0.3, dtype=np.float32)
    for code, groups in enumerate(seen):
        np.add.at(table[:, code], places.places(groups), 1)
    table /= table.sum(axis=0)
    np.log(table, out=table)
    table -= table.mean(axis=1, keepdims=True)
    return places, table


@lru_cache(maxsize=4096)
def _pattern(word: str) -> Scores:
    """What the letters of an unknown word say, within `_PATTERN` either way."""
    places, logs = _profiles()
    rows = places.places(hashes(list(_groups(word))))
    rows = rows[rows != NOWHERE]
    if not len(rows):
        return np.zeros(len(_CODES))
    found: Scores = _PATTERN * np.tanh(logs[rows].mean(axis=0) * 1.2)
    return found
