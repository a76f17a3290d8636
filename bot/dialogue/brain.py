"""What a step thinks with, and what it returns. All of it frozen: one brain serves every chat at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from bot.dialogue.effects import Effect
from bot.dialogue.state import Place, State
from bot.knowledge.model import Graph, Language
from bot.messages import Message
from bot.understanding.reading import Explanation, Reading, Situation


class Words(Protocol):
    """The interface's words in one language (`bot.i18n.words.Words`)."""

    @property
    def language(self) -> Language: ...
    def gettext(self, name: str, /, **values: object) -> str: ...
    def ngettext(self, one: str, many: str, count: int, /, **values: object) -> str: ...
    def day(self, day: date) -> str: ...
    def partial_day(self, written: str) -> str: ...


class Reader(Protocol):
    """The understanding of a message in its situation (`bot.understanding.reader.Reader`)."""

    def read(self, text: str, situation: Situation) -> Reading: ...
    def explain(self, text: str, situation: Situation) -> Explanation: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Brain:
    """Knowledge, understanding and words."""

    graph: Graph
    reader: Reader
    words: Mapping[Language, Words]


class Kind(StrEnum):
    """What a step amounted to: the `outcome` of the machine interface."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    GUIDE = "guide"
    NAVIGATE = "navigate"
    FALLBACK = "fallback"
    OTHER_LANGUAGE = "other-language"
    NOTICE = "notice"


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """The result of a step: the chat's new state, what is said, and what the shell is asked to do."""

    state: State
    messages: tuple[Message, ...] = ()
    effects: tuple[Effect, ...] = ()
    kind: Kind = Kind.NOTICE
    topics: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    language: Language = "en"
    reading: Reading | None = None
    steps: int = 0  # how many steps the open guide's way has, the question which way included


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One event being answered: the brain, the state so far, and the circumstances."""

    brain: Brain
    state: State
    language: Language
    group: bool = False
    replace: bool = False  # the event was a press: its message may be changed in place
    at: datetime

    @property
    def words(self) -> Words:
        return self.brain.words[self.language]

    @property
    def graph(self) -> Graph:
        return self.brain.graph

    def moved(self, place: Place | None) -> State:
        """The state with another place in a guide; open choices end."""
        return replace(self.state, place=place, options=(), asked=None)
