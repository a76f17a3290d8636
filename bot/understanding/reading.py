"""What a message was understood to mean: a closed choice that the dialogue matches."""

from dataclasses import dataclass

from bot.knowledge.model import Language, Move, Platform


@dataclass(frozen=True, slots=True)
class Topics:
    """Questions answered by these topics, in order; `beside` is what may have been meant instead, or as well."""

    ids: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unsure:
    """Two or three topics are close: ask back."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Navigate:
    """A word that moves."""

    move: Move


@dataclass(frozen=True, slots=True)
class Choose:
    """One of the options on offer was named or counted; `index` counts from 0, None is "none of these"."""

    index: int | None


@dataclass(frozen=True, slots=True)
class ForCountry:
    """The data protection authority of a country is asked for, by its ISO code."""

    code: str


@dataclass(frozen=True, slots=True)
class Speak:
    """The person asks to be spoken to in a language of ours, by its name."""

    language: Language


@dataclass(frozen=True, slots=True)
class Foreign:
    """Written in a language that the bot does not speak; `code` where it was recognised."""

    code: str | None


@dataclass(frozen=True, slots=True)
class Nothing:
    """Not understood, or not something the bot can answer."""


Meaning = Topics | Unsure | Navigate | Choose | ForCountry | Speak | Foreign | Nothing


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A message understood: its language where it tells one, its meaning, and why.

    `score` is the calibrated score of the meaning in [0, 1]; `ranked` the best topics with theirs; `rule` names what
    decided (for `oponte ask --why`).
    """

    language: Language | None
    meaning: Meaning
    score: float
    rule: str
    ranked: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Explanation:
    """Why a message was understood as it was: the reading, the words that spoke for it, and the nearest phrasings."""

    reading: Reading
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Situation:
    """What of a chat's state matters for understanding; each option is the words by which it may be named."""

    topic: str | None = None
    platform: Platform | None = None
    guiding: bool = False
    options: tuple[tuple[str, ...], ...] = ()
    listed: bool = True  # the options stand in a list on the screen, and may be counted
    asking: bool = False  # a yes-or-no question of ours is open
