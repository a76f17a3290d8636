"""Wording: sentences that are easy to read, marks and accents in order, nothing that the facts forbid.

These are checks on the texts as people read them; whether a text is true remains the work of people.
"""

import re
from collections.abc import Iterator

from bot.knowledge.findings import Content, Finding, Level
from bot.knowledge.forbidden import Wording, said, wordings
from bot.knowledge.model import LANGUAGES, Language
from bot.knowledge.pages import Twin
from bot.knowledge.sentences import addresses, bare, sentences, words
from bot.knowledge.yamlfile import Problems

LONG, TOO_LONG = 30, 45  # words in a sentence; letters may be half as long again, as letters of law are
_CALM = re.compile(r"https?://\S+|\[[^\]\n]*\]\([^)\s]*\)|`[^`\n]*`")
_LABEL = re.compile(r"`[^`\n]*`")
_UNACCENTED = re.compile(r"\b\w+(?:cion|[^s\W]sion)\b")
_POINT = re.compile(r"(?:^|[.\s])\w\)", re.MULTILINE)  # "a) ...", "artículo 6.1.f)"
_TRACKING = re.compile(r"[?&](?:utm_\w+|fbclid|gclid|mc_[ce]id|igsh\w*)=")
_PLAIN_KEYS = frozenset({"label", "title", "supports", "body", "filename", "text", "scope"})


def findings(content: Content) -> Iterator[Finding]:
    """Sentences, marks and forbidden wordings, text by text."""
    problems = Problems()
    forbidden = wordings(content.files, problems)
    for problem in problems.found:
        yield Finding(
            file=problem.file,
            line=problem.line,
            level=Level.ERROR,
            check="forbidden",
            what=problem.what,
            mend=problem.mend,
        )
    for twin in content.pages.twins():
        if twin.file == "forbidden.yaml":
            continue
        yield from _readable(content, twin)
        yield from _marks(content, twin)
        yield from _forbidden(content, twin, forbidden)


def _where(twin: Twin, language: Language) -> tuple[str, ...]:
    return (*twin.where, language)


def _place(twin: Twin, language: Language) -> str:
    return f"{'.'.join(twin.path)} ({language})"


def _readable(content: Content, twin: Twin) -> Iterator[Finding]:
    letter = twin.file.startswith("letters/") and twin.key in {"body", "scope", "text"}
    long, too_long = (LONG * 3 // 2, TOO_LONG * 3 // 2) if letter else (LONG, TOO_LONG)
    for language in LANGUAGES:
        for sentence in sentences(twin.texts[language].replace("; ", ".\n")):
            length = len(words(sentence))
            if length > long:
                level = Level.ERROR if length > too_long else Level.WARNING
                what = f"{_place(twin, language)}: a sentence of {length} words: '{_beginning(sentence)}'"
                yield content.at(
                    level, "readability", _where(twin, language), what, f"Make two of it; {long} words are plenty."
                )


def _marks(content: Content, twin: Twin) -> Iterator[Finding]:
    for language in LANGUAGES:
        text = twin.texts[language]
        for what, mend in (*_typography(text, language), *_plainness(twin, language)):
            yield content.at(Level.ERROR, "marks", _where(twin, language), f"{_place(twin, language)}: {what}", mend)


def _typography(text: str, language: Language) -> Iterator[tuple[str, str]]:
    calm = _CALM.sub("x", text)
    pairs = [("«", "»"), ("“", "”")] + ([("¿", "?"), ("¡", "!")] if language == "es" else [])
    for opening, closing in pairs:
        if calm.count(opening) != calm.count(closing):
            yield f"'{opening}' and '{closing}' do not match", "Write both: what is opened is closed, and the reverse."
    if re.search(r"[()]", _POINT.sub("", _closed(calm))):
        yield "'(' and ')' do not match", "Close what is opened."
    if language == "es" and not calm.endswith(".txt") and (found := _UNACCENTED.search(calm.lower())):
        yield f"'{found[0]}' has no accent", f"Write '{found[0][:-2]}ón'."
    if re.search(r"[^\S\n]{2,}", text.strip()):
        yield "two spaces in a row", "Write one."
    if found := re.search(r"\S* [,;:.!?](?=\s|$)", calm):
        yield f"a space before the mark in '{found[0]}'", "Take it away."
    if found := re.search(r"\b(\w{2,}) \1\b", calm):
        yield f"'{found[1]}' stands twice in a row", "Keep one."
    for address in addresses(text):
        if _TRACKING.search(address):
            yield f"the link {address} follows the reader", "Cut the address before ?utm_ and the like."


def _closed(text: str) -> str:
    """`text` without what stands in brackets that are opened and closed."""
    while (shorter := re.sub(r"\([^()]*\)", "", text)) != text:
        text = shorter
    return text


def _plainness(twin: Twin, language: Language) -> Iterator[tuple[str, str]]:
    text = twin.texts[language]
    if twin.key in _PLAIN_KEYS and re.search(r"\*\*|`|\]\(", text):
        yield "markup where plain text is shown", "Take ** ` and [words](address) away here."
    if twin.key == "supports" and text.endswith("."):
        yield "a full stop at the end", "Take it away; the bot sets one."


def _forbidden(content: Content, twin: Twin, forbidden: tuple[Wording, ...]) -> Iterator[Finding]:
    for language in LANGUAGES:
        for sentence in sentences(_LABEL.sub("x", twin.texts[language])):
            if sentence.endswith("?"):
                continue
            for wording in forbidden:
                level = Level.WARNING if wording.warning else Level.ERROR
                for phrase in said(wording, sentence, language):
                    what = f"{_place(twin, language)}: '{phrase}' in '{_beginning(sentence)}' ({wording.id})"
                    mend = f"{wording.why}. {wording.instead}."
                    yield content.at(level, "forbidden", _where(twin, language), what, mend)


def _beginning(sentence: str) -> str:
    text = bare(sentence)
    return text if len(text) <= 70 else text[:70].rsplit(" ", 1)[0] + "…"
