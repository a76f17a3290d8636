"""From scores to a decision: answer, ask back, or say honestly that it is not known.

The thresholds are on calibrated scores and were chosen on the tuning lines only (`oponte evaluate --set tuning`).
"""

from collections.abc import Sequence

from bot.understanding.reading import Meaning, Nothing, Topics, Unsure

ANSWER = 0.50  # from here on the best topic is answered, if it leads clearly
LEAD = 0.12  # ... by this much over the runner-up
OFFER = 0.22  # from here on a topic may be offered as a button
OFFERS = 3


def decide(ranked: Sequence[tuple[str, float]]) -> tuple[Meaning, float]:
    """The meaning of one question and its score; `ranked` is best first and holds only topics of the graph."""
    if not ranked:
        return Nothing(), 0.0
    best, score = ranked[0]
    runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
    if score >= ANSWER and score - runner_up >= LEAD:
        return Topics((best,)), score
    close = tuple(topic for topic, each in ranked[:OFFERS] if each >= OFFER and each >= score / 3)
    match close:
        case ():
            return Nothing(), score
        case (only,) if score >= (ANSWER + OFFER) / 2:
            return Topics((only,)), score
        case _:
            return Unsure(close), score
