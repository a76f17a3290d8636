"""Many short texts in one piece: tens of thousands of phrasings, read once at the start, take a tenth of the memory."""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

_BETWEEN = "\0"


class Lines(Sequence[str]):
    """A sequence of texts, unpacked whenever it is looked at."""

    __slots__ = ("_packed",)

    def __init__(self, texts: Iterable[str] = ()) -> None:
        joined = _BETWEEN.join(text.replace(_BETWEEN, " ") for text in texts).encode()
        self._packed = zlib.compress(joined, 1) if joined else b""

    def _texts(self) -> list[str]:
        return zlib.decompress(self._packed).decode().split(_BETWEEN) if self._packed else []

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts())

    def __len__(self) -> int:
        return len(self._texts())

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> list[str]: ...

    def __getitem__(self, place: int | slice) -> str | list[str]:
        return self._texts()[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lines) and self._packed == other._packed

    def __hash__(self) -> int:
        return hash(self._packed)
