"""The second opinion on what is outside: it tells the sides apart, and judges no example that it has learnt from."""

import numpy as np

from bot.understanding import gate
from bot.understanding.features import Vector, Vocabulary
from tests.unit.understanding.test_matcher import OUTSIDE, PAIRS

TEXTS = [*(text for text, _ in PAIRS), *OUTSIDE]
INSIDE = [*[True] * len(PAIRS), *[False] * len(OUTSIDE)]


def fitted(inside: list[bool]) -> tuple[list[Vector], gate.Floats, gate.Floats]:
    vocabulary, vectors, _ = Vocabulary.learn(TEXTS)
    turns = [place % 3 for place in range(len(TEXTS))]
    return vectors, *gate.fit(vectors, inside, turns, features=len(vocabulary.names), folds=3)


def test_what_it_has_learnt_is_on_its_side() -> None:
    vectors, weights, _ = fitted(INSIDE)
    scores = [float(vector.values @ weights[vector.ids] + weights[-1]) for vector in vectors]
    assert [score > 0 for score in scores] == INSIDE


def test_an_example_has_no_say_in_its_own_score() -> None:
    held = fitted(INSIDE)[2]
    turned = fitted([not INSIDE[0], *INSIDE[1:]])[2]
    assert held[0] == turned[0]
    assert not np.array_equal(held, turned)  # the other folds have learnt from it
