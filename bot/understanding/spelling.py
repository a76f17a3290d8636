"""Mends unknown words against the words that training knows: typos, Spanish sounds, a forgotten ñ, missing spaces.

A word that is known, or that is a real word of either language, stays as it is; no mend reaches further than one edit,
or two in a long word.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from bot.understanding.compact import Counts, Lists, Words
from bot.understanding.normalise import unleet

_DOUBLED: Final = re.compile(r"(.)\1")
FREQUENT: Final = 20  # how often a word must have been seen to be what a short or known typo meant
RARE: Final = 2  # a word seen no more often may be a typo
MEND_TRUST: Final = 0.75  # how far a mended word counts as a known one

_SOUNDS: Final[tuple[tuple[str, str], ...]] = (
    ("que", "ke"), ("qui", "ki"), ("gue", "Ge"), ("gui", "Gi"), ("ch", "C"), ("ce", "se"), ("ci", "si"), ("c", "k"),
    ("z", "s"), ("hua", "wa"), ("hue", "we"), ("hui", "wi"), ("h", ""), ("v", "b"), ("ll", "y"), ("ge", "je"),
    ("gi", "ji"), ("ñ", "n"), ("x", "s"),
)  # fmt: skip


def sound(word: str) -> str:
    """What a word sounds like in Spanish: b is v, h is mute, ll is y."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    return "".join(letter for place, letter in enumerate(word) if place == 0 or word[place - 1] != letter)


def _shortened(word: str) -> Iterator[str]:
    yield word
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def distance(one: str, two: str, limit: int) -> int:
    """Edits between two words, a swap of neighbours being one edit; `limit + 1` when there are more."""
    if abs(len(one) - len(two)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if earlier and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, earlier[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def mendable(counts: Mapping[str, int]) -> list[str]:
    """The words that others may be mended to, the more frequent the later."""
    return [word for word in sorted(counts, key=lambda item: (counts[item], item)) if len(word) >= 3 and word.isalpha()]


@dataclass(frozen=True, slots=True)
class Speller:
    """The words of training with how often each was seen; `real` tells other real words, which are never mended."""

    counts: Counts
    real: Callable[[str], bool]
    words: Words = field(repr=False)  # the words that others may be mended to, the more frequent the later
    near: Lists = field(repr=False)  # by a word, or a word short of a letter: the numbers of the words it may be
    heard: Lists = field(repr=False)  # by a sound
    total: int
    # A long message is looked at in parts, each word again and again.
    _again: Callable[[str], list[tuple[str, float]]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_again", lru_cache(maxsize=4096)(self._mended))

    @classmethod
    def learn(cls, counts: Mapping[str, int], real: Callable[[str], bool]) -> "Speller":
        """A speller that knows these words."""
        words = mendable(counts)
        near = Lists.of((short, number) for number, word in enumerate(words) for short in _shortened(word))
        heard = Lists.of((sound(word), number) for number, word in enumerate(words))
        return cls.of(Counts.of(counts), real, Words.of(words), near, heard)

    @classmethod
    def of(cls, counts: Counts, real: Callable[[str], bool], words: Words, near: Lists, heard: Lists) -> "Speller":
        """The speller that learnt this before."""
        return cls(counts, real, words, near, heard, counts.total())

    def mend(self, words: Sequence[str]) -> list[tuple[str, float]]:
        """The words with the unknown ones mended where a mend is near, each with how far it counts as known."""
        return [part for word in words for part in self._again(word)]

    def _mended(self, word: str) -> list[tuple[str, float]]:
        word = unleet(word, self.counts)
        seen = self.counts[word]
        if seen > RARE or (seen and self.real(word)):
            return [(word, 1.0)]
        if seen:  # perhaps somebody else's typo
            meant = self._nearest(word) if len(word) > 3 else self._swapped(word)
            return [(meant if meant and self.counts[meant] >= FREQUENT else word, 1.0)]
        if len(word) < 3 or not word.isalpha() or self.real(word):
            return [(word, 0.0)]
        if len(word) == 3:
            mend = self._calmed(word) or self._swapped(word)
            return [(mend, self._trust(word, mend))] if mend else [(word, 0.0)]
        best = self._calmed(word) or self._heard(word) or self._nearest(word)
        if best is not None:
            return [(best, self._trust(word, best))]
        parts = self._split(word) if len(word) >= 6 else None
        return [(part, MEND_TRUST) for part in parts] if parts else [(word, 0.0)]

    def _trust(self, word: str, best: str) -> float:
        if best not in self.counts:
            return 0.0
        return 1.0 if best.replace("ñ", "n") == word else MEND_TRUST

    def _calmed(self, word: str) -> str | None:
        """A word with its doubled letters made single: heyy, noo."""
        calm = _DOUBLED.sub(r"\1", word)
        return calm if calm in self.counts or (calm != word and self.real(calm)) else None

    def _swapped(self, word: str) -> str | None:
        """A frequent word with two neighbours in the wrong order: teh, cna."""
        swaps = (word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1))
        found = max(swaps, key=lambda each: self.counts[each], default=word)
        return found if self.counts[found] >= FREQUENT else None

    def _heard(self, word: str) -> str | None:
        """The most frequent word that sounds the same."""
        heard = sound(word)
        found = (self.words[number] for number in sorted(self.heard.of_any((heard,)), reverse=True))
        return next((other for other in found if sound(other) == heard), None)

    def _nearest(self, word: str) -> str | None:
        limit = 1 if len(word) < 8 else 2
        found = [self.words[number] for number in self.near.of_any(tuple(_shortened(word)))]
        found = [candidate for candidate in found if candidate != word]
        ranked: list[tuple[int, int, str]] = []
        for candidate in found:
            edits = distance(word, candidate, limit) if candidate.replace("ñ", "n") != word else 0
            other_start = candidate[0] != word[0] and sound(candidate)[:1] != sound(word)[:1]
            if edits <= limit and (not other_start or (edits == 1 and len(word) >= 6)):
                ranked.append((edits, -self.counts[candidate], candidate))
        return min(ranked)[2] if ranked else None

    def _split(self, word: str) -> list[str] | None:
        """A word cut into known words, the likeliest cut; None where none is likely."""
        best: list[tuple[float, list[str]] | None] = [(0.0, []), *[None] * len(word)]
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 16), end):
                before, part = best[start], word[start:end]
                if before is None or part not in self.counts or (len(part) == 1 and part not in "aiyo"):
                    continue
                cost = before[0] - math.log(self.counts[part] / self.total) + 1.0
                here = best[end]
                if here is None or cost < here[0]:
                    best[end] = (cost, [*before[1], part])
        whole = best[-1]
        if whole is None or len(word) / len(whole[1]) < 2.5:
            return None
        return whole[1]
