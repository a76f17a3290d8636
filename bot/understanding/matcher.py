"""Ranks the labels of training phrases for a message, with scores that mean the same on every set.

An exact (normalised) training phrase always wins with 1.0; what was trained as outside is refused, not ranked low.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bot.understanding import calibrate, model
from bot.understanding.calibrate import Calibration
from bot.understanding.features import Vocabulary, plain_words
from bot.understanding.model import Half
from bot.understanding.normalise import NUMBER, key
from bot.understanding.stems import stem

THRESHOLD: Final = 0.5
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Assessment:
    """What the matcher thinks of one message.

    `outside` is the chance that no label answers it, `exact` says that a training phrase was met word for word, `known`
    is the share of its words' weight that training has seen, `words` are its words as they were understood.
    """

    ranked: tuple[tuple[str, float], ...]
    outside: float
    exact: bool
    known: float
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Why a label scored as it did: what spoke most for it and against it, and its nearest training phrases."""

    label: str
    score: float
    words: tuple[str, ...]
    features: tuple[tuple[str, float], ...]
    phrases: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Matcher:
    """A fitted matcher; made by `Matcher.fit`, kept and brought back by `artefact`."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Half
    calibration: Calibration
    phrases: Mapping[str, tuple[int, ...]]
    outside: frozenset[str]

    @classmethod
    def fit(cls, pairs: Sequence[tuple[str, str]], *, outside: Sequence[str] = ()) -> "Matcher":
        """Learn from (text, label) pairs and from lines that are no label's."""
        if not pairs:
            raise ValueError("a matcher needs at least one (text, label) pair")
        labels = tuple(sorted({label for _, label in pairs}))
        number = {label: place for place, label in enumerate(labels)}
        named = [(words, number[label]) for label in labels if (words := _label_words(label))]
        texts = [*(text for text, _ in pairs), *outside, *(words for words, _ in named)]
        targets = [
            *(number[label] for _, label in pairs),
            *([len(labels)] * len(outside)),
            *(place for _, place in named),
        ]
        vocabulary = Vocabulary.learn(texts)
        vectors = [vocabulary.vector(text, own=True) for text in texts]
        columns = len(labels) + bool(outside)
        fitted = model.fit(vectors, targets, features=len(vocabulary.index), labels=columns)
        raw = calibrate.held_out(fitted, vectors, targets, always=len(named))
        return cls(
            labels=labels,
            vocabulary=vocabulary,
            weights=fitted.weights.astype(np.float16),
            calibration=calibrate.calibrate(
                raw, [vector.known for vector in vectors[: len(raw)]], targets[: len(raw)], len(labels)
            ),
            phrases=_phrases([(text, number[label]) for text, label in pairs]),
            outside=frozenset(key(text) for text in outside),
        )

    def assess(self, text: str, k: int = 5) -> Assessment:
        """Everything that a decision needs, in one pass."""
        vector = self.vocabulary.vector(text)
        raw = model.scores(self.weights, vector)
        chances, outside = self.calibration.chances(raw, len(self.labels), vector.known)
        exact = self._exact(text)
        if key(text) in self.outside:
            chances, outside = chances * 0.0, 1.0
        if exact:
            chances[list(exact)] = 1.0
        order = np.argsort(-chances, kind="stable")[:k]
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
        label, score = found.ranked[0]
        return label if score >= THRESHOLD and key(text) not in self.outside else None

    def explain(self, text: str, label: str, k: int = 8) -> Evidence:
        """What spoke for the label and against it."""
        vector = self.vocabulary.vector(text)
        column = self.labels.index(label)
        names = {place: name for name, place in self.vocabulary.index.items() if place in set(vector.ids.tolist())}
        parts = vector.values * self.weights[vector.ids, column].astype(np.float32)
        order = np.argsort(-np.abs(parts), kind="stable")[:k]
        return Evidence(
            label=label,
            score=dict(self.rank(text, len(self.labels)))[label],
            words=vector.words,
            features=tuple((names[int(vector.ids[place])], float(parts[place])) for place in order),
            phrases=self._nearest(vector.words, column),
        )

    def _exact(self, text: str) -> tuple[int, ...]:
        """The labels whose training phrases hold this text, as typed or with its shorthand written out."""
        return self.phrases.get(key(text)) or self.phrases.get(" ".join(plain_words(text))) or ()

    def _nearest(self, words: Sequence[str], column: int) -> tuple[tuple[str, float], ...]:
        """The label's training phrases that share most words, by weight."""
        mine = {stem(word) for word in words}
        found: dict[str, float] = {}
        for phrase, columns in self.phrases.items():
            theirs = {stem(word) for word in phrase.split()}
            if column in columns and mine & theirs:
                found[phrase] = self._weight(mine & theirs) / self._weight(mine | theirs)
        return tuple(sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:3])

    def _weight(self, stems: set[str]) -> float:
        vocabulary = self.vocabulary
        places = [vocabulary.index.get(f"s:{base}") for base in sorted(stems)]
        return sum(vocabulary.rare if place is None else float(vocabulary.weights[place]) for place in places)


def _label_words(label: str) -> str:
    """A label's own words count as one more phrase, unless it is a mere code."""
    words = _NOT_LETTERS.sub(" ", label).split()
    return " ".join(words) if any(len(word) > 2 for word in words) else ""


def _phrases(pairs: Sequence[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    """Which labels a normalised phrase was given for; a bare number is no phrase."""
    found: dict[str, dict[int, None]] = {}
    for text, place in pairs:
        for phrase in {key(text), " ".join(plain_words(text))} - {"", NUMBER}:
            found.setdefault(phrase, {})[place] = None
    return {phrase: tuple(places) for phrase, places in found.items()}
