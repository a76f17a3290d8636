"""From the small Markdown of `data/` to bare words and sentences, for checks on language.

A sentence ends at a full stop, question or exclamation mark, at a line's end and at a bullet's end.
"""

import re
from collections.abc import Iterator

_LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s]+)\)")
_ADDRESS = re.compile(r"https?://\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|eu|es|ie|org|net|de|it|nl)\b(?:/\S*)?")
_END = re.compile(r"(?<=[.!?…])[»”\"')]*\s+(?=[\"'«“¿¡(\[]*[A-ZÁÉÍÓÚÑ0-9`*])")
_ABBREVIATION = re.compile(r"\b(?:[Aa]rts?|[Nn]o|[Nn]úm|e\.g|i\.e|etc|p|ej|vs|approx|aprox|[Aa]ttn|[Dd]r|St)\.$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")


def addresses(text: str) -> list[str]:
    """The targets of the links in `text`, in order."""
    return [match[2] for match in _LINK.finditer(text)]


def bare(text: str) -> str:
    """`text` without markup: link words stay, their targets go; bullets stay lines."""
    without = _LINK.sub(r"\1", text).replace("**", "").replace("`", "")
    return re.sub(r"^- ", "", without, flags=re.MULTILINE)


def sentences(text: str) -> Iterator[str]:
    """The sentences of `text`, markup taken away."""
    for line in bare(text).splitlines():
        held = ""
        for piece in _END.split(line):
            held = f"{held} {piece}".strip()
            if not _ABBREVIATION.search(held):
                yield from (held,) if held else ()
                held = ""
        if held:
            yield held


def beginning(text: str, least: int = 60) -> str:
    """The first sentence of a plain text, and as many more as make `least` characters; never past the first line."""
    line = text.lstrip("\n").split("\n", 1)[0]
    for end in _END.finditer(line):
        if end.start() >= least and not _ABBREVIATION.search(line[: end.start()]):
            return line[: end.start()]
    return line


def words(text: str) -> list[str]:
    """The words and numbers of `text`; an address counts as one word."""
    return _WORD.findall(_ADDRESS.sub("address", bare(text)))
