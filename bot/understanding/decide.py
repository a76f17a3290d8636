"""From scores to a decision: answer, ask back, or say honestly that it is not known.

The thresholds are on calibrated scores and were chosen on the tuning lines only (`oponte evaluate --set tuning`).
"""

from collections.abc import Sequence

from bot.understanding.reading import Meaning, Nothing, Topics, Unsure

ANSWER = 0.45  # from here on the best topic is answered, if it leads clearly
LEAD = 0.20  # ... by this much over the runner-up
OFFER = 0.10  # from here on a topic may be offered as a button
ALONE = 0.35  # the only one worth offering is answered from here on
NEAR = 6  # offered with the best: those at least a sixth as likely
OFFERS = 3


def decide(ranked: Sequence[tuple[str, float]]) -> tuple[Meaning, float]:
    """The meaning of one question and its score; `ranked` is best first and holds only topics of the graph."""
    if not ranked:
        return Nothing(), 0.0
    best, score = ranked[0]
    runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
    if score >= ANSWER and score - runner_up >= LEAD:
        return Topics((best,)), score
    close = tuple(topic for topic, each in ranked[:OFFERS] if each >= OFFER and each >= score / NEAR)
    match close:
        case ():
            return Nothing(), score
        case (only,) if score >= ALONE:
            return Topics((only,)), score
        case _:
            return Unsure(close), score
