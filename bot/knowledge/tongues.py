"""Each text is in its own language: told by the small words that one of the two has and the other has not.

Names (of authorities, laws, companies, streets) may stand in any text; they begin with capitals and are left out.
"""

import re
from collections.abc import Iterator

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.model import LANGUAGES, Both, Language
from bot.knowledge.pages import Twin
from bot.knowledge.sentences import bare


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OWN: Both[frozenset[str]] = Both(
    _set(
        """about after all also an and any are as at be been before but by can could did do does each every
        for from had have his how if in into is it its just may more most must my not of on only or other our out over
        own same shall she should so some such than that the their them then there these they this those to too under
        until up very was we were what when where which while who whom whose why will with within without would
        you your yours"""
    ),
    _set(
        """al algo alguien ante antes aquel aquella así aún aunque bajo cada como con contra cual cuando cuyo de del
        desde después donde el ella ellas ellos en entre era eran es esa ese eso esta este esto están estaba está
        fue fueron ha han hasta hay la las le les lo los mi mis mientras más muy nada ni nos o otra otro otros para pero
        por porque que quien quienes se según ser si sin sobre solo son su sus también tanto tiene todo todos
        tu tus un una unas uno unos usted ustedes y ya yo"""
    ),
)
_NAMES = re.compile(
    r"`[^`]*`|https?://\S+|«[^»]*»|“[^”]*”|\([^)]*\)|\{\w+\}"
    r"|\b[A-ZÁÉÍÓÚÑ][\w&.-]*"
    r"(?:[ /]+(?:(?:d[aeo]l?|[yei]|la|los|für|of|and|for|the|on|pour|et|des?) )*[A-ZÁÉÍÓÚÑ(][\w&.)-]*)+"
)
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 6  # small words below which a short text says nothing about its language


def foreign(text: str, language: Language) -> list[str]:
    """Small words of the other language in `text`, names and quotations left out."""
    other: Language = next(each for each in LANGUAGES if each != language)
    return [word for word in _words(text) if word in _OWN[other]]


def looks_like(text: str) -> Language | None:
    """The language that most small words of `text` belong to; None if there are too few to tell."""
    counts = {language: sum(word in _OWN[language] for word in _words(text)) for language in LANGUAGES}
    best = max(LANGUAGES, key=lambda language: counts[language])
    return best if counts[best] >= _ENOUGH and counts[best] > 2 * (sum(counts.values()) - counts[best]) else None


def findings(content: Content) -> Iterator[Finding]:
    """Texts under the wrong language's key; letters must be wholly in their language."""
    for twin in content.pages.twins():
        for language in LANGUAGES:
            yield from _wrong(content, twin, language)
            if twin.file.startswith("letters/") and (words := foreign(twin.texts[language], language)):
                what = f"{'.'.join(twin.path)}: the '{language}' letter holds {', '.join(sorted(set(words)))}"
                mend = "Letters are copied as they are: write every word in the letter's language."
                yield content.at(Level.ERROR, "language", (*twin.where, language), what, mend)


def _wrong(content: Content, twin: Twin, language: Language) -> Iterator[Finding]:
    text = twin.texts[language]
    found = looks_like(text)
    other: Language = next(each for each in LANGUAGES if each != language)
    same = twin.texts.en == twin.texts.es and len(_words(text)) >= _ENOUGH
    if found == other or (same and language == "es"):
        what = f"{'.'.join(twin.path)}: the text under '{language}' looks like '{found or other}'"
        yield content.at(
            Level.ERROR, "language", (*twin.where, language), what, "Put each text under its own language."
        )


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(_NAMES.sub(" ", bare_labels(text)))]


def bare_labels(text: str) -> str:
    """`text` without markup, but with its labels still in backticks, so that they can be left out as names."""
    held = re.sub(r"`[^`\n]*`", " ", text)
    return bare(held)
