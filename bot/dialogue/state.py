"""What the bot remembers of a chat: ids, language and places. Never a word that a person wrote.

A state is a frozen value with a JSON form. Reading is tolerant: what an older or newer version wrote and this one does
not know is dropped, so that a deploy never breaks a conversation.
"""

import json
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Self, TypeVar

from bot.knowledge.model import LANGUAGES, Language

T = TypeVar("T")
S = TypeVar("S", bound="State")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where somebody stands in a guide: `way` is None while the way is being asked; `step` counts from 0 in the way."""

    guide: str
    way: str | None = None
    step: int = 0
    done: bool = False
    left: bool = False  # stopped by the person; it can be resumed


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A letter being put together from choices; no name, address or account ever enters it."""

    letter: str
    platform: str | None = None
    reason: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """One chat. `language` is what was last detected, `chosen` what the person chose by /language."""

    language: Language | None = None
    chosen: Language | None = None
    topic: str | None = None
    platform: str | None = None
    options: tuple[str, ...] = ()
    place: Place | None = None
    draft: Draft | None = None
    # What of ours is open: a question ("forget", "remind"), a list ("letter", "guides", "how-to-object"), or "lost".
    asked: str | None = None
    told: bool = False  # all there is to say on `topic`, so that it is not said twice

    def to_json(self) -> str:
        """Compact JSON with only the fields that say something."""
        return json.dumps(
            {key: value for key, value in asdict(self).items() if value not in (None, (), [], False)},
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_json(cls, text: str | None) -> Self:
        """The state that `to_json` wrote; anything unreadable becomes a fresh start, never an error."""
        try:
            data = json.loads(text or "{}")
        except ValueError:
            return cls()
        return _merged(cls(), data) if isinstance(data, dict) else cls()

    @property
    def guiding(self) -> Place | None:
        """The place in a guide that is open now."""
        return self.place if self.place and not self.place.left and not self.place.done else None

    @property
    def speaks(self) -> Language:
        """The language to answer in when a message does not tell."""
        return self.chosen or self.language or "en"


def _read(kind: type[T], data: object, needed: str) -> T | None:
    """A `kind` from its JSON object; None if it lacks `needed` or a value has another type than its default."""
    if not isinstance(data, dict) or not isinstance(data.get(needed), str):
        return None
    known: dict[str, Any] = {}
    for each in fields(kind):  # type: ignore[arg-type]
        value = data.get(each.name)
        if value is not None:
            known[each.name] = value
    try:
        return _typed(kind(**known))
    except TypeError:
        return None


def _typed(value: T) -> T | None:
    match value:
        case (
            Place(guide=str(), way=str() | None, step=int(), done=bool(), left=bool())
            | Draft(letter=str(), platform=str() | None, reason=str() | None)
        ):
            return value
        case _:
            return None


def _merged(fresh: S, data: dict[str, Any]) -> S:
    texts = {key: data[key] for key in ("topic", "platform", "asked") if isinstance(data.get(key), str)}
    languages = {key: data[key] for key in ("language", "chosen") if data.get(key) in LANGUAGES}
    offered = data.get("options")
    options = tuple(item for item in offered if isinstance(item, str)) if isinstance(offered, list) else ()
    return replace(
        fresh,
        **texts,
        **languages,
        options=options,
        told=data.get("told") is True,
        place=_read(Place, data.get("place"), "guide"),
        draft=_read(Draft, data.get("draft"), "letter"),
    )
