"""From a message to weighted features: stems, their neighbours, letter groups, the ideas behind words, their pairs.

What a message looks like here depends on its words and on the trained vocabulary alone.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding import lexicon
from bot.understanding.language import detect, is_word
from bot.understanding.normalise import spell_out, tokens
from bot.understanding.spelling import Speller
from bot.understanding.stems import stem

Ids = npt.NDArray[np.int32]
Values = npt.NDArray[np.float32]

# Each kind of feature makes a unit vector; these are the weights by which the kinds are joined:
# stems, neighbouring stems, letter groups, ideas, pairs of ideas.
KINDS: Final[dict[str, float]] = {"s": 1.0, "b": 0.5, "c": 0.7, "k": 0.7, "p": 0.7}
IDEA_TRUST: Final = 0.6  # how far a word that training has not seen counts as known by its idea
_REACH: Final = 5  # how many words apart two ideas still make a pair
_MANY: Final = 3000  # from so many lines on, what was seen once is left out of all kinds but stems and ideas
_NUMBER_WEIGHT: Final = 0.3  # a date or a number must not change an answer


@dataclass(frozen=True, kw_only=True, slots=True)
class Vector:
    """A message as sparse features; `known` is the share of its word weight that training has seen."""

    ids: Ids
    values: Values
    known: float
    words: tuple[str, ...]


def plain_words(text: str) -> list[str]:
    """The words of a message, shorthand written out, spelling left alone."""
    found = tokens(text)
    return spell_out(found, detect(text).language)


def raw_features(words: Sequence[str]) -> dict[str, Counter[str]]:
    """Counts of features by kind; a feature's name begins with its kind."""
    stems = [stem(word) for word in words]
    ideas = lexicon.ideas(words)
    letters: Counter[str] = Counter()
    for word in words:
        letters.update(_letter_groups(word))
    return {
        "s": Counter([f"s:{base}" for base in stems]),
        "b": Counter([f"b:{one} {two}" for one, two in pairwise(("<", *stems, ">"))]),
        "c": letters,
        "k": Counter([f"k:{idea}" for found, _ in ideas for idea in found]),
        "p": Counter(_idea_pairs([found or (stem(word),) for found, word in ideas])),
    }


@lru_cache(maxsize=4096)
def _letter_groups(word: str) -> tuple[str, ...]:
    padded = f" {word.replace('ñ', 'n')} "
    return tuple(
        f"c:{padded[start : start + size]}"
        for size in range(2, min(5, len(padded)) + 1)
        for start in range(len(padded) - size + 1)
    )


def _idea_pairs(ideas: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for place, ones in enumerate(ideas):
        for twos in ideas[place + 1 : place + 1 + _REACH]:
            for one in ones:
                for two in twos:
                    yield f"p:{one}+{two}" if one < two else f"p:{two}+{one}"


def _is_real(word: str) -> bool:
    """Whether a word is one of the languages' own, so that it is no typo."""
    return is_word(word) or bool(lexicon.concepts(word))


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The features that training saw, each with its number and its weight."""

    index: Mapping[str, int]
    weights: Values
    speller: Speller
    rare: float

    @classmethod
    def learn(cls, texts: Sequence[str]) -> "Vocabulary":
        """Count features over the texts; rarer ones weigh more."""
        found: Counter[str] = Counter()
        counts: Counter[str] = Counter()
        for text in texts:
            words = plain_words(text)
            counts.update(words)
            for features in raw_features(words).values():
                found.update(features.keys())
        least = 2 if len(texts) >= _MANY else 1
        names = sorted(name for name, count in found.items() if count >= least or name[0] in "sk")
        total = 1 + len(texts)
        weights = np.array([_weight(name, found[name], total) for name in names], dtype=np.float32)
        return cls.of(names, weights, counts)

    @classmethod
    def of(cls, names: Sequence[str], weights: Values, counts: Mapping[str, int]) -> "Vocabulary":
        """The vocabulary of these features, in this order; the tables of both languages are made ready with it."""
        plain_words("xyzzy")
        lexicon.concepts("xyzzy")
        return cls(
            index={name: place for place, name in enumerate(names)},
            weights=weights,
            speller=Speller.learn(counts, _is_real),
            rare=float(weights.max(initial=1.0)),
        )

    def vector(self, text: str, *, own: bool = False) -> Vector:
        """The features of a message that training knows, each kind of unit length times its weight.

        `own` is for a training line: what only that line has does not count as known.
        """
        mended = self.speller.mend(plain_words(text))
        words = [word for word, _ in mended]
        ids: list[int] = []
        counts: list[int] = []
        ends: list[int] = []
        for features in raw_features(words).values():
            for feature, count in features.items():
                place = self.index.get(feature)
                if place is not None:
                    ids.append(place)
                    counts.append(count)
            ends.append(len(ids))
        values = self.weights[ids] * (1 + np.log(np.array(counts, dtype=np.float32)))
        start = 0
        for weight, end in zip(KINDS.values(), ends, strict=True):
            length = math.sqrt(float(values[start:end] @ values[start:end]))
            values[start:end] *= weight / length if length else 0.0
            start = end
        return Vector(
            ids=np.array(ids, dtype=np.int32),
            values=values.astype(np.float32),
            known=self.known(mended, own=own),
            words=tuple(words),
        )

    def known(self, mended: Sequence[tuple[str, float]], *, own: bool = False) -> float:
        """The share of the words' weight that training knows, if only by the idea behind a word; 0 for no words."""
        known = total = 0.0
        for word, trust in mended:
            place = self.index.get(f"s:{stem(word)}")
            weight = self.rare if place is None else float(self.weights[place])
            unseen = place is None or (own and weight >= self.rare)
            known += weight * (self._by_idea(word) if unseen else trust)
            total += weight
        return known / total if total else 0.0

    def _by_idea(self, word: str) -> float:
        return IDEA_TRUST if any(f"k:{idea}" in self.index for idea in lexicon.concepts(word)) else 0.0


def _weight(name: str, count: int, total: int) -> float:
    weight = math.log(total / (1 + count)) + 1
    return weight * _NUMBER_WEIGHT if "#" in name else weight
