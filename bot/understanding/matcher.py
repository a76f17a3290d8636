"""Ranks the labels of training phrases for a message, with scores that mean the same on every set.

An exact (normalised) training phrase always wins with 1.0; what was trained as outside is refused, not ranked low.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding import calibrate, features, gate, model
from bot.understanding.calibrate import Calibration
from bot.understanding.compact import NOWHERE, Phrases, hashes
from bot.understanding.features import MANY, Vector, Vocabulary, plain_words
from bot.understanding.language import detect
from bot.understanding.model import Packed, Vector32
from bot.understanding.normalise import NUMBERS, key, spell_out, tokens
from bot.understanding.stems import stem

THRESHOLD: Final = 0.5
SILENT: Final = 0.4  # the share of features, those that tell labels apart least, that is let go after fitting
Among = npt.NDArray[np.int64]  # columns of the weights
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
class Weighed:
    """The raw scores of one message, its features, and the labels that have it for a training phrase."""

    raw: Vector32
    vector: Vector
    exact: frozenset[int]
    refused: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Evidence:
    """Why a label scored as it did: what spoke most for it and against it."""

    label: str
    score: float
    words: tuple[str, ...]
    features: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Matcher:
    """A fitted matcher; made by `Matcher.fit`, kept and brought back by `artefact`."""

    labels: tuple[str, ...]
    vocabulary: Vocabulary
    weights: Packed
    calibration: Calibration
    phrases: Phrases

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
        vocabulary, vectors, always = Vocabulary.learn(texts)
        columns = len(labels) + bool(outside)
        fitted = model.fit(vectors, targets, features=len(vocabulary.names), labels=columns)
        turns = calibrate.turns(targets[: len(targets) - len(named)])
        weights, raw = fitted.weights, calibrate.held_out(fitted, vectors, targets, turns)
        telling = np.sqrt(np.square(weights[:-1]).sum(axis=1)) * vocabulary.weights
        if outside:
            inside = [target < len(labels) for target in targets]
            opinion, held = gate.fit(vectors, inside, turns, features=len(vocabulary.names), folds=calibrate.FOLDS)
            weights, raw = np.column_stack((weights, opinion)), np.column_stack((raw, held))
        kept = always | (telling > (np.quantile(telling, SILENT) if len(texts) >= MANY else -1.0))
        return cls(
            labels=labels,
            vocabulary=vocabulary.only(kept),
            weights=Packed.of(weights[np.append(kept, True)]),
            calibration=calibrate.calibrate(
                raw, [vector.known for vector in vectors[: len(raw)]], targets[: len(raw)], len(labels)
            ),
            phrases=_phrases([(text, number[label]) for text, label in pairs], outside),
        )

    def assess(self, text: str, k: int = 10, language: str | None = None) -> Assessment:
        """Everything that a decision needs, in one pass; `language` is the text's, where it is known."""
        return self.judge(self.weigh(text, language), k=k)

    def weigh(self, text: str, language: str | None = None) -> Weighed:
        """The scores of a message, from which it may be judged more than once."""
        typed = tokens(text)
        plain = spell_out(typed, language or detect(text).language)
        vector = self.vocabulary.vector(plain)
        exact, refused = self._exact(" ".join(typed), " ".join(plain))
        return Weighed(raw=self.weights.scores(vector), vector=vector, exact=frozenset(exact), refused=refused)

    def judge(self, weighed: Weighed, among: Among | None = None, k: int = 10) -> Assessment:
        """What a message is if only some labels are possible here; all of them if nothing is said."""
        vector, places = weighed.vector, np.arange(len(weighed.raw)) if among is None else among
        chances, outside = self.calibration.chances(
            weighed.raw[places], int((places < len(self.labels)).sum()), vector.known
        )
        exact: list[int] = np.flatnonzero(np.isin(places, list(weighed.exact))).tolist() if weighed.exact else []
        if weighed.refused:
            chances, outside = chances * 0.0, 1.0
        if exact:
            chances[exact] = 1.0
        order = np.argsort(-chances, kind="stable")[:k]
        best = zip(places[order].tolist(), chances[order].tolist(), strict=True)
        return Assessment(
            ranked=tuple((self.labels[place], chance) for place, chance in best),
            outside=outside,
            exact=bool(exact),
            known=vector.known,
            words=vector.words,
        )

    def among(self, labels: Iterable[str]) -> Among:
        """The columns of these labels, and those that tell what is outside."""
        number = {label: place for place, label in enumerate(self.labels)}
        columns = sorted(number[label] for label in labels if label in number)
        return np.array([*columns, *range(len(self.labels), len(self.weights.bias))], dtype=np.int64)

    def rank(self, text: str, k: int = 5) -> list[tuple[str, float]]:
        """The likeliest labels, best first, each with the chance that it is the right answer."""
        return list(self.assess(text, k).ranked)

    def decide(self, text: str) -> str | None:
        """The label that surely answers, or None."""
        found = self.assess(text, 1)
        label, score = found.ranked[0]
        return label if score >= THRESHOLD and found.outside < 1.0 else None

    def explain(self, text: str, label: str, k: int = 8) -> Evidence:
        """What spoke for the label and against it."""
        vector = self.vocabulary.vector(plain_words(text))
        column = self.labels.index(label)
        shown = features.names(vector.words)
        names = dict(zip(self.vocabulary.names.places(hashes(shown)).tolist(), shown, strict=True))
        parts = self.weights.column(vector, column)
        order = np.argsort(-np.abs(parts), kind="stable")[:k]
        return Evidence(
            label=label,
            score=dict(self.rank(text, len(self.labels)))[label],
            words=vector.words,
            features=tuple((names[int(vector.ids[place])], float(parts[place])) for place in order),
        )

    def nearest(self, text: str, phrases: Iterable[str], k: int = 3) -> list[str]:
        """Those of the phrases that share most words with the text, by weight."""
        mine = {stem(word) for word in self.vocabulary.vector(plain_words(text)).words}
        found: dict[str, float] = {}
        for phrase in phrases:
            theirs = {stem(word) for word in plain_words(phrase)}
            if mine & theirs:
                found[phrase] = self._weight(mine & theirs) / self._weight(mine | theirs)
        return sorted(found, key=lambda phrase: (-found[phrase], phrase))[:k]

    def _exact(self, typed: str, plain: str) -> tuple[list[int], bool]:
        """The labels that have this message for a training phrase, as typed or with its shorthand written out.

        And whether it is a line that is known to be no label's.
        """
        found = self.phrases.numbers_of(typed)
        if not any(place != NOWHERE for place in found):
            found += self.phrases.numbers_of(plain)
        return [place for place in found if place != NOWHERE], NOWHERE in found

    def _weight(self, stems: set[str]) -> float:
        return sum(self.vocabulary.weight(base) for base in sorted(stems))


def _label_words(label: str) -> str:
    """A label's own words count as one more phrase, unless it is a mere code."""
    words = _NOT_LETTERS.sub(" ", label).split()
    return " ".join(words) if any(len(word) > 2 for word in words) else ""


def _phrases(pairs: Sequence[tuple[str, int]], outside: Sequence[str]) -> Phrases:
    """Which labels a normalised phrase was given for, `NOWHERE` for an outside line; a bare number is no phrase."""
    found = [
        (phrase, place)
        for text, place in pairs
        for phrase in (key(text), " ".join(plain_words(text)))
        if phrase and phrase not in NUMBERS
    ]
    return Phrases.of([*found, *((key(text), NOWHERE) for text in outside)])
