"""Large tables of strings held as sorted hashes: a tenth of the memory, and ready as soon as the bytes are there.

A name that was never put in may be found by chance, about once in thirty thousand for names and never for phrases;
whoever cannot bear that checks what was found.
"""

import hashlib
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Hashes = npt.NDArray[np.uint32]
Wide = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int32]

NOWHERE = -1


def hashes(names: Sequence[str]) -> Hashes:
    """A hash a name."""
    return np.array([zlib.crc32(name.encode()) for name in names], dtype=np.uint32)


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
        found = np.minimum(self.keys.searchsorted(wanted), len(self.keys) - 1)
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
        starts, ends = self.keys.searchsorted(wanted, "left"), self.keys.searchsorted(wanted, "right")
        found: dict[int, None] = {}
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            found |= dict.fromkeys(self.numbers[start:end].tolist())
        return list(found)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each of many words was seen; asked for word by word, so that a search in plain memory is quickest."""

    keys: Hashes
    seen: Places
    _keys: memoryview = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_keys", self.keys.data)

    @classmethod
    def of(cls, counts: Mapping[str, int]) -> "Counts":
        """These counts."""
        keys = hashes(list(counts))
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], np.fromiter(counts.values(), np.int32, len(counts))[order])

    def __getitem__(self, word: str) -> int:
        """How often it was seen: 0 for an unknown word."""
        key = zlib.crc32(word.encode())
        place = bisect_left(self._keys, key)
        return int(self.seen[place]) if place < len(self._keys) and self._keys[place] == key else 0

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self[word] > 0

    def total(self) -> int:
        """All counts together."""
        return int(self.seen.sum())


@dataclass(frozen=True, slots=True)
class Words:
    """Numbered words in one piece."""

    letters: npt.NDArray[np.uint8]
    ends: Places

    @classmethod
    def of(cls, words: Sequence[str]) -> "Words":
        """These words, numbered from 0."""
        coded = [word.encode() for word in words]
        ends = np.cumsum([len(each) for each in coded], dtype=np.int32)
        return cls(np.frombuffer(b"".join(coded), np.uint8), ends)

    def __getitem__(self, number: int) -> str:
        begin = int(self.ends[number - 1]) if number else 0
        return self.letters[begin : int(self.ends[number])].tobytes().decode()


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
        start = end = int(self.keys.searchsorted(wanted))
        while end < len(self.keys) and self.keys[end] == wanted:
            end += 1
        return tuple(self.numbers[start:end].tolist())


def _wide(phrase: str) -> int:
    return int.from_bytes(hashlib.blake2b(phrase.encode(), digest_size=8).digest(), "little")
