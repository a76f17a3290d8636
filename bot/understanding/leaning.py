"""Whether a message leans on the answer just given: a doubt of it, a case, a detail ("even if it was only once?").

It is then answered by what else there is to say on that, not by a topic that its few words happen to resemble.
"""

import math

from bot.knowledge.model import Platform
from bot.understanding.adjust import FAR_AWAY, HERE, asks_whom
from bot.understanding.context import HOW
from bot.understanding.decide import CRISIS, SMALL_TALK, distressed
from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Nothing, Situation, Topics

TOLD_ON = (
    "about-this",
    "more",
    "again",
    "shorter",
    "sources",
    "why",
    "contrast",
    "yes",
)  # follow-ups on what was just said
# What tells it, as log odds; fitted on the tuning dialogues and on lines written after an answer.
ALWAYS, OWN, OTHER, ASKED_ON, OUTSIDE = 7.55, 0.74, -0.1, 0.65, -0.18
WORD, TERSE, NOTHING = -0.31, -1.45, -2.17  # a word, a message of few words, one that is nobody's
MANY, FEW = 12, 4  # words
OBJECTING, ACTS = (
    frozenset({HOW, *(f"object-{each}" for each in Platform)}),
    0.4,
)  # "so how do I do it?" is asked anywhere
# From these log odds on it leans: most surely where another topic would answer.
CLEAR, ASTRAY, UNCLEAR = 2.0, 1.5, -0.5


def leans(text: str, heard: Assessment, meaning: Meaning, situation: Situation) -> bool:
    """Whether `text`, understood as `meaning`, leans on what was just answered.

    `heard` is the message judged among the topics and the follow-ups that are possible in a talk, all of them ranked.
    """
    topic = situation.topic
    if topic is None or topic in SMALL_TALK | {CRISIS} or situation.guiding or situation.asking or heard.exact:
        return False
    inside = max(1.0 - heard.outside, 1e-6)
    shares = {name: chance / inside for name, chance in heard.ranked}
    elsewhere = isinstance(meaning, Topics) and {topic, *meaning.ids} == {HERE, FAR_AWAY}  # "and my brother in Vigo?"
    if elsewhere or distressed(heard) or asks_whom(text):
        return False
    told_on = sum(shares.pop(name, 0.0) for name in TOLD_ON)
    own = shares.pop(topic, 0.0)
    if sum(share for name, share in shares.items() if name in OBJECTING) >= ACTS:
        return False
    words = len(text.split())
    odds = (
        ALWAYS
        + OWN * _log_odds(own)
        + OTHER * _log_odds(max(shares.values(), default=0.0))
        + ASKED_ON * _log_odds(told_on)
        + OUTSIDE * _log_odds(heard.outside)
        + WORD * min(words, MANY)
        + TERSE * (words <= FEW)
        + NOTHING * isinstance(meaning, Nothing)
    )
    return odds >= (CLEAR if isinstance(meaning, Topics) else ASTRAY if isinstance(meaning, Nothing) else UNCLEAR)


def _log_odds(chance: float) -> float:
    kept = min(max(chance, 0.0), 1.0)
    return math.log((kept + 1e-3) / (1.0 - kept + 1e-3))
