"""What a look at the content finds: an error must be mended before release, a warning before long.

A finding names file, line and mend, like the problems that keep the bot from starting (`yamlfile.Problem`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.knowledge.model import Graph
from bot.knowledge.pages import Pages


class Level(StrEnum):
    """How urgent a finding is."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Finding:
    """Something an editor should mend: `check` is the name under which data/README.md explains it."""

    file: str
    line: int
    level: Level
    check: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.level} [{self.check}] {self.what}. {self.mend}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """What is looked at: the graph, the files it was read from, and the day of the look."""

    graph: Graph
    files: Mapping[str, str]
    pages: Pages
    day: date

    def at(self, level: Level, check: str, where: tuple[str, ...], what: str, mend: str) -> Finding:
        """A finding at `where`: the file's name below data/, then the keys that lead to the place."""
        file, *path = where
        return Finding(
            file=f"data/{file}", line=self.pages.line(file, *path), level=level, check=check, what=what, mend=mend
        )
