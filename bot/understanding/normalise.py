"""From what people type to plain words: ñ stays apart from n, shorthand is spelt out, numbers and dates are alike.

Trained artefacts and exact phrases depend on it: `artefact.FORMAT` goes up when what comes out here changes.
"""

import re
import unicodedata
from collections.abc import Container
from functools import lru_cache
from typing import Final

from bot.understanding import chat

NUMBER: Final = "#"
YOUNG: Final = "#young"  # a number that may be a child's age: it tells "I am 15" from "I am 75"
NUMBERS: Final = frozenset({NUMBER, YOUNG})
_AGES: Final = range(4, 18)

_MARKS: Final = re.compile(r"[\u0300-\u036f]")
_APOSTROPHES: Final = re.compile(r"(?<=\w)['’‘`´](?=\w)")
_SHORT_FORMS: Final = re.compile(r"(?<=\w)['’‘`´](re|ve|ll)\b")
_LINKS: Final = re.compile(r"https?://\S+|www\.\S+")
_RUNS: Final = re.compile(r"([^\W\d_])\1{2,}")
_TOKENS: Final = re.compile(r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th|er|ro|do|º|ª)?(?!\w)|\w+|#young(?!\w)|#")
_DIGITS: Final = re.compile(r"\d")
_LETTERS: Final = re.compile(r"[^\W\d_]")


def fold_word(word: str) -> str:
    """`fold` for one of our own tables' words or expressions, nearly all of which are folded as they stand."""
    return word if word.isascii() and word.replace(" ", "").isalpha() and word.islower() else fold(word)


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """Lower case, no accents but ñ, no stretched letters, no apostrophes within words, no links, no emoji."""
    text = _LINKS.sub(" ", text)
    text = unicodedata.normalize("NFKC", text).lower().replace("@", "a" if _inside_word(text) else " ")
    text = unicodedata.normalize("NFD", text).replace("n\u0303", "ñ")
    text = _APOSTROPHES.sub("", _SHORT_FORMS.sub(r" \1", _MARKS.sub("", text)))
    text = unicodedata.normalize("NFC", text).replace("ß", "ss").replace("¿", " ").replace("_", " ")
    return _RUNS.sub(r"\1", text)


def _inside_word(text: str) -> bool:
    """Whether an @ stands for the letter a (f@cebook), not for a name (@someone)."""
    return re.search(r"[^\W\d_]@[^\W\d_]", text) is not None and "." not in text


def tokens(text: str) -> list[str]:
    """The words as typed, folded; numbers and dates are one neutral token, marks are left out."""
    found = _TOKENS.findall(fold(text))
    return _neutral([_number(word) if word[0].isdigit() and not _word_with_digits(word) else word for word in found])


def _number(word: str) -> str:
    return YOUNG if len(word) <= 2 and word.isdecimal() and int(word) in _AGES else NUMBER


def _word_with_digits(word: str) -> bool:
    return len(_LETTERS.findall(word)) >= 3 and len(_DIGITS.findall(word)) <= len(word) // 2


def _neutral(words: list[str]) -> list[str]:
    """Dates become one number: "27 de mayo de 2025", "May 27th"."""
    kept: list[str] = []
    for place, word in enumerate(words):
        near = words[max(0, place - 2) : place] + words[place + 1 : place + 3]
        if word not in NUMBERS and not (word in chat.MONTHS and NUMBERS & set(near)):
            kept.append(word)
        elif kept[-2:-1] and kept[-2] in NUMBERS and kept[-1] in {"de", "del", "of"}:
            kept[-2:] = [NUMBER]
        elif kept and kept[-1] in NUMBERS:
            kept[-1] = YOUNG if kept[-1] == word == YOUNG else NUMBER
        else:
            kept.append(word if word in NUMBERS else NUMBER)
    return kept


def key(text: str) -> str:
    """What two phrasings must share to count as the same phrase: año and ano do not."""
    return " ".join(tokens(text))


def spell_out(words: list[str], language: str) -> list[str]:
    """Chat shorthand written out as the language has it; what only one language shortens so is always written out."""
    spelt: list[str] = []
    place = 0
    while place < len(words):
        word = words[place]
        if word in _PAIRED and (pair := " ".join(words[place : place + 2])) in chat.EITHER and len(words) > place + 1:
            spelt.append(chat.EITHER[pair])
            place += 2
            continue
        long = _long_form(word, language)
        spelt.extend(long.split()) if " " in long else spelt.append(long)
        place += 1
    return spelt


_PAIRED: Final = frozenset(pair.partition(" ")[0] for pair in chat.EITHER if " " in pair)


def _long_form(word: str, language: str) -> str:
    if word in chat.EITHER:
        return chat.EITHER[word]
    english, spanish = chat.ENGLISH.get(word), chat.SPANISH.get(word)
    if language == "en":
        return word if english is None else english
    if language == "es":
        return word if spanish is None else spanish
    if english is not None and spanish is not None:
        return word
    return english or spanish or word


def unleet(word: str, known: Container[str]) -> str:
    """m3ta is meta, 1nstagram is instagram: only where the outcome is a word that is known."""
    if not _DIGITS.search(word) or not _LETTERS.search(word):
        return word
    for table in (chat.LEET, chat.LEET_L):
        plain = word.translate(table)
        if plain in known:
            return plain
    return word
