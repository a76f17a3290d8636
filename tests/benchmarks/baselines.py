"""The usual ways to match short texts, fitted on the same lines in the same run, each as a function from a text to its best label."""

import math
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process, utils
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

Pairs = Sequence[tuple[str, str]]
Ranked = list[tuple[str, float]]  # for each text its best label and a score, comparable within one baseline
Baseline = Callable[[Sequence[str]], Ranked]


class Words:
    """TF-IDF over words, word pairs and letter groups, as one would set it up in a morning."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.parts = (
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+"),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        )
        self.fitted = hstack([part.fit_transform(texts) for part in self.parts]).tocsr()

    def __call__(self, texts: Sequence[str]) -> object:
        return hstack([part.transform(texts) for part in self.parts]).tocsr()


def logistic(pairs: Pairs) -> Baseline:
    """TF-IDF with logistic regression."""
    words = Words([text for text, _ in pairs])
    model = LogisticRegression(C=20, max_iter=100).fit(words.fitted, [label for _, label in pairs])
    return lambda texts: _best(model.classes_, model.predict_proba(words(texts)))


def support(pairs: Pairs) -> Baseline:
    """TF-IDF with a linear support vector machine."""
    words = Words([text for text, _ in pairs])
    model = LinearSVC(C=1.0).fit(words.fitted, [label for _, label in pairs])
    return lambda texts: _best(model.classes_, model.decision_function(words(texts)))


def _best(
    classes: "np.ndarray[tuple[int], np.dtype[np.str_]]", scores: "np.ndarray[tuple[int, int], np.dtype[np.float64]]"
) -> Ranked:
    return [(str(classes[place]), float(row[place])) for row, place in zip(scores, scores.argmax(axis=1), strict=True)]


def bm25(pairs: Pairs, k1: float = 1.2, b: float = 0.75) -> Baseline:
    """Okapi BM25 over all training lines; a label scores as its best line does."""
    lines = [Counter(_split(text)) for text, _ in pairs]
    mean = sum(sum(line.values()) for line in lines) / len(lines)
    postings: dict[str, list[tuple[int, float]]] = {}
    for place, line in enumerate(lines):
        norm = k1 * (1 - b + b * sum(line.values()) / mean)
        for word, count in line.items():
            postings.setdefault(word, []).append((place, count * (k1 + 1) / (count + norm)))
    rarity = {word: math.log(1 + (len(lines) - len(held) + 0.5) / (len(held) + 0.5)) for word, held in postings.items()}

    def best(text: str) -> tuple[str, float]:
        scores: dict[int, float] = {}
        for word in _split(text):
            for place, value in postings.get(word, ()):
                scores[place] = scores.get(place, 0.0) + rarity[word] * value
        place = max(scores, key=lambda item: (scores[item], -item), default=0)
        return pairs[place][1], scores.get(place, 0.0)

    return lambda texts: [best(text) for text in texts]


def fuzzy(pairs: Pairs) -> Baseline:
    """The training line that is nearest by rapidfuzz's weighted ratio."""
    lines = [utils.default_process(text) for text, _ in pairs]

    def best(text: str) -> tuple[str, float]:
        found = process.extractOne(utils.default_process(text), lines, scorer=fuzz.token_set_ratio)
        return (pairs[found[2]][1], found[1] / 100) if found else (pairs[0][1], 0.0)

    return lambda texts: [best(text) for text in texts]


def _split(text: str) -> list[str]:
    return utils.default_process(text).split()


BASELINES: dict[str, Callable[[Pairs], Baseline]] = {
    "BM25": bm25,
    "TF-IDF + logistic regression": logistic,
    "TF-IDF + linear SVM": support,
    "rapidfuzz": fuzzy,
}
