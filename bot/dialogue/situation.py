"""From a chat's state to what matters for understanding its next message: what it is about and what is on offer."""

from dataclasses import dataclass

from bot.dialogue import actions, answering, lettering, preferences
from bot.dialogue.brain import Turn
from bot.dialogue.moving import QUESTIONS
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
    if state.asked == lettering.MENU:
        return tuple(
            Choice(tuple(letter.label), actions.action(actions.LETTER, letter.id)) for letter in graph.letters.values()
        )
    if state.asked == answering.HOW:
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
    place = state.guiding
    if place is None or place.guide not in graph.guides:
        return ()
    guide = graph.guides[place.guide]
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
        listed=not _on_the_way(turn),
        asking=state.asked in QUESTIONS,
    )


def _on_the_way(turn: Turn) -> bool:
    """Whether the choices are only the ways of an open guide: they may be named at any step, but stand in no list."""
    state = turn.state
    return (
        state.guiding is not None
        and state.guiding.way is not None
        and not state.options
        and state.draft is None
        and (state.asked not in {lettering.MENU, preferences.GUIDES, answering.HOW})
    )
