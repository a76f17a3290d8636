"""Ranks the labels of training phrases for a message, with scores that mean the same on every set.

An exact (normalised) training phrase always wins with 1.0; what was trained as outside is refused, not merely ranked low.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.understanding import model
from bot.understanding.features import Vector, Vocabulary
from bot.understanding.model import Matrix
from bot.understanding.normalise import key

THRESHOLD: Final = 0.5


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """What the matcher thinks of one message: ranked labels, how surely it is outside, and whether a phrase was met word for word."""

    ranked: tuple[tuple[str, float], ...]
    outside: float
    exact: bool
    known: float
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Why a label scored as it did: the strongest features for it, and the nearest training phrases."""

    label: str
    score: float
    features: tuple[tuple[str, float], ...]
    words: tuple[str, ...]
    phrases: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Matcher:
    """A fitted matcher; make one with `Matcher.fit`."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Matrix
    phrases: dict[str, tuple[str, ...]]
    outside: frozenset[str]
    heat: float

    @classmethod
    def fit(cls, pairs: Sequence[tuple[str, str]], *, outside: Sequence[str] = ()) -> "Matcher":
        """Learn from (text, label) pairs and from lines that are no label's."""
        labels = tuple(sorted({label for _, label in pairs}))
        texts = [text for text, _ in pairs] + list(outside)
        vocabulary = Vocabulary.learn(texts)
        vectors = [vocabulary.vector(text) for text in texts]
        number = {label: place for place, label in enumerate(labels)}
        targets = [number[label] for _, label in pairs] + [len(labels)] * len(outside)
        weights = model.fit_linear(vectors, targets, features=len(vocabulary.index), classes=len(labels) + 1)
        phrases: dict[str, list[str]] = {}
        for text, label in pairs:
            same = phrases.setdefault(key(text), [])
            if label not in same:
                same.append(label)
        return cls(
            labels=labels,
            vocabulary=vocabulary,
            weights=weights,
            phrases={phrase: tuple(same) for phrase, same in phrases.items() if phrase},
            outside=frozenset(key(text) for text in outside),
            heat=4.0,
        )

    def assess(self, text: str, k: int = 5) -> Assessment:
        """Everything that a decision needs, in one pass."""
        vector = self.vocabulary.vector(text)
        chances = self._chances(vector)
        phrase = key(text)
        exact = self.phrases.get(phrase, ())
        for label in exact:
            chances[self.labels.index(label)] = 1.0
        outside = 1.0 if phrase in self.outside and not exact else float(chances[-1])
        order = np.argsort(-chances[:-1], kind="stable")[:k]
        return Assessment(
            ranked=tuple((self.labels[place], float(chances[place])) for place in order),
            outside=outside,
            exact=bool(exact),
            known=vector.known,
            words=vector.words,
        )

    def rank(self, text: str, k: int = 5) -> list[tuple[str, float]]:
        """The likeliest labels, best first, each with the chance that it is the right answer."""
        return list(self.assess(text, k).ranked)

    def decide(self, text: str) -> str | None:
        """The label that surely answers, or None."""
        found = self.assess(text, 1)
        if key(text) in self.outside or not found.ranked:
            return None
        label, score = found.ranked[0]
        return label if score >= THRESHOLD else None

    def explain(self, text: str, label: str) -> Evidence:
        """What spoke for the label."""
        vector = self.vocabulary.vector(text)
        column = self.labels.index(label)
        names = {place: name for name, place in self.vocabulary.index.items()}
        parts = vector.values * self.weights[vector.ids, column]
        order = np.argsort(-parts, kind="stable")[:8]
        score = dict(self.rank(text, len(self.labels)))[label]
        return Evidence(
            label=label,
            score=score,
            features=tuple((names[int(vector.ids[place])], float(parts[place])) for place in order),
            words=vector.words,
            phrases=(),
        )

    def _chances(self, vector: Vector) -> Matrix:
        raw = model.scores(self.weights, vector) * self.heat
        raw -= raw.max()
        chances: Matrix = np.exp(raw)
        chances /= chances.sum()
        if vector.known < 0.5:
            chances[:-1] *= 2 * vector.known
            chances[-1] = 1 - chances[:-1].sum()
        return chances
