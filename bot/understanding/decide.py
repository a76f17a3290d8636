"""From an assessment to a decision: answer, ask back, or say honestly that it is not known.

Two questions are kept apart: whether the message is any topic's at all (`outside`), and if so, whose (the contest
between topics). The thresholds were chosen on the tuning lines only (`oponte evaluate --set tuning`).
"""

from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Nothing, Topics, Unsure

REFUSE = 0.74  # from this chance of being out of scope on, nothing is answered or offered
SURE = 0.58  # up to this one, the best topic may be answered without asking back
ANSWER = 0.50  # ... if it has this share of the contest
BESIDE = 0.04  # ... and from this share on the runner-up stands under the answer as a button
OFFER = 0.02  # from this share on a topic may be offered as a button
OFFERS = 3
# Never one of several choices: either somebody needs help, which is heard even in words that are nobody's, or it would
# frighten.
CRISIS, DISTRESS = "crisis", 0.9
FEARED = 0.04  # the share of the contest from which distress is heeded
LEAVING, LEAVES = "goodbye", 0.1  # "thank you, goodbye": what is said last is meant, even if it is said in passing
SMALL_TALK = frozenset({"greeting", "thanks", "goodbye"})  # around a question, not a question


def distressed(assessed: Assessment) -> bool:
    """Whether somebody may be in distress: nobody who is may be moved on."""
    return dict(assessed.ranked).get(CRISIS, 0.0) >= FEARED * (1.0 - assessed.outside)


def decide(assessed: Assessment) -> tuple[Meaning, float]:
    """The meaning of one question and its calibrated score."""
    if not assessed.ranked:
        return Nothing(), 0.0
    best, score = assessed.ranked[0]
    if assessed.exact:
        return Topics((best,)), score
    contest = _contest(assessed)
    if contest[0][0] == CRISIS and contest[0][1] >= ANSWER and assessed.outside <= DISTRESS:
        return Topics((CRISIS,)), score
    if assessed.outside > REFUSE:
        return Nothing(), score
    contest = [each for each in contest if each[0] != CRISIS]
    if not contest:
        return Nothing(), score
    best, share = contest[0]
    score = dict(assessed.ranked)[best]
    if share >= ANSWER and assessed.outside <= SURE:
        return Topics((best,), tuple(topic for topic, each in contest[1:2] if each >= BESIDE)), score
    close = tuple(topic for topic, each in contest if each >= OFFER)
    return (Unsure(close), score) if close else (Nothing(), score)


def _contest(assessed: Assessment) -> list[tuple[str, float]]:
    """The likeliest topics with their shares; a greeting does not contend with the question that follows it."""
    inside = max(1.0 - assessed.outside, 1e-9)
    ranked = [(topic, each / inside) for topic, each in assessed.ranked[: OFFERS + 1]]
    said = {topic: share for topic, share in ranked if topic in SMALL_TALK}
    polite = sum(said.values())
    if polite >= ANSWER:
        return [(LEAVING if said.get(LEAVING, 0.0) >= LEAVES else next(iter(said)), polite)]
    return [(topic, share / (1.0 - polite)) for topic, share in ranked if topic not in SMALL_TALK][:OFFERS]
