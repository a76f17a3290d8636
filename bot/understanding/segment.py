"""Splits a message into the clauses that may be questions, in the order they were written.

It proposes; which clauses count is decided by their scores, so a split too many does no harm and a lost question does.
"""

import re
from typing import Final

from bot.understanding.normalise import fold

_SENTENCE: Final = re.compile(r"(?<=[?!;…\n])\s+|(?<=[.])\s+(?=\S)|\n+|(?=¿)|(?<=\?)(?=\w)")
_COMMA: Final = re.compile(r"\s*[,;:]\s+|\s+[-–—]\s+")

# Words that open a question, and the words that may stand before them.
_EN_OPEN: Final = (
    r"""(?:what|how|why|who|when|where|which|can|could|do|does|did|is|are|will|would|should|may|must|have|has)"""
)
_EN_SUBJECT: Final = r"""(?:i|you|they|he|she|it|we|my|the|this|that|there|if|about|to|meta|facebook|instagram|whatsapp|happens|do|does|is|are|can|long|much|many|come|s)"""
_ES_OPEN: Final = r"""(?:que|como|cuando|donde|quien|quienes|cual|cuales|cuanto|cuanta|cuantos|cuantas|por que|para que|puedo|puede|pueden|hay|tengo que|hace falta|se puede)"""
_JOIN: Final = r"""(?:and also|and then|and|also|plus|or|but|y tambien|y ademas|y luego|y|e|tambien|ademas|o|pero|otra cosa|another thing|one more thing|by the way|por cierto)"""

_JOINED: Final = re.compile(rf"\b{_JOIN}\s+(?=(?:{_EN_OPEN}\s+{_EN_SUBJECT}|{_ES_OPEN}|what|how|why|who|if|si)\b)")
_RUN_ON: Final = re.compile(
    r"(?<=\w)\s+(?=(?:what|how|why|who|when|where)\s+(?:if|about|do|does|did|is|are|can|could|should|will|long|much|many|happens|come)\b)"
    r"|(?<=\w)\s+(?=(?:can|could|do|does|did|is|are|will|should)\s+(?:i|you|they|we|it|he|she|there|meta|my)\b)"
    r"|(?<=\w)\s+(?=(?:por que|como me|como puedo|como hago|cuanto|cuando|donde|que pasa|que hago|puedo|se puede)\b)"
)
_QUESTION: Final = re.compile(rf"^(?:{_EN_OPEN}|{_ES_OPEN})\b")
_BOUND: Final = re.compile(
    r"\b(?:know|tell|ask|wonder|wondering|understand|explain|see|remember|say|says|said|saber|dime|decir|decirme|explica|explicame|entiendo|entender|no se|se|pregunto|preguntar|of|about|de|con|para|sobre|that|than|from|to|lo|el|la|the|if|si|not|it)$"
)

MOST: Final = 8


def questions(text: str) -> list[str]:
    """The clauses of a message that may be questions of their own; the whole message alone when it is one."""
    clauses = [clause for sentence in _sentences(text) for clause in _clauses(sentence)]
    kept = list(dict.fromkeys(clause for clause in clauses if _says_something(clause)))
    return kept[-MOST:] or ([text.strip()] if text.strip() else [])


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text) if part and part.strip()]


def _clauses(sentence: str) -> list[str]:
    """A sentence cut before every further question in it."""
    folded = fold(sentence)
    if len(folded) != len(sentence):
        sentence = folded  # the cuts are places in the folded text; its words serve the matcher as well
    cuts = {match.end() for match in _JOINED.finditer(folded) if len(folded[: match.start()].split()) >= 2}
    cuts |= {match.end() for match in _COMMA.finditer(folded) if _QUESTION.match(folded[match.end() :])}
    for match in _RUN_ON.finditer(folded):
        before = folded[: match.start()]
        if len(before.split()) >= 3 and not _BOUND.search(before):
            cuts.add(match.end())
    parts: list[str] = []
    start = 0
    for cut in [*sorted(cuts), len(sentence)]:
        part = sentence[start:cut].strip(" ,;:-–—")
        parts.append(part)
        start = cut
    return [part for part in parts if part]


def _says_something(clause: str) -> bool:
    return any(char.isalpha() for char in clause)
