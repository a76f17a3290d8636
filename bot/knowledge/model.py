"""The FAQ graph and what hangs on it: topics, edges, guides, letters, authorities, sources.

All values are frozen; ids are promises (deep links, buttons and stored states name them).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from bot.knowledge.lines import Lines
from bot.messages import Text

Language = Literal["en", "es"]
LANGUAGES: tuple[Language, ...] = ("en", "es")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Both(Generic[T]):
    """The same thing in English and in Spanish."""

    en: T
    es: T

    def __getitem__(self, language: Language) -> T:
        return self.en if language == "en" else self.es

    def __iter__(self) -> Iterator[T]:
        yield from (self.en, self.es)


class Certainty(StrEnum):
    """How sure an answer is."""

    CONFIRMED = "confirmed"
    ONE_SOURCE = "one-source"
    ATTRIBUTED = "attributed"
    DISPUTED = "disputed"


class Platform(StrEnum):
    """Where Meta meets people; also the ends of `on` edges."""

    INSTAGRAM = "instagram"
    FACEBOOK = "facebook"
    WHATSAPP = "whatsapp"
    MESSENGER = "messenger"
    THREADS = "threads"


class EdgeKind(StrEnum):
    """How one topic leads to another."""

    RELATED = "related"
    PART_OF = "part-of"
    NEXT = "next"
    ON = "on"
    CONTRAST = "contrast"
    WHY = "why"
    GUIDE = "guide"


@dataclass(frozen=True, kw_only=True, slots=True)
class Edge:
    """From one topic to another (or to a guide); `platform` only for `on`."""

    kind: EdgeKind
    target: str
    platform: Platform | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Where something was read; `date` as precise as known ("2025-05-21", "2025-05", "2025" or "")."""

    id: str
    title: str
    publisher: Both[str]
    url: str
    date: str
    kind: str
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Citation:
    """A source and what it supports here."""

    source: str
    supports: Both[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Topic:
    """A node: one thing people ask, and its answer."""

    id: str
    area: str
    label: Both[str]
    title: Both[str]
    short: Both[Text]
    detail: Both[Text] | None
    certainty: Certainty
    citations: tuple[Citation, ...]
    reviewed: date
    review_by: date
    edges: tuple[Edge, ...]
    phrasings: Both[Lines]

    def to(self, kind: EdgeKind) -> tuple[str, ...]:
        """Targets of the edges of `kind`, in the order of the file."""
        return tuple(edge.target for edge in self.edges if edge.kind is kind)

    def on(self, platform: Platform) -> str | None:
        """The topic that tells this on `platform`, if there is one."""
        return next((edge.target for edge in self.edges if edge.platform is platform), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class ScreenLabel:
    """What to look for on the screen, each language with its variants; `certain` is False for likely wordings."""

    names: Both[tuple[str, ...]]
    certain: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """A web address with the words of its button."""

    url: str
    label: Both[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideStep:
    """One tap or one act of a guide."""

    id: str
    title: Both[str]
    do: Both[Text]
    labels: tuple[ScreenLabel, ...]
    see: Both[Text] | None
    otherwise: Both[Text]
    other_way: str | None
    links: tuple[Link, ...]
    topic: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """One of the ways through a guide, with all its steps (those shared with another way included)."""

    id: str
    label: Both[str]
    steps: tuple[GuideStep, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """A walk, step by step; its id is also the id of its topic."""

    id: str
    title: Both[str]
    platform: Platform | None
    checked: date
    review_by: date
    citations: tuple[Citation, ...]
    choose: Both[Text] | None
    ways: tuple[Way, ...]
    keep: Both[Text]
    next: tuple[str, ...]

    def way(self, way_id: str | None) -> Way | None:
        """The way of that id, if there is one."""
        return next((way for way in self.ways if way.id == way_id), None)


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """A letter to copy; `{platform_scope}` and `{reason}` stand in the body where `asks` names them."""

    id: str
    title: Both[str]
    label: Both[str]
    asks: tuple[str, ...]
    citations: tuple[str, ...]
    body: Both[str]
    filename: Both[str]
    advice: Both[Text]


@dataclass(frozen=True, kw_only=True, slots=True)
class LetterPart:
    """A choice within a letter: the button's words, and the words it puts into the body."""

    id: str
    label: Both[str]
    text: Both[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Authority:
    """A data protection authority; `aliases` are folded words by which people name the country."""

    code: str
    country: Both[str]
    aliases: tuple[str, ...]
    name: str
    site: str
    complain: str | None
    region: str
    note: Both[str] | None

    @property
    def flag(self) -> str:
        """The country's flag: its code in regional indicator symbols."""
        return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in self.code)


class Move(StrEnum):
    """Moving about: in a guide, between a guide and questions, or in what was just said."""

    NEXT = "next"
    BACK = "back"
    LOST = "lost"
    DONE = "done"
    STOP = "stop"
    WHERE = "where"
    AGAIN = "again"
    SHORTER = "shorter"
    MORE = "more"
    SOURCES = "sources"
    YES = "yes"
    NO = "no"
    NONE = "none"
    REMIND = "remind"
    RESTART = "restart"


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowUp:
    """Words that mean something only after an answer, and where they lead: a move, an edge or a topic.

    `phrases` are whole messages, folded before they are compared; `examples` teach how else people say it. `to` is
    "move:next", "edge:why" or "topic:minors".
    """

    id: str
    to: str
    phrases: Both[tuple[str, ...]]
    examples: Both[Lines] = Both(Lines(), Lines())
    here: tuple[str, ...] = ()  # topics whose own detail answers it: "is it free?" after the answer on complaints


@dataclass(frozen=True, kw_only=True, slots=True)
class Graph:
    """Everything the bot knows."""

    topics: Mapping[str, Topic]
    guides: Mapping[str, Guide]
    letters: Mapping[str, Letter]
    platforms: Mapping[str, LetterPart]
    reasons: Mapping[str, LetterPart]
    authorities: Mapping[str, Authority]
    sources: Mapping[str, Source]
    follow_ups: tuple[FollowUp, ...] = ()
    outside: Lines = field(default=Lines(), repr=False)
