"""Several questions in one message: where it falls into two, each understood by itself and both heard in the whole.

A message is cut where both sides are surely about different topics, and the whole message speaks for both, too: a story
before a question, or the same question in other words, does not. What was cut may be cut again, and then its part is
the whole.
"""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from bot.understanding.decide import CRISIS, SMALL_TALK, decide
from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Topics, Unsure
from bot.understanding.segment import Cut, clauses, cuts, introduced, pieces

MOST = 3  # questions answered of one message
HEARD = 4  # of so many best topics of the whole message, two may be asked for
FAINT = 1e-5  # a second topic of the whole message that is no louder is not asked for
TWO = 0.70  # from this chance on there are two questions
PERHAPS = 0.4  # ... and from this one on the second stands under the answer to the first, as a button
LONG = 18  # words: in a longer message the question may be one clause, the rest a story
STRANGE = 0.94  # a message so surely out of scope is not in it by one clause: "the bank wants my face, can I say no?"
ASIDE = 7  # words of a message that is small talk if a part of it is: "haha worth a try. bye"
LEAST = 3  # words of a question behind a greeting
STRAY = 0.7  # a side that is so likely out of scope is no question of ours
ONLY, BEHIND = 0.9, 0.8  # so surely it is nothing but a greeting, and what else is said must be as sure
# What tells two questions from one, as log odds; fitted on the tuning lines.
ALWAYS, SIDE, INSIDE, SECOND, RELATED, LONGER = -7.64, 0.51, 0.24, 0.44, 0.53, 0.72
ASKED = {(True, True): 1.87, (True, False): 1.52, (False, True): -1.23, (False, False): 0.0}
JOINED, LISTED, PERSONAL = 1.81, 0.75, -1.74
MINORS, OF_AGE = "minors", -3.0  # "I am 15, do they use my posts": one question, and an age
LEAST_SHARE = 1e-8
_ENDS = " .,;"  # say nothing at the end of a part
MOST_ODDS = math.log(1e3 - 1)  # the most that a side may say
HOPELESS = math.log(PERHAPS / (1.0 - PERHAPS))

Assess = Callable[[str], Assessment]
Found = list[tuple[str, float]]
Neighbours = Mapping[str, Collection[str]]  # of each topic


def understand(
    text: str, whole: Assessment, assess: Assess, neighbours: Neighbours = MappingProxyType({})
) -> tuple[Meaning, float]:
    """The meaning of a message of one or more questions, and its score; `whole` is the message assessed as one."""
    one, score = decide(whole)
    if whole.exact:
        return one, score
    assess = _once(assess, text, whole)
    two = _likeliest(text, whole, assess, neighbours)
    if two is not None and two.chance >= TWO:
        found = _parts(two, assess, neighbours, MOST)
        if len(found) > 1:
            return Topics(tuple(topic for topic, _ in found)), min(sure for _, sure in found)
    if not _is_question(one) or (len(text.split()) > LONG and score < BEHIND):
        asked = introduced(text)
        heard = _clause(text, one, score, assess) if asked is None else decide(assess(asked))
        if asked is not None or whole.outside <= STRANGE or heard[0] == Topics((CRISIS,)):
            one, score = heard
    if two is not None and two.chance >= PERHAPS and isinstance(one, Topics) and set(one.ids) < set(two.topics):
        return Topics(one.ids, tuple(topic for topic in two.topics if topic not in one.ids)), score
    return one, score


def _once(assess: Assess, text: str, whole: Assessment) -> Assess:
    """Looks at every part only once: what stands between two cuts is often a clause, too, and the whole may be one."""
    again = cache(assess)
    bare = text.strip(_ENDS)

    def once(part: str) -> Assessment:
        part = part.strip(_ENDS)
        return whole if part == bare else again(part)

    return once


def _parts(two: "_Two", assess: Assess, neighbours: Neighbours, most: int) -> Found:
    """The questions of a message in two, with their scores, in order."""
    found: dict[str, float] = {}
    for part, assessed, topic in (
        (two.cut.left, two.left, two.topics[0]),
        (two.cut.right, two.right, two.topics[1]),
    ):
        again = _likeliest(part, assessed, assess, neighbours) if most > 2 else None
        inside = [(topic, dict(assessed.ranked)[topic])]
        if again is not None and again.chance >= TWO:
            inside = _parts(again, assess, neighbours, most - 1)
        found |= {topic: score for topic, score in inside if topic not in found}
    return list(found.items())[:most]


