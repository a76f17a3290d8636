"""A linear model over sparse features, one weight column a label, fitted in its dual, one example after the other.

The passes go over the examples in a fixed order, so the same data always gives the same weights.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding.features import Vector
from bot.understanding.losses import Step, hinge, softmax

Matrix = npt.NDArray[np.float32]
Vector32 = npt.NDArray[np.float32]
Small = npt.NDArray[np.int8]

_FEW: Final = 20  # examples a label below which labels contend with one another, instead of each with the rest
_SETTLED: Final = 1e-4  # a change so small is left out
_PASSES: Final = {hinge: 5, softmax: 12}  # the hinge settles sooner, and has more examples to see in each pass


@dataclass(frozen=True, kw_only=True, slots=True)
class Fitted:
    """Weights of shape (features + 1, labels), the last row being the bias, and the part of each example in them."""

    weights: Matrix
    parts: Matrix
    step: Step


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """Weights of shape (features, labels) in a byte each, one step of theirs for each label, and a bias for each."""

    rows: Small
    step: Vector32
    bias: Vector32

    @classmethod
    def of(cls, weights: Matrix) -> "Packed":
        """Weights, the last row being the bias, to within half a step."""
        rows = weights[:-1]
        step = np.maximum(np.abs(rows).max(axis=0, initial=0.0), 1e-9) / 127
        return cls(rows=np.round(rows / step).astype(np.int8), step=step.astype(np.float32), bias=weights[-1].copy())

    def scores(self, vector: Vector) -> Vector32:
        """One raw score a label: the higher, the more speaks for it."""
        found: Vector32 = vector.values @ self.rows[vector.ids].astype(np.float32) * self.step + self.bias
        return found

    def column(self, vector: Vector, label: int) -> Vector32:
        """What each feature of the vector says for one label."""
        found: Vector32 = vector.values * self.rows[vector.ids, label] * self.step[label]
        return found


def fit(vectors: Sequence[Vector], targets: Sequence[int], *, features: int, labels: int) -> Fitted:
    """Weights that tell each label from all the others."""
    step = softmax if np.median(list(Counter(targets).values())) < _FEW else hinge
    fitted = Fitted(
        weights=np.zeros((features + 1, labels), dtype=np.float32),
        parts=np.zeros((len(vectors), labels), dtype=np.float32),
        step=step,
    )
    _descend(fitted, vectors, targets, range(len(vectors)), _PASSES[step])
    return fitted


def without(
    fitted: Fitted, vectors: Sequence[Vector], targets: Sequence[int], held_out: set[int], passes: int
) -> Matrix:
    """The weights as they would be without some examples: their part is taken away, the others settle anew."""
    rest = Fitted(weights=fitted.weights.copy(), parts=fitted.parts.copy(), step=fitted.step)
    for place in sorted(held_out):
        rest.weights[vectors[place].ids] -= vectors[place].values[:, None] * rest.parts[place]
        rest.weights[-1] -= rest.parts[place]
    kept = [place for place in range(len(vectors)) if place not in held_out]
    _descend(rest, vectors, targets, kept, passes)
    return rest.weights


def scores(weights: Matrix, vector: Vector) -> Matrix:
    """One raw score a label, by weights that are not packed."""
    found: Matrix = vector.values @ weights[vector.ids] + weights[-1]
    return found


def _descend(
    fitted: Fitted, vectors: Sequence[Vector], targets: Sequence[int], places: Sequence[int], passes: int
) -> None:
    """Improve weights and parts in place, example by example; each step is exact for its example."""
    weights, parts = fitted.weights, fitted.parts
    squares = [float(vector.values @ vector.values) + 1.0 for vector in vectors]
    for turn in range(passes):
        for visit in scattered(len(places), turn):
            place = places[visit]
            vector = vectors[place]
            rows = weights[vector.ids]
            score = vector.values @ rows + weights[-1]
            part = fitted.step(score, parts[place], targets[place], squares[place])
            change = part - parts[place]
            if float(np.abs(change).max()) < _SETTLED:
                continue
            parts[place] = part
            rows += vector.values[:, None] * change
            weights[vector.ids] = rows
            weights[-1] += change


def scattered(count: int, turn: int) -> list[int]:
    """The numbers below `count` in an order without pattern, the same every time, another one each turn.

    In the data's own order, label after label, the passes would settle many times more slowly.
    """
    mixed = np.arange(count, dtype=np.uint64) + np.uint64(turn * count + 1)
    for shift, factor in ((33, 0xFF51AFD7ED558CCD), (33, 0xC4CEB9FE1A85EC53)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    order: list[int] = np.argsort(mixed, kind="stable").tolist()
    return order
