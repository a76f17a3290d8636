"""A second opinion on whether a message is any label's at all: a linear model of the two sides, inside and outside.

To the model of the labels, what is outside is one more label among many. Here every feature learns at its own pace
(AdaGrad, logistic loss), so that a rare one that tells the sides apart is heard as well as a frequent one.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding.features import Vector
from bot.understanding.model import scattered

Floats = npt.NDArray[np.float32]

_PASSES: Final = 4
_PACE: Final = 0.3  # the first step of a feature; it falls to nothing over the passes
_START: Final = 1e-4  # what a feature's steps are counted from
_FAR: Final = 30.0


def fit(
    vectors: Sequence[Vector], inside: Sequence[bool], turns: Sequence[int], *, features: int, folds: int
) -> tuple[Floats, Floats]:
    """Weights of shape (features + 1,), the last being the bias, and of each example the score without its own fold.

    `turns` tells the fold of each of the first examples; what comes after them is in every fold, and gets no score.
    All folds are fitted side by side in one go, each in its own column; the last column is for all examples.
    """
    weights = np.zeros((features + 1, folds + 1), dtype=np.float32)
    steps = np.full_like(weights, _START)
    seen = np.ones((folds + 1, folds + 1), dtype=np.float32)
    seen[np.arange(folds), np.arange(folds)] = 0.0  # a row for each fold, and one for what is in all
    places, of = len(vectors), [*turns, *[folds] * (len(vectors) - len(turns))]
    done = 0
    for turn in range(_PASSES):
        for place in scattered(places, turn):
            vector, pace = vectors[place], _PACE * (1.0 - done / (_PASSES * places))
            done += 1
            rows = weights[vector.ids]
            pull = (_chance(vector.values @ rows + weights[-1]) - inside[place]) * seen[of[place]]
            slope = vector.values[:, None] * pull
            paces = steps[vector.ids] + slope * slope
            steps[vector.ids] = paces
            weights[vector.ids] = rows - pace * slope / np.sqrt(paces)
            steps[-1] += pull * pull
            weights[-1] -= pace * pull / np.sqrt(steps[-1])
    held = [
        float(vector.values @ weights[vector.ids, fold] + weights[-1, fold])
        for vector, fold in zip(vectors, turns, strict=False)
    ]
    return weights[:, -1].copy(), np.array(held, dtype=np.float32)


def _chance(score: Floats) -> Floats:
    return np.divide(1.0, 1.0 + np.exp(-np.clip(score, -_FAR, _FAR)), dtype=np.float32)
