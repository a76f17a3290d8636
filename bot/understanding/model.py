"""A linear model over sparse features, one weight column a label, fitted by dual coordinate descent (squared hinge).

The passes go over the examples in a fixed order: the same data always gives the same weights.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding.features import Vector

Matrix = npt.NDArray[np.float32]

_STEP: Final = 7919  # a prime: visits the examples in a fixed but scattered order


def fit_linear(vectors: Sequence[Vector], labels: Sequence[int], *, features: int, classes: int, cost: float = 1.0, passes: int = 12) -> Matrix:
    """Weights of shape (features + 1, classes), the last row being the bias."""
    weights = np.zeros((features + 1, classes), dtype=np.float32)
    duals = np.zeros((len(vectors), classes), dtype=np.float32)
    damp = 0.5 / cost
    norms = [float(vector.values @ vector.values) + 1.0 + damp for vector in vectors]
    count = len(vectors)
    for turn in range(passes):
        for visit in range(count):
            place = (visit * _STEP + turn * 31) % count if count % _STEP else visit
            vector = vectors[place]
            rows = weights[vector.ids]
            sign = np.full(classes, -1.0, dtype=np.float32)
            sign[labels[place]] = 1.0
            margin = (vector.values @ rows + weights[-1]) * sign
            old = duals[place]
            new = np.maximum(old - (margin - 1.0 + damp * old) / norms[place], 0.0).astype(np.float32)
            change = (new - old) * sign
            duals[place] = new
            rows += vector.values[:, None] * change
            weights[vector.ids] = rows
            weights[-1] += change
    return weights


def scores(weights: Matrix, vector: Vector) -> npt.NDArray[np.float32]:
    """One raw score a label."""
    found: npt.NDArray[np.float32] = vector.values @ weights[vector.ids] + weights[-1]
    return found
