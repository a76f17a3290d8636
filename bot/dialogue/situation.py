"""From a chat's state to what matters for understanding its next message: what it is about and what is on offer."""

from dataclasses import dataclass

from bot.dialogue import actions
from bot.dialogue.brain import Turn
from bot.dialogue.state import Place
from bot.knowledge.model import Both, Platform
from bot.understanding.reading import Situation


@dataclass(frozen=True, slots=True)
class Choice:
    """Something on offer: the words that name it, and what choosing it does."""

    names: tuple[str, ...]
    action: str


def choices(turn: Turn) -> tuple[Choice, ...]:
    """What the person was just offered and may name or count instead of pressing."""
    graph, state = turn.graph, turn.state
    if state.options:
        return tuple(
            Choice((*graph.topics[option].label, *graph.topics[option].title), actions.action(actions.TOPIC, option))
            for option in state.options
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
    place = state.guiding
    if place is not None and place.way is None:
        guide = graph.guides[place.guide]
        return tuple(
            Choice((way.id, *_stems(way.label)), actions.at(Place(guide=guide.id, way=way.id))) for way in guide.ways
        )
    return ()


def _stems(label: Both[str]) -> tuple[str, ...]:
    """A label, and the same without what stands in brackets."""
    return tuple(stem for each in label for stem in (each, each.split(" (", 1)[0]))


def situation(turn: Turn) -> Situation:
    """What the reader is told."""
    state = turn.state
    platform = next((each for each in Platform if each == state.platform), None)
    return Situation(
        topic=state.topic,
        platform=platform,
        guiding=state.guiding is not None,
        options=tuple(choice.names for choice in choices(turn)),
    )