def _likeliest(text: str, whole: Assessment, assess: Assess, neighbours: Neighbours) -> "_Two | None":
    """The place where a message falls into two questions most likely, if there is one."""
    heard = {topic: share for topic, share in whole.ranked[:HEARD] if topic not in SMALL_TALK}
    if len(heard) < 2 or sorted(heard.values())[-2] <= FAINT:
        return None
    second = math.log(max(sorted(heard.values())[-2] / sum(heard.values()), LEAST_SHARE))
    best: _Two | None = None
    for cut in cuts(text):
        hope = _form(cut) + SECOND * second + RELATED + (SIDE + INSIDE) * MOST_ODDS
        if hope + (SIDE + INSIDE) * MOST_ODDS < HOPELESS:  # whatever the sides say
            continue
        left = assess(cut.left)
        likeliest = max((score for topic, score in left.ranked if topic in heard), default=0.0)
        if left.outside > STRAY or hope + _clear(left, likeliest) < HOPELESS:
            continue
        two = _apart(cut, left, assess(cut.right), heard, neighbours)
        if two is not None and (best is None or two.chance > best.chance):
            best = two
    return best


@dataclass(frozen=True, slots=True)
class _Two:
    """A cut, what its sides mean, and the chance that both are questions of their own."""

    cut: Cut
    left: Assessment
    right: Assessment
    topics: tuple[str, str]
    chance: float


def _apart(
    cut: Cut, left: Assessment, right: Assessment, heard: dict[str, float], neighbours: Neighbours
) -> _Two | None:
    """The two topics, both heard in the whole message, that the sides of a cut are about."""
    ones, others = ({topic: score for topic, score in part.ranked if topic in heard} for part in (left, right))
    pairs = [(min(ones[one], others[other]), one, other) for one in ones for other in others if one != other]
    if not pairs or max(left.outside, right.outside) > STRAY:
        return None
    _, one, other = max(pairs)
    odds = (
        _form(cut)
        + _clear(left, ones[one])
        + _clear(right, others[other])
        + SECOND * math.log(max(min(heard[one], heard[other]) / (sum(heard.values()) or 1.0), LEAST_SHARE))
        + OF_AGE * (cut.personal and one == MINORS)
        + RELATED * (other in neighbours.get(one, ()))
    )
    return _Two(cut, left, right, (one, other), 1.0 / (1.0 + math.exp(-odds)))


def _form(cut: Cut) -> float:
    """The log odds of two questions by the form of the message alone."""
    length = len(cut.left.split()) + len(cut.right.split())
    marked = ASKED[cut.asked] + JOINED * cut.joined + LISTED * cut.listed + PERSONAL * cut.personal
    return ALWAYS + marked + LONGER * math.log(length)


def _clear(side: Assessment, score: float) -> float:
    """What one side adds: how clearly it is about its topic, of that score, and how surely about any of ours."""
    inside = 1.0 - side.outside
    return SIDE * _log_odds(score / max(inside, 1e-9)) + INSIDE * _log_odds(inside)


def _log_odds(chance: float) -> float:
    kept = min(max(chance, 1e-3), 1.0 - 1e-3)
    return math.log(kept / (1.0 - kept))


def _clause(text: str, one: Meaning, score: float, assess: Assess) -> tuple[Meaning, float]:
    """What the clearest clause of a message means where the whole is unclear, small talk, or long."""
    polite = isinstance(one, Topics) and not _is_question(one)
    surely = polite and score >= ONLY
    best, sure, least = one, score, BEHIND if surely else score if _is_question(one) else 0.0
    offered: dict[str, float] = {}
    said: tuple[Topics, float] | None = None
    for clause in _behind(text, surely=surely) if polite else clauses(text):
        meaning, chance = decide(assess(clause))
        if _is_question(meaning) and chance > least:
            best, sure, least = meaning, chance, chance
        elif isinstance(meaning, Topics):
            said = meaning, chance
        elif isinstance(meaning, Unsure) and not surely:
            offered |= {topic: chance for topic in meaning.ids if topic not in offered}
    if offered and not _is_question(best) and not isinstance(best, Unsure):
        return Unsure(tuple(offered)[:MOST]), max(offered.values())
    if said is not None and not isinstance(best, Topics) and len(text.split()) <= ASIDE:
        return said
    return best, sure


def _behind(text: str, *, surely: bool) -> list[str]:
    """What may be a question behind a greeting: "hello, is it too late", and the same without a comma."""
    parts = pieces(text)
    if len(parts) > 1 or surely:
        return parts[-MOST:]
    words = text.split()
    return [" ".join(words[start:]) for start in (1, 2) if len(words) - start >= LEAST]


def _is_question(meaning: Meaning) -> bool:
    return isinstance(meaning, Topics) and meaning.ids[0] not in SMALL_TALK
