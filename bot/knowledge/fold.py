"""Folding for exact comparison: case, accents (not ñ), punctuation and spaces do not matter."""

import re
import unicodedata

_WORDS = re.compile(r"\w+")
_MARKS = re.compile("[\u0300-\u036f]+")  # nearly all marks there are: the others are looked for one by one


def fold(text: str) -> str:
    """`text` in lower case, without accents (ñ stays), with single spaces between words."""
    bare = text.casefold()
    if not bare.isascii():
        bare = _MARKS.sub("", unicodedata.normalize("NFKD", bare.replace("ñ", "\0").replace("¿", " ")))
        if not bare.isascii():
            bare = "".join(char for char in bare if not unicodedata.combining(char))
        bare = bare.replace("\0", "ñ")
    return " ".join(_WORDS.findall(bare))
