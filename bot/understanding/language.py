"""Which language a message is written in, from frequent words and letter patterns; names and numbers tell nothing ("unknown")."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from bot.understanding.language_words import SCRIPTS, WORDS
from bot.understanding.normalise import fold, tokens

Language = Literal["en", "es", "other", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Guess:
    """`other` is the ISO code when `language` is "other"; `sure` says that the message alone may change a chat's language."""

    language: Language
    other: str | None = None
    sure: bool = False


UNKNOWN: Final = Guess(language="unknown")

# Words of no language: names, shared chat words.
_NEUTRAL: Final = frozenset(
    """instagram facebook whatsapp messenger threads meta ai ia ok okay oki app apps gdpr rgpd noyb aepd dpc openai chatgpt google gemini
    llama zuckerberg mark tiktok twitter youtube telegram ig fb insta wsp wa dm email e-mail mail online offline bot robot
    chat spam link pdf web internet wifi no total legal ilegal real normal general hm hmm mmm ah oh uh eh ja je ha haha lol xd uf wow
    # reel reels story stories post posts like likes selfie smartphone iphone android""".split()
)


def detect(text: str) -> Guess:
    """The language of one message; short and mixed ones are unsure."""
    script = _script(text)
    if script is not None:
        return Guess(language="other", other=script, sure=True)
    words = [word for word in tokens(fold(text)) if word not in _NEUTRAL and not word.isdigit()]
    if not words:
        return UNKNOWN
    scores = _scores(words, text)
    ranked = sorted(scores, key=lambda code: (-scores[code], code))
    best, second = ranked[0], ranked[1]
    margin = scores[best] - scores[second]
    if scores[best] <= 0:
        return UNKNOWN
    if best in ("en", "es"):
        return Guess(language="en" if best == "en" else "es", sure=margin >= 1.5)
    home = max(scores["en"], scores["es"])
    if scores[best] - home < 1.5:
        return Guess(language="en" if scores["en"] >= scores["es"] else "es") if home > 0 else UNKNOWN
    return Guess(language="other", other=best, sure=scores[best] - home >= 3.0)


def _script(text: str) -> str | None:
    counts: dict[str, int] = {}
    letters = 0
    for char in text:
        if not char.isalpha():
            continue
        letters += 1
        point = ord(char)
        for low, high, code in SCRIPTS:
            if low <= point <= high:
                counts[code] = counts.get(code, 0) + 1
    if not counts:
        return None
    if "ja" in counts:
        return "ja"
    code = max(sorted(counts), key=lambda item: counts[item])
    return code if counts[code] * 2 > letters else None


@cache
def _index() -> dict[str, frozenset[str]]:
    index: dict[str, set[str]] = {}
    for code, words in WORDS.items():
        for word in words.split():
            index.setdefault(fold(word), set()).add(code)
    return {word: frozenset(codes) for word, codes in index.items()}


def is_word(word: str) -> bool:
    """Whether a folded word is a frequent one of English or Spanish."""
    codes = _index().get(word)
    return codes is not None and not codes.isdisjoint(("en", "es"))


def _scores(words: Iterable[str], text: str) -> dict[str, float]:
    scores = dict.fromkeys(WORDS, 0.0)
    index = _index()
    for word in words:
        codes = index.get(word)
        if codes is None:
            continue
        weight = 2.0 / math.sqrt(len(codes))
        for code in codes:
            scores[code] += weight
    lowered = text.lower()
    if any(mark in lowered for mark in "¿¡ñ"):
        scores["es"] += 2.0
    return scores
