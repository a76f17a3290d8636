"""Large tables of strings held as sorted hashes: a tenth of the memory, and ready as soon as the bytes are there.

A name that was never put in may be found by chance, about once in thirty thousand for names and never for phrases;
whoever cannot bear that checks what was found.
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Wide = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]

NOWHERE = -1


def hashes(names: Sequence[str]) -> Hashes:
    """A hash a name."""
    return np.fromiter((zlib.crc32(name.encode()) for name in names), np.uint32, len(names))


@dataclass(frozen=True, slots=True)
class Names:
    """Names numbered from 0 in the order of their hashes, each hash once."""

    keys: Hashes

    def __len__(self) -> int:
        return len(self.keys)

    def places(self, wanted: Hashes) -> Places:
        """The number of each hash, `NOWHERE` for one that is not there."""
        if not len(self.keys):
            return np.full(len(wanted), NOWHERE, dtype=np.int32)
        found = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[found] == wanted, found, NOWHERE).astype(np.int32)

    def place(self, name: str) -> int:
        """The number of one name, or `NOWHERE`."""
        return int(self.places(hashes((name,)))[0])


@dataclass(frozen=True, slots=True)
class Lists:
    """Several numbers a name."""

    keys: Hashes
    numbers: Places

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "Lists":
        """The lists of these (name, number) pairs."""
        names, numbers = zip(*pairs, strict=True) if (pairs := list(pairs)) else ((), ())
        keys = hashes(names)
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], np.array(numbers, dtype=np.int32)[order])

    def of_any(self, names: Sequence[str]) -> list[int]:
        """The numbers of any of these names, each once, and perhaps a stray one."""
        wanted = hashes(names)
        starts, ends = np.searchsorted(self.keys, wanted, "left"), np.searchsorted(self.keys, wanted, "right")
        found: dict[int, None] = {}
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            found |= dict.fromkeys(self.numbers[start:end].tolist())
        return list(found)


@dataclass(frozen=True, slots=True)
class Phrases:
    """What whole phrases stand for: numbers, in the order they were given."""

    keys: Wide
    numbers: Places

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, int]]) -> "Phrases":
        """The phrases of these (phrase, number) pairs."""
        given = list(dict.fromkeys(pairs))
        keys = np.array([_wide(phrase) for phrase, _ in given], dtype=np.uint64)
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], np.array([number for _, number in given], dtype=np.int32)[order])

    def numbers_of(self, phrase: str) -> tuple[int, ...]:
        """What the phrase stands for; nothing for an unknown one."""
        wanted = np.uint64(_wide(phrase))
        start = end = int(np.searchsorted(self.keys, wanted))
        while end < len(self.keys) and self.keys[end] == wanted:
            end += 1
        return tuple(self.numbers[start:end].tolist())


def _wide(phrase: str) -> int:
    return int.from_bytes(hashlib.blake2b(phrase.encode(), digest_size=8).digest(), "little")
