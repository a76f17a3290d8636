"""A linear model over sparse features, one weight column a label: squared hinge, one against the rest, in its dual.

The passes go over the examples in a fixed order, so the same data always gives the same weights. Right answers weigh
more than wrong ones (`FAVOUR`): with many labels each has few examples of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding.features import Vector

Matrix = npt.NDArray[np.float32]
Half = npt.NDArray[np.float16]

COST: Final = 0.3
FAVOUR: Final = 10.0
PASSES: Final = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """Weights of shape (features + 1, labels), the last row being the bias, and what each example added to them."""

    weights: Matrix
    duals: Matrix


def fit(vectors: Sequence[Vector], targets: Sequence[int], *, features: int, labels: int) -> Fitted:
    """Weights that tell each label from all the others."""
    weights = np.zeros((features + 1, labels), dtype=np.float32)
    duals = np.zeros((len(vectors), labels), dtype=np.float32)
    _descend(weights, duals, vectors, targets, range(len(vectors)), PASSES)
    return Fitted(weights=weights, duals=duals)


def without(
    fitted: Fitted, vectors: Sequence[Vector], targets: Sequence[int], held_out: set[int], passes: int
) -> Matrix:
    """The weights as they would be without some examples: their part is taken away, the others settle anew."""
    weights, duals = fitted.weights.copy(), fitted.duals.copy()
    for place in sorted(held_out):
        change = -duals[place]
        change[targets[place]] *= -1
        weights[vectors[place].ids] -= vectors[place].values[:, None] * change
        weights[-1] -= change
    kept = [place for place in range(len(vectors)) if place not in held_out]
    _descend(weights, duals, vectors, targets, kept, passes)
    return weights


def _descend(
    weights: Matrix,
    duals: Matrix,
    vectors: Sequence[Vector],
    targets: Sequence[int],
    places: Sequence[int],
    passes: int,
) -> None:
    """Improve weights and duals in place, example by example; each step is exact for its example."""
    damp, damp_own = 0.5 / COST, 0.5 / (COST * FAVOUR)
    squares = [float(vector.values @ vector.values) + 1.0 for vector in vectors]
    for turn in range(passes):
        for visit in _scattered(len(places), turn):
            place = places[visit]
            vector, own = vectors[place], targets[place]
            rows = weights[vector.ids]
            score = vector.values @ rows + weights[-1]
            old = duals[place]
            new = np.maximum(old - (-score - 1.0 + damp * old) / (squares[place] + damp), 0.0)
            new[own] = max(old[own] - (score[own] - 1.0 + damp_own * old[own]) / (squares[place] + damp_own), 0.0)
            change = old - new
            change[own] *= -1
            duals[place] = new
            rows += vector.values[:, None] * change
            weights[vector.ids] = rows
            weights[-1] += change


def _scattered(count: int, turn: int) -> list[int]:
    """The numbers below `count` in an order without pattern, the same every time, another one each turn.

    In the data's own order, label after label, the passes would settle many times more slowly.
    """
    mixed = np.arange(count, dtype=np.uint64) + np.uint64(turn * count + 1)
    for shift, factor in ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    order: list[int] = np.argsort(mixed, kind="stable").tolist()
    return order


def scores(weights: Matrix | Half, vector: Vector) -> Matrix:
    """One raw score a label: above 0 speaks for it."""
    rows = weights[vector.ids].astype(np.float32)
    found: Matrix = vector.values @ rows + weights[-1].astype(np.float32)
    return found
