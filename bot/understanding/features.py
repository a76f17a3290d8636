"""From a message to weighted features: stems, stem pairs, letter groups and the ideas behind the words.

What a message looks like here must depend on its words and the trained vocabulary alone.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding.language import detect
from bot.understanding.lexicon import concepts
from bot.understanding.normalise import spell_out, tokens, unleet
from bot.understanding.spelling import Speller
from bot.understanding.stems import stem

Ids = npt.NDArray[np.int32]
Values = npt.NDArray[np.float32]

# How much each kind of feature counts: words, neighbours, letter groups, ideas, pairs of ideas.
KINDS: Final[dict[str, float]] = {"s": 1.0, "b": 0.5, "c": 1.0, "k": 0.7, "p": 0.5}
_EDGE: Final = ("<", ">")


@dataclass(frozen=True, kw_only=True, slots=True)
class Vector:
    """One message as sparse features; `known` is the share of its word weight that training had seen."""

    ids: Ids
    values: Values
    known: float
    words: tuple[str, ...]


def plain_words(text: str) -> list[str]:
    """The words of a message, shorthand written out, spelling left alone."""
    return spell_out(tokens(text), detect(text).language)


def raw_features(words: Sequence[str]) -> dict[str, Counter[str]]:
    """Counts of features by kind."""
    stems = [stem(word) for word in words]
    ideas = [concepts(word) or (base,) for word, base in zip(words, stems, strict=True)]
    return {
        "s": Counter(stems),
        "b": Counter(f"{one} {two}" for one, two in pairwise((_EDGE[0], *stems, _EDGE[1]))),
        "c": Counter(_letter_groups(words)),
        "k": Counter(idea for word in words for idea in concepts(word)),
        "p": Counter(_idea_pairs(ideas)),
    }


def _letter_groups(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        padded = f" {word.replace('ñ', 'n')} "
        for size in range(2, min(5, len(padded)) + 1):
            for start in range(len(padded) - size + 1):
                yield padded[start : start + size]


def _idea_pairs(ideas: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for place, ones in enumerate(ideas):
        for twos in ideas[place + 1 : place + 4]:
            for one in ones:
                for two in twos:
                    yield f"{one}+{two}" if one < two else f"{two}+{one}"


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
        lines = [plain_words(text) for text in texts]
        found: Counter[str] = Counter()
        for words in lines:
            for kind, counts in raw_features(words).items():
                found.update(f"{kind}:{feature}" for feature in counts)
        names = sorted(found)
        total = 1 + len(texts)
        weights = np.array([math.log(total / (1 + found[name])) + 1 for name in names], dtype=np.float32)
        speller = Speller.learn(Counter(word for words in lines for word in words))
        return cls(
            index={name: place for place, name in enumerate(names)},
            weights=weights,
            speller=speller,
            rare=math.log(total / 2) + 1,
        )

    def vector(self, text: str) -> Vector:
        """The features of a message that training knows, each kind of unit length times its weight."""
        words = self.speller.mend([unleet(word, self.speller.counts) for word in plain_words(text)])
        ids: list[int] = []
        values: list[float] = []
        known = 1.0
        for kind, counts in raw_features(words).items():
            length = unknown = 0.0
            start = len(ids)
            for feature, count in counts.items():
                place = self.index.get(f"{kind}:{feature}")
                if place is None:
                    unknown += self.rare * self.rare
                    continue
                value = (1 + math.log(count)) * float(self.weights[place])
                ids.append(place)
                values.append(value)
                length += value * value
            if kind == "s":
                known = length / (length + unknown) if length else 0.0
            scale = KINDS[kind] / math.sqrt(length) if length else 0.0
            values[start:] = [value * scale for value in values[start:]]
        return Vector(
            ids=np.array(ids, dtype=np.int32),
            values=np.array(values, dtype=np.float32),
            known=known,
            words=tuple(words),
        )
