"""Several questions in one message: which of its clauses are questions of their own, and which only belong to another.

A clause counts when it is understood surely by itself. Clauses that the writer set apart (? . ! or a new line) count
sooner than halves that are merely joined by "and"; a message that is understood as one question stays one.
"""

import re
from collections.abc import Callable, Sequence

from bot.understanding.decide import decide
from bot.understanding.matcher import Assessment
from bot.understanding.reading import Meaning, Nothing, Topics, Unsure
from bot.understanding.segment import questions

MOST = 3  # questions answered of one message
APART = 0.55  # a clause set apart must be understood at least so surely
JOINED = 0.8  # a half joined by a conjunction
LONG = 18  # words: in a longer message the question may be one clause, the rest a story
SMALL_TALK = frozenset({"greeting", "thanks", "goodbye", "capabilities"})  # never the second half of a question
_SET_APART = re.compile(r"[?!.;\n]+")
_CONJUNCTION = re.compile(r"\s*,?\s+(?:y|e|and|but|pero|also|ademas|además|plus|tb|tambien|también)\s+", re.IGNORECASE)

Assess = Callable[[str], Assessment]


def understand(text: str, whole: Assessment, assess: Assess) -> tuple[Meaning, float]:
    """The meaning of a message of one or more questions, and its score; `whole` is the message assessed as one."""
    one, score = decide(whole)
    if whole.exact:
        return one, score
    parts = _apart(text, assess)
    if len(parts) < 2:
        parts = _joined(text, assess) or parts
    if len(parts) > 1:
        topics = tuple(parts)[:MOST]
        return Topics(topics), min(parts[topic] for topic in topics)
    if parts and (not isinstance(one, Topics) or len(text.split()) > LONG):
        ((topic, sure),) = parts.items()
        if sure > score:
            return Topics((topic,)), sure
    if isinstance(one, Nothing):
        return _offered(text, assess) or (one, score)
    return one, score


def _apart(text: str, assess: Assess) -> dict[str, float]:
    """Topics of the clauses that are understood by themselves, in order."""
    marked = len([piece for piece in _SET_APART.split(text) if piece.strip()]) > 1
    return _sure(questions(text), assess, APART if marked else JOINED)


def _joined(text: str, assess: Assess) -> dict[str, float]:
    """Two topics joined by a conjunction, each half a question of its own; nothing if there is no such place."""
    for match in _CONJUNCTION.finditer(text):
        halves = (text[: match.start()], text[match.end() :])
        if min(len(half.split()) for half in halves) >= 2:
            found = _sure(halves, assess, JOINED)
            if len(found) == 2:
                return found
    return {}


def _sure(clauses: Sequence[str], assess: Assess, least: float) -> dict[str, float]:
    found: dict[str, float] = {}
    for clause in clauses if len(clauses) > 1 else ():
        meaning, score = decide(assess(clause))
        if isinstance(meaning, Topics) and score >= least:
            found.setdefault(meaning.ids[0], score)
    weighty = {topic: score for topic, score in found.items() if topic not in SMALL_TALK}
    return weighty or found


def _offered(text: str, assess: Assess) -> tuple[Meaning, float] | None:
    offered: dict[str, float] = {}
    for clause in questions(text):
        meaning, score = decide(assess(clause))
        if isinstance(meaning, Unsure):
            offered |= {topic: score for topic in meaning.ids if topic not in offered}
    return (Unsure(tuple(offered)[:MOST]), max(offered.values())) if offered else None
