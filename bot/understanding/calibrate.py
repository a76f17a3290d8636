"""Turns raw scores into chances: how hot the contest between labels is, and how surely a message is any label's at all.

Both are learnt from examples that the model was not fitted on (cross-validation), so that one threshold means the same
on every set.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from bot.understanding import model
from bot.understanding.features import Vector
from bot.understanding.model import Fitted, Matrix

FOLDS: Final = 5
INSIDE: Final = 0.4  # the share of messages taken to be some label's, whatever the shares in training
KNOWN_ENOUGH: Final = 0.4  # a message with a smaller share of known words loses chances in proportion
_SETTLE: Final = 1
_HEATS: Final = np.geomspace(0.3, 40.0, 50)
_DAMP: Final = 1e-2

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Calibration:
    """How hot the contest is; `gate` weighs 1, the best score, its lead, the known share, and what else was scored.

    Behind the labels' scores stand, where there are lines that are nobody's, the outside column and the gate's opinion.
    """

    heat: float
    gate: tuple[float, ...]

    def chances(self, raw: Matrix, labels: int, known: float) -> tuple[Floats, float]:
        """The chance of each label to be the right answer, and the chance that none is."""
        own = raw[:labels].astype(np.float64)
        best = float(own.max())
        contest = np.exp((own - best) * self.heat)
        lead = best - float(np.partition(own, -2)[-2]) if labels > 1 else 1.0
        signs = (1.0, best, lead, known, *raw[labels:].tolist())
        drift = sum(sign * weight for sign, weight in zip(signs, self.gate, strict=True))
        inside = min(1.0, known / KNOWN_ENOUGH) / (1.0 + math.exp(-min(max(drift, -30.0), 30.0)))
        return contest * (inside / float(contest.sum())), 1.0 - inside


def held_out(fitted: Fitted, vectors: Sequence[Vector], targets: Sequence[int], turns: Sequence[int]) -> Matrix:
    """Raw scores of each example by a model without its fold; those behind the last turn are in every model."""
    raw = np.zeros_like(fitted.parts)
    for fold in range(FOLDS):
        out = {place for place, turn in enumerate(turns) if turn == fold}
        weights = model.without(fitted, vectors, targets, out, _SETTLE)
        for place in out:
            raw[place] = model.scores(weights, vectors[place])
    return raw[: len(turns)]


def turns(targets: Sequence[int]) -> list[int]:
    """Which fold each example is held out in: neighbours together, for they are often by one hand.

    Each label's examples make twice as many blocks as there are folds: where its second half says in another language
    what the first one says, both are held out together.
    """
    total, seen = Counter(targets), Counter[int]()
    found = []
    for target in targets:
        found.append(seen[target] * 2 * FOLDS // total[target] % FOLDS)
        seen[target] += 1
    return found


def calibrate(raw: Matrix, known: Sequence[float], targets: Sequence[int], labels: int) -> Calibration:
    """The calibration for held-out raw scores with their known shares; targets of `labels` and above are outside."""
    truth = np.array(targets)
    inside = truth < labels
    return Calibration(heat=_heat(raw[inside, :labels], truth[inside]), gate=_gate(raw, np.array(known), truth, labels))


def _heat(raw: Matrix, targets: Ints) -> float:
    """The heat under which the right labels are likeliest."""
    rows = np.arange(len(targets))
    losses = []
    for heat in _HEATS:
        contest = raw.astype(np.float64) * heat
        contest -= contest.max(axis=1, keepdims=True)
        losses.append(float((np.log(np.exp(contest).sum(axis=1)) - contest[rows, targets]).mean()))
    return float(_HEATS[int(np.argmin(losses))])


def _gate(raw: Matrix, known: Floats, targets: Ints, labels: int) -> tuple[float, ...]:
    inside, outside = raw[targets < labels], raw[targets >= labels]
    known_inside, known_outside = known[targets < labels], known[targets >= labels]
    if not len(outside):
        # No outside lines to learn from: an example whose own label is struck out stands for a question without answer.
        outside, known_outside = inside.copy(), known_inside
        outside[np.arange(len(inside)), targets] = float(outside.min())
    signs = np.concatenate([_signs(inside, known_inside, labels), _signs(outside, known_outside, labels)])
    truth = np.concatenate([np.ones(len(inside)), np.zeros(len(outside))])
    weight = np.where(truth == 1, INSIDE / len(inside), (1 - INSIDE) / len(outside)) * 1000
    return tuple(float(value) for value in _logistic(signs, truth, weight))


def _signs(raw: Matrix, known: Floats, labels: int) -> Floats:
    """What tells an answerable message: the best score, its lead, how much is known, what stands behind the labels."""
    top = np.sort(raw[:, :labels].astype(np.float64), axis=1)[:, -2:]
    lead = top[:, -1] - top[:, 0] if labels > 1 else np.ones(len(raw))
    return np.column_stack([np.ones(len(raw)), top[:, -1], lead, known, raw[:, labels:].astype(np.float64)])


def _logistic(signs: Floats, truth: Floats, weight: Floats) -> Floats:
    """Weighted logistic regression by Newton's method with a light ridge."""
    found = np.zeros(signs.shape[1])
    for _ in range(30):
        chance = _sigmoid(signs @ found)
        slope = signs.T @ (weight * (chance - truth)) + _DAMP * found
        bend = (signs * (weight * chance * (1 - chance))[:, None]).T @ signs + _DAMP * np.eye(len(found))
        step = np.clip(np.linalg.solve(bend, slope), -5.0, 5.0)
        found = found - step
        if float(np.abs(step).max()) < 1e-6:
            break
    return found


def _sigmoid(value: Floats) -> Floats:
    return 1.0 / (1.0 + np.exp(-np.clip(value, -30.0, 30.0)))
