"""Splits a message into the clauses that may be questions, in the order they were written.

It proposes; which clauses count is decided by their scores: a split too many does little harm, a lost question does.
"""

import re
from itertools import pairwise
from typing import Final

from bot.understanding.normalise import fold

MOST: Final = 8  # clauses of one message; the last ones, for the question is at the end more often than not


def _any(words: str) -> str:
    """A pattern for one of these words; `_` joins words of an expression."""
    return "(?:" + "|".join(word.replace("_", r"\s+") for word in words.split()) + ")"


_ASKS: Final = _any("what how why who when where which what's how's who's")
_VERBS: Final = _any("can could do does did is are will would should may must have has")
_SUBJECTS: Final = _any(
    "i you they he she it we my the this that there meta facebook instagram whatsapp anyone someone"
)
_AFTER_ASK: Final = _any(
    "if about do does did is are can could should will would long much many happens happened come to else"
    " kind exactly"
    " i they you it my the meta s re"
)
_PREGUNTA: Final = _any(
    "que_pasa que_hago que_hace que_ocurre que_es que_son que_puedo que_datos que_significa como_me"
    " como_puedo como_hago"
    " como_se como_lo como_los como_funciona cuando_empezo cuando_empieza cuando_fue cuanto cuanta cuantos"
    " cuantas donde_esta donde_puedo donde_lo quien_es quien_lo quienes cual_es cuales por_que para_que"
    " puedo_yo puedo pueden puede_meta"
    " se_puede hay_que hay_alguna hay_algun tengo_que hace_falta es_legal es_gratis es_verdad es_cierto"
    " sirve_de leen usan"
)
_OPENS: Final = rf"(?:{_ASKS}\s+{_AFTER_ASK}\b|{_VERBS}\s+{_SUBJECTS}\b|{_PREGUNTA}\b)"
_OPENS_AFTER_AND: Final = (
    rf"(?:{_OPENS}|{_ASKS}\b|{_any('que como cuando donde quien cual si if')}\s|{_VERBS}\s+{_SUBJECTS}\b)"
)
_JOINS: Final = _any(
    "and_also and_then and also plus or but y_tambien y_ademas y_luego y_otra_cosa y e tambien ademas o"
    " pero otra_cosa"
    " another_thing one_more_thing by_the_way por_cierto btw"
)

_SENTENCE: Final = re.compile(r"(?<=[?!;…])\s*(?=\S)|(?<=[.])\s+(?=\S)|\n+|(?=[¿¡])")
_JOINED: Final = re.compile(rf"\s+{_JOINS}[\s,]+(?={_OPENS_AFTER_AND})")
_COMMA: Final = re.compile(rf"\s*[,:]\s+(?={_OPENS}|{_JOINS}\s+{_OPENS_AFTER_AND})|\s+[-–—]+\s+")
_RUN_ON: Final = re.compile(rf"(?<=\w)\s+(?={_OPENS})")

# After these words a question is part of the sentence that it stands in: "I don't know how to object".
_HOLDS: Final = _any(
    "know tell ask asks asking asked wonder wondering understand understood explain see remember say says"
    " said show idea sure"
    " about of from to with than that if whether and or but so because not guess matter depends"
    " what how why who when where which"
    " saber sabe saben se sabes dime diga decir decirme dicen dice explica explicame explicar entiendo"
    " entender entienden"
    " pregunto preguntar preguntaba pregunta recuerdo ver de con para sobre a en el la lo los las un una"
    " mi y o pero si no"
    " porque que como cuando donde quien cual por tanto hasta desde idea"
)
_HELD: Final = re.compile(rf"(?:^|\s){_HOLDS}$")
_LEADING: Final = re.compile(rf"^{_JOINS}[\s,]+")


def questions(text: str) -> list[str]:
    """The clauses of a message that may be questions of their own; the whole message alone when it is one."""
    clauses = [clause for sentence in _sentences(text) for clause in _clauses(sentence)]
    kept = list(dict.fromkeys(clause for clause in clauses if any(char.isalpha() for char in clause)))
    return kept[-MOST:] or ([text.strip()] if text.strip() else [])


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE.split(text) if part and part.strip()]


def _clauses(sentence: str) -> list[str]:
    "A sentence cut before every further question in it; folded, where a letter more or less would move"
    " the cuts."
    folded = fold(sentence)
    words = sentence if len(folded) == len(sentence) else folded
    cuts = {0: 0, len(words): len(words)}
    for pattern in (_JOINED, _COMMA):
        cuts |= {match.start(): match.end() for match in pattern.finditer(folded) if match.start() > 0}
    for match in _RUN_ON.finditer(folded):
        before = folded[: match.start()]
        if not _HELD.search(before) and len(before[_last(cuts, match.start()) :].split()) >= 3:
            cuts.setdefault(match.start(), match.end())
    places = sorted(cuts)
    return [part for start, end in pairwise(places) if (part := words[cuts[start] : end].strip(" ,;:-–—"))]


def _last(cuts: dict[int, int], place: int) -> int:
    """Where the clause that holds this place begins."""
    return max(end for start, end in cuts.items() if start < place)
