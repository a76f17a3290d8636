"""A fitted matcher as bytes and back, bound to the data and the code that made it.

Plain arrays and JSON, never pickled objects: a file that was tampered with can be wrong, it cannot run.

Reading and writing the bytes is the caller's: this module opens no file.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.understanding.calibrate import Calibration
from bot.understanding.features import Vocabulary
from bot.understanding.matcher import Matcher

FORMAT: Final = 2


def fingerprint(pairs: Sequence[tuple[str, str]], outside: Sequence[str], code: str) -> str:
    """The hash of what a matcher is made from; `code` names the version of the program's understanding."""
    told = json.dumps([FORMAT, code, list(map(list, pairs)), list(outside)], ensure_ascii=False)
    return hashlib.sha256(told.encode()).hexdigest()


def dump(matcher: Matcher, mark: str) -> bytes:
    """The matcher as bytes that carry its fingerprint."""
    vocabulary, calibration = matcher.vocabulary, matcher.calibration
    told = {
        "mark": mark,
        "labels": matcher.labels,
        "names": list(vocabulary.index),
        "counts": dict(vocabulary.speller.counts),
        "heat": calibration.heat,
        "gate": calibration.gate,
        "phrases": dict(matcher.phrases),
        "outside": sorted(matcher.outside),
    }
    buffer = io.BytesIO()
    text = np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), dtype=np.uint8)
    np.savez_compressed(buffer, told=text, weights=matcher.weights, rarity=vocabulary.weights)
    return buffer.getvalue()


def load(data: bytes, mark: str) -> Matcher | None:
    """The matcher of these bytes; None when they are no whole artefact with this fingerprint: then fit anew."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            told = json.loads(arrays["told"].tobytes())
            if told["mark"] != mark:
                return None
            weights, rarity = arrays["weights"], arrays["rarity"]
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile):
        return None
    return Matcher(
        labels=tuple(told["labels"]),
        vocabulary=Vocabulary.of(told["names"], rarity, told["counts"]),
        weights=weights,
        calibration=Calibration(heat=told["heat"], gate=tuple(told["gate"])),
        phrases={phrase: tuple(places) for phrase, places in told["phrases"].items()},
        outside=frozenset(told["outside"]),
    )
