"""From an assessment to a decision: answer, ask back, or say honestly that it is not known.

Two questions are kept apart: whether the message is any topic's at all (`outside`), and if so, whose (the contest
between topics). The thresholds were chosen on the tuning lines only (`oponte evaluate --set tuning`).
"""

from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Nothing, Topics, Unsure

REFUSE = 0.77  # from this chance of being out of scope on, nothing is answered or offered
SURE = 0.48  # up to this one, the best topic may be answered without asking back
ANSWER = 0.80  # ... if it has this share of the contest
OFFER = 0.02  # from this share on a topic may be offered as a button
OFFERS = 3


def decide(assessed: Assessment) -> tuple[Meaning, float]:
    """The meaning of one question and its calibrated score."""
    if not assessed.ranked:
        return Nothing(), 0.0
    best, score = assessed.ranked[0]
    if assessed.exact:
        return Topics((best,)), score
    if assessed.outside > REFUSE:
        return Nothing(), score
    inside = max(1.0 - assessed.outside, 1e-9)
    contest = [(topic, each / inside) for topic, each in assessed.ranked[:OFFERS]]
    share = contest[0][1]
    if share >= ANSWER and assessed.outside <= SURE:
        return Topics((best,)), score
    close = tuple(topic for topic, each in contest if each >= OFFER)
    return (Unsure(close), score) if close else (Nothing(), score)
