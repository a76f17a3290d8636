"""The bytes of files that people and the bot send, kept in memory up to a limit; the oldest go first."""

from collections import OrderedDict
from dataclasses import dataclass

from bot.sandbox.model import Json

MAX_TOTAL = 64 * 1024 * 1024
MAX_FILES = 2_000


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredFile:
    """One file under its `file_id`."""

    id: str
    name: str
    mime: str
    data: bytes

    def wire(self) -> Json:
        """The fields that all of Telegram's file objects share."""
        return {"file_id": self.id, "file_unique_id": f"u{self.id[2:]}", "file_size": len(self.data)}


class Files:
    """Files by their id."""

    def __init__(self) -> None:
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._total = 0
        self._count = 0

    def add(self, name: str, mime: str, data: bytes) -> StoredFile:
        """Keeps a file and gives it an id."""
        self._count += 1
        stored = StoredFile(id=f"F-{self._count:06d}", name=name, mime=mime, data=data)
        self._files[stored.id] = stored
        self._total += len(data)
        while self._total > MAX_TOTAL or len(self._files) > MAX_FILES:
            _, oldest = self._files.popitem(last=False)
            self._total -= len(oldest.data)
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        """The file, unless it was never there or made room for others."""
        return self._files.get(file_id)
