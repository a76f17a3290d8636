"""Folding for exact comparison: case, accents (not ñ), punctuation and spaces do not matter."""

import re
import unicodedata

_NOT_WORDS = re.compile(r"[^\w]+", re.UNICODE)


def fold(text: str) -> str:
    """`text` in lower case, without accents (ñ stays), with single spaces between words."""
    kept = text.casefold().replace("ñ", "\0")
    decomposed = unicodedata.normalize("NFKD", kept)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char)).replace("\0", "ñ")
    return _NOT_WORDS.sub(" ", bare).strip()
