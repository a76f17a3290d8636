"""Two ways for an example to pull at the weights: hinge where labels have many examples, softmax where few.

A part is what one example adds to the weights, one number a label: weights = sum of vector x part over the examples.
A step gives the part that is best for one example while all the others stay.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

Row = npt.NDArray[np.float32]
Step = Callable[
    [Row, Row, int, float], Row
]  # (scores now, its part now, own label, its squared length) -> its new part

_DAMP: Final = 0.5 / 0.3  # hinge: the less, the harder every wrong side is punished
_DAMP_OWN: Final = _DAMP / 10.0  # right answers weigh more: with many labels each has few examples of its own
_COST: Final = 3.0  # softmax: how much the examples count against small weights
_ROUNDS: Final = 4
_TINY: Final = 1e-10


def hinge(score: Row, part: Row, own: int, square: float) -> Row:
    """Squared hinge, one label against the rest: own label above 1, the others below -1."""
    new = np.minimum(part - (score + 1.0 + _DAMP * part) / (square + _DAMP), 0.0)
    new[own] = max(float(part[own] - (score[own] - 1.0 + _DAMP_OWN * part[own]) / (square + _DAMP_OWN)), 0.0)
    return new.astype(np.float32)


def softmax(score: Row, part: Row, own: int, square: float) -> Row:
    """Multinomial logistic loss: labels contend for one answer; solved by Newton's method on the logarithms."""
    chance = -part / _COST
    chance[own] += 1.0
    chance = np.maximum(chance, _TINY)
    pull = _COST * square
    goal = score + pull * chance
    logs = np.log(chance)
    level = float(chance @ (goal - logs - pull * chance))
    for _ in range(_ROUNDS):
        slope = 1.0 / (1.0 + pull * chance)
        miss = goal - level - logs - pull * chance
        rate = chance * slope
        change = float((chance.sum() - 1.0 + rate @ miss) / rate.sum())
        logs = logs + np.clip((miss - change) * slope, -4.0, 4.0)
        level += change
        chance = np.exp(logs)
    new = -_COST * chance / chance.sum()
    new[own] += _COST
    found: Row = new.astype(np.float32)
    return found
