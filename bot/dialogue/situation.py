"""From a chat's state to what matters for understanding its next message: what it is about and what is on offer."""

from dataclasses import dataclass

from bot.dialogue import actions, answering, lettering, preferences
from bot.dialogue.brain import Turn
from bot.dialogue.moving import QUESTIONS
from bot.dialogue.state import Place
from bot.knowledge.model import Both, Platform
from bot.understanding.context import HOW
from bot.understanding.reading import Situation


@dataclass(frozen=True, slots=True)
class Choice:
    """Something on offer: the words that name it, and what choosing it does."""

    names: tuple[str, ...]
    action: str


def choices(turn: Turn) -> tuple[Choice, ...]:
    """What may be named instead of pressed: what stands in a list on the screen, else the ways of the open guide."""
    return _listed(turn) or _ways(turn)


def _listed(turn: Turn) -> tuple[Choice, ...]:
    """What the person was just offered in a list, and may count, too."""
    graph, state = turn.graph, turn.state
    if state.options:
        return tuple(
            Choice((*graph.topics[option].label, *graph.topics[option].title), actions.action(actions.TOPIC, option))
            for option in state.options
        )
    if state.asked == lettering.MENU:
        return tuple(
            Choice(tuple(letter.label), actions.action(actions.LETTER, letter.id)) for letter in graph.letters.values()
        )
    if state.asked == HOW:
        return tuple(Choice((), actions.action(actions.GUIDE, guide)) for guide in answering.guides_of(turn))
    if state.asked == preferences.GUIDES:
        return tuple(
            Choice(tuple(graph.guides[guide].title), actions.action(actions.GUIDE, guide))
            for guide in preferences.listed_guides(turn)
        )
    if state.draft is not None:
        letter = graph.letters[state.draft.letter]
        if "platform" in letter.asks and state.draft.platform is None:
            return tuple(
                Choice(tuple(part.label), actions.action(actions.LETTER, letter.id, part.id))
                for part in graph.platforms.values()
            )
        platform = state.draft.platform or "all"
        return tuple(
            Choice(tuple(part.label), actions.action(actions.LETTER, letter.id, platform, part.id))
            for part in graph.reasons.values()
        )
    return _ways(turn) if state.guiding is not None and state.guiding.way is None else ()


def _ways(turn: Turn) -> tuple[Choice, ...]:
    """The ways of the guide that is open: at any step one may change to another."""
    guide = turn.graph.guides.get(turn.state.guiding.guide) if turn.state.guiding else None
    if guide is None:
        return ()
    return tuple(
        Choice((way.id, *_stems(way.label)), actions.at(Place(guide=guide.id, way=way.id))) for way in guide.ways
    )


def _stems(label: Both[str]) -> tuple[str, ...]:
    """A label, and the same without what stands in brackets."""
    return tuple(stem for each in label for stem in (each, each.split(" (", 1)[0]))


def situation(turn: Turn) -> Situation:
    """What the reader is told."""
    state = turn.state
    guide = turn.graph.guides.get(state.guiding.guide) if state.guiding else None
    platform = guide.platform if guide and guide.platform else next((p for p in Platform if p == state.platform), None)
    return Situation(
        topic=state.topic,
        platform=platform,
        guiding=state.guiding is not None,
        options=tuple(choice.names for choice in choices(turn)),
        listed=bool(_listed(turn)),
        asking=state.asked in QUESTIONS,
    )
