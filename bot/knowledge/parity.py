"""Parity: both languages of a text must tell the same, as far as a machine can see.

Compared are links, commands, placeholders, numbers, dates, bullets, words in bold and, roughly, labels and paragraphs.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.pages import Twin
from bot.knowledge.sentences import addresses, bare

_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ES = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_THOUSANDS = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d{3}\b)")
_URL = re.compile(r"https?://\S+|\]\([^)]*\)")
_COMMAND = re.compile(r"(?<![\w/.])/[a-z]+\b")
_PLACEHOLDER = re.compile(r"\{[a-z_]+\}")
_DATE_EN = re.compile(rf"\b(?:(\d{{1,2}}) )?({'|'.join(_EN)})(?: (\d{{4}}))?\b")
_DATE_ES = re.compile(rf"\b(?:(\d{{1,2}}) de )?({'|'.join(_ES)})(?: (?:de|del) (\d{{4}}))?\b", re.IGNORECASE)


def findings(content: Content) -> Iterator[Finding]:
    """Where the two languages differ in what can be counted."""
    for twin in content.pages.twins():
        for name, read, mend in _COUNTED:
            here, there = Counter(read(twin.texts.en)), Counter(read(twin.texts.es))
            if here != there:
                what = f"{_place(twin)}: {name} differ: {_difference(here, there)}"
                yield content.at(Level.ERROR, "parity", twin.where, what, mend)
        english, spanish = _dates_en(twin.texts.en), _dates_es(twin.texts.es)
        if english != spanish:
            what = f"{_place(twin)}: dates differ: {_difference(english, spanish)}"
            yield content.at(Level.ERROR, "parity", twin.where, what, "Give both languages the same dates.")
        yield from _shape(content, twin)


def _shape(content: Content, twin: Twin) -> Iterator[Finding]:
    """Labels, paragraphs and length: roughly the same, since one language can have one spelling more than the other."""
    labels = tuple(text.count("`") // 2 for text in twin.texts)
    if abs(labels[0] - labels[1]) > 1 or (min(labels) == 0 and max(labels) > 0):
        what = f"{_place(twin)}: {labels[0]} labels in backticks in English, {labels[1]} in Spanish"
        yield content.at(Level.ERROR, "parity", twin.where, what, "Quote each label in both languages.")
    lines = tuple(len([line for line in text.splitlines() if line.strip()]) for text in twin.texts)
    if abs(lines[0] - lines[1]) > 1:
        what = f"{_place(twin)}: {lines[0]} paragraphs in English, {lines[1]} in Spanish"
        yield content.at(Level.WARNING, "parity", twin.where, what, "Divide both languages in the same way.")
    sizes = tuple(len(bare(text)) for text in twin.texts)
    if min(sizes) > 60 and max(sizes) > 1.6 * min(sizes):
        what = f"{_place(twin)}: {sizes[0]} characters in English, {sizes[1]} in Spanish"
        yield content.at(Level.WARNING, "parity", twin.where, what, "See whether one language leaves something out.")


def _place(twin: Twin) -> str:
    return ".".join(twin.path) or twin.file


def _numbers(text: str) -> list[str]:
    joined = _THOUSANDS.sub("", _URL.sub(" ", text))
    return [number.lstrip("0") or "0" for number in re.findall(r"\d+", joined)]


def _bullets(text: str) -> list[str]:
    return ["bullet"] * len(re.findall(r"^- ", text, re.MULTILINE))


def _bold(text: str) -> list[str]:
    return ["bold"] * (text.count("**") // 2)


def _dates_en(text: str) -> Counter[str]:
    """Dates of an English text; a month alone only counts if it can be nothing else (May can)."""
    found = [(day, _EN.index(month) + 1, year) for day, month, year in _DATE_EN.findall(text)]
    return Counter(_date(*each) for each in found if each[0] or each[2])


def _dates_es(text: str) -> Counter[str]:
    found = [(day, _ES.index(month.lower()) + 1, year) for day, month, year in _DATE_ES.findall(text)]
    return Counter(_date(*each) for each in found if each[0] or each[2])


def _date(day: str, month: int, year: str) -> str:
    return "-".join(part for part in (year, f"{month:02}", day.zfill(2) if day else "") if part)


def _difference(here: Counter[str], there: Counter[str]) -> str:
    only_here, only_there = here - there, there - here
    sides = (("English", only_here), ("Spanish", only_there))
    return ", ".join(f"only in {side} {_listed(extra)}" for side, extra in sides if extra)


def _listed(extra: Counter[str]) -> str:
    return " ".join(f"{name} ({count} times)" if count > 1 else name for name, count in sorted(extra.items()))


_COUNTED: tuple[tuple[str, Callable[[str], list[str]], str], ...] = (
    ("links", addresses, "Give both languages the same links."),
    ("commands", _COMMAND.findall, "Name the same commands in both languages."),
    ("placeholders", _PLACEHOLDER.findall, "Keep the words in curly brackets as they are in both languages."),
    ("numbers", _numbers, "Give both languages the same numbers; write small ones as digits, or as words, in both."),
    ("bullets", _bullets, "Give both languages the same list."),
    ("words in bold", _bold, "Make the same words bold in both languages."),
)
