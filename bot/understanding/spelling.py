"""Mends unknown words against the words that training knows: typos, Spanish sounds, a forgotten ñ, missing spaces.

A word that is known stays as it is; no mend reaches further than one edit, or two in a long word.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_SOUNDS: Final[tuple[tuple[str, str], ...]] = (
    ("qu", "k"), ("ce", "se"), ("ci", "si"), ("ch", "C"), ("c", "k"), ("z", "s"), ("h", ""), ("v", "b"), ("ll", "y"),
    ("ge", "je"), ("gi", "ji"), ("gue", "ge"), ("gui", "gi"), ("w", "gu"), ("ñ", "n"), ("x", "s"), ("ks", "s"),
)  # fmt: skip


def sound(word: str) -> str:
    """What a word sounds like in Spanish: b is v, h is mute, ll is y."""
    for letters, heard in _SOUNDS:
        word = word.replace(letters, heard)
    out = [letter for place, letter in enumerate(word) if place == 0 or word[place - 1] != letter]
    return "".join(out)


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


@dataclass(frozen=True)
class Speller:
    """The words of training with how often each was seen."""

    counts: Mapping[str, int]

    @classmethod
    def learn(cls, counts: Counter[str]) -> "Speller":
        """A speller that knows these words."""
        return cls(counts=dict(counts))

    @cached_property
    def _near(self) -> dict[str, tuple[str, ...]]:
        near: dict[str, list[str]] = {}
        for word in self.counts:
            if len(word) >= 4 and word.isalpha():
                for short in _shortened(word):
                    near.setdefault(short, []).append(word)
        return {short: tuple(words) for short, words in near.items()}

    @cached_property
    def _heard(self) -> dict[str, str]:
        heard: dict[str, str] = {}
        for word in sorted(self.counts, key=lambda item: (self.counts[item], item)):
            if len(word) >= 3:
                heard[sound(word)] = word
        return heard

    def mend(self, words: list[str]) -> list[str]:
        """The words with the unknown ones mended where a mend is near."""
        return [part for word in words for part in self._mended(word)]

    def _mended(self, word: str) -> list[str]:
        if word in self.counts or len(word) < 3 or not word.isalpha():
            return [word]
        best = self._nearest(word)
        if best is not None:
            return [best]
        alike = self._heard.get(sound(word)) if len(word) >= 4 else None
        if alike is not None:
            return [alike]
        return (self._split(word) if len(word) >= 6 else None) or [word]

    def _nearest(self, word: str) -> str | None:
        if len(word) < 4:
            return None
        limit = 1 if len(word) < 7 else 2
        found = {candidate for short in _shortened(word) for candidate in self._near.get(short, ())}
        ranked = [
            (distance(word, candidate, limit) + (candidate[0] != word[0]), -self.counts[candidate], candidate) for candidate in found
        ]
        ranked = [entry for entry in ranked if entry[0] <= limit]
        return min(ranked)[2] if ranked else None

    def _split(self, word: str) -> list[str] | None:
        """A word cut into known words, the likeliest cut; None where there is none."""
        total = sum(self.counts.values())
        best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(word)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - 14), end):
                before, part = best[start], word[start:end]
                if before is None or part not in self.counts or (len(part) == 1 and part not in "aiyo"):
                    continue
                cost = before[0] - math.log(self.counts[part] / total) + 2
                here = best[end]
                if here is None or cost < here[0]:
                    best[end] = (cost, [*before[1], part])
        whole = best[-1]
        return whole[1] if whole and whole[0] / len(whole[1]) < 9 and min(map(len, whole[1])) + len(whole[1]) < 8 else None
