"""Reads `data/forbidden.yaml`: wordings that the facts forbid, as data that editors can add to.

A phrase is words in a row; "..." stands for any words of the same sentence, "a/b" for one or the other.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.knowledge.fold import fold
from bot.knowledge.model import Both, Language
from bot.knowledge.yamlfile import Problems, Value, read

FILE = "forbidden.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """Phrases that must not be said, why, and what to say instead; `unless` are words that make a sentence right."""

    id: str
    warning: bool
    why: str
    instead: str
    phrases: Both[tuple[str, ...]]
    unless: Both[tuple[str, ...]]


def wordings(files: Mapping[str, str], problems: Problems) -> tuple[Wording, ...]:
    """The forbidden wordings; a file that is not there forbids nothing."""
    if FILE not in files:
        return ()
    root = read(files[FILE], f"data/{FILE}", problems)
    return tuple(_wordings(root)) if root else ()


def _wordings(root: Value) -> Iterator[Wording]:
    for wording_id, value in root.entries():
        keys = value.keys(required=("why", "instead", "phrases"), optional=("level", "unless"))
        if {"why", "instead", "phrases"} <= keys.keys():
            yield Wording(
                id=wording_id,
                warning="level" in keys and keys["level"].choice(("error", "warning")) == "warning",
                why=keys["why"].text(),
                instead=keys["instead"].text(),
                phrases=keys["phrases"].both_strings(),
                unless=keys["unless"].both_strings() if "unless" in keys else Both((), ()),
            )


def said(wording: Wording, sentence: str, language: Language) -> tuple[str, ...]:
    """The phrases of `wording` that `sentence` holds."""
    folded = _folded(sentence)
    found = tuple(phrase for phrase in wording.phrases[language] if _pattern(phrase).search(folded))
    return () if found and _excused(wording.unless[language], sentence) else found


def _excused(unless: tuple[str, ...], sentence: str) -> bool:
    """Whether a word that makes it right stands in the sentence; accents count: "público" does not excuse "publico"."""
    accented = f" {_accented(sentence)} "
    return any(f" {_accented(word)} " in accented for word in unless)


def _accented(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_folded = lru_cache(maxsize=16)(fold)


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    parts: list[str] = []
    for part in phrase.split():
        if part == "...":
            parts.append(r"(?:\w+ )*?")
        else:
            choices = "|".join(re.escape(fold(choice)) for choice in part.split("/"))
            parts.append(f"(?:{choices}) ")
    return re.compile(r"(?<!\S)" + "".join(parts).removesuffix(" ") + r"(?!\S)")
