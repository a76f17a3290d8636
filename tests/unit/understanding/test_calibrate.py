"""One message is judged by the same signs as the examples that the gate was fitted on."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import calibrate
from bot.understanding.calibrate import KNOWN_ENOUGH, Calibration

SCORES = st.lists(st.floats(-3, 3, width=32), min_size=3, max_size=8)


@given(SCORES, st.floats(KNOWN_ENOUGH, 1))
def test_the_chance_to_be_inside_is_that_of_the_signs(scores: list[float], known: float) -> None:
    raw = np.array(scores, dtype=np.float32)
    labels, gate = len(scores) - 1, (-1.0, 2.5, -0.5, -2.0, 1.0)
    signs = calibrate._signs(raw[None, :], np.array([known]), labels)
    chances, outside = Calibration(heat=6.0, gate=gate).chances(raw, labels, known)
    assert 1.0 - outside == pytest.approx(float(calibrate._sigmoid(signs @ np.array(gate))[0]), abs=1e-6)
    assert float(chances.sum()) == pytest.approx(1.0 - outside, abs=1e-9)
