"""A fitted matcher as bytes and back, bound to the data and the code that made it.

JSON, then plain arrays, never pickled objects: a file that was tampered with can be wrong, it cannot run. The
arrays are used where they lie, so that a file mapped into memory takes only as much of it as is looked at.

Reading and writing the bytes is the caller's: this module opens no file.
"""

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from bot.understanding.calibrate import Calibration
from bot.understanding.compact import Counts, Lists, Names, Phrases, Words
from bot.understanding.features import Vocabulary, is_real
from bot.understanding.matcher import Matcher
from bot.understanding.model import Packed
from bot.understanding.spelling import Speller

FORMAT: Final = 9
MADE_BY: Final = (  # the modules that a fitted matcher depends on
    "calibrate", "chat", "compact", "features", "gate", "ideas_common", "ideas_people", "ideas_world", "language",
    "language_words",
    "lexicon", "losses", "matcher", "model", "normalise", "spelling", "stems",
)  # fmt: skip
_NUMBER: Final = 12  # bytes of a number before the JSON
_ALIGNED: Final = 64

Bytes = bytes | memoryview
Array = npt.NDArray[Any]


def fingerprint(pairs: Iterable[tuple[str, str]], outside: Iterable[str], code: str) -> str:
    """The hash of what a matcher is made from; `code` names the version of the program's understanding."""
    digest = hashlib.sha256(f"{FORMAT} {code}".encode())
    for text, label in pairs:
        digest.update(f"\x1e{label}\x1f{text}".encode())
    for text in outside:
        digest.update(f"\x1e{text}".encode())
    return digest.hexdigest()


def dump(matcher: Matcher, mark: str) -> bytes:
    """The matcher as bytes that carry its fingerprint."""
    vocabulary, calibration, speller = matcher.vocabulary, matcher.calibration, matcher.vocabulary.speller
    told = {
        "mark": mark,
        "labels": matcher.labels,
        "heat": calibration.heat,
        "gate": calibration.gate,
    }
    return _packed(
        told,
        {
            "names": vocabulary.names.keys,
            "rarity": vocabulary.weights,
            "step": matcher.weights.step,
            "bias": matcher.weights.bias,
            "seen": speller.counts.keys,
            "counts": speller.counts.seen,
            "letters": speller.words.letters,
            "ends": speller.words.ends,
            "near": speller.near.keys,
            "neighbours": speller.near.numbers,
            "heard": speller.heard.keys,
            "sounds": speller.heard.numbers,
            "phrases": matcher.phrases.keys,
            "numbers": matcher.phrases.numbers,
            "weights": matcher.weights.rows,  # the largest comes last: of the others, some are looked at at once
        },
    )


def load(data: Bytes, mark: str) -> Matcher | None:
    """The matcher of these bytes; None when they are no whole artefact with this fingerprint: then fit anew.

    The head is checked by its sum, the rest by its length: to add up megabytes would load what may never be looked at.
    """
    try:
        told, arrays = _unpacked(memoryview(data), mark)
        near, heard = Lists(arrays["near"], arrays["neighbours"]), Lists(arrays["heard"], arrays["sounds"])
        counts, words = Counts(arrays["seen"], arrays["counts"]), Words(arrays["letters"], arrays["ends"])
        speller = Speller.of(counts, is_real, words, near, heard)
        return Matcher(
            labels=tuple(told["labels"]),
            vocabulary=Vocabulary.of(Names(arrays["names"]), arrays["rarity"], speller),
            weights=Packed(rows=arrays["weights"], step=arrays["step"], bias=arrays["bias"]),
            calibration=Calibration(heat=told["heat"], gate=tuple(told["gate"])),
            phrases=Phrases(arrays["phrases"], arrays["numbers"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _packed(told: Mapping[str, Any], arrays: Mapping[str, Array]) -> bytes:
    """Length and sum of the JSON, the JSON with each array's kind and shape, then the arrays, each at an even place."""
    shapes = {name: (array.dtype.str, array.shape) for name, array in arrays.items()}
    head = json.dumps({**told, "arrays": shapes}, ensure_ascii=False).encode()
    content = bytearray(f"{len(head):{_NUMBER}}{zlib.crc32(head):{_NUMBER}}".encode() + head)
    for array in arrays.values():
        content += bytes(-len(content) % _ALIGNED) + array.tobytes()
    return bytes(content)


def _unpacked(data: memoryview, mark: str) -> tuple[dict[str, Any], dict[str, Array]]:
    """What `_packed` made. Raises ValueError, KeyError or TypeError for anything else, and for another fingerprint."""
    begin = 2 * _NUMBER
    place = begin + int(bytes(data[:_NUMBER]))
    head = bytes(data[begin:place])
    if zlib.crc32(head) != int(bytes(data[_NUMBER:begin])):
        raise ValueError("the head is damaged")
    told = json.loads(head)
    if told["mark"] != mark:
        raise ValueError("made from something else")
    arrays = {}
    for name, (kind, shape) in told["arrays"].items():
        place += -place % _ALIGNED
        count = int(np.prod(shape))
        arrays[name] = np.frombuffer(data, np.dtype(kind), count, place).reshape(shape)
        place += arrays[name].nbytes
    if place != len(data):
        raise ValueError("there is more or less than the head tells")
    return told, arrays
