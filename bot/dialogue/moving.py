"""Words that move: in a guide, back to it, or about what was just said."""

from dataclasses import replace

from bot.dialogue import answering, clarifying, guiding, preferences, privacy
from bot.dialogue.brain import Step, Turn
from bot.knowledge.model import EdgeKind, Move
from bot.messages import Message, words


def move(turn: Turn, wanted: Move) -> Step:
    """Moves as the word says; a word that leads nowhere here is answered honestly."""
    state = turn.state
    match state.asked, wanted:
        case "forget", (Move.YES | Move.NO):
            return privacy.forgotten(turn, wanted)
        case "remind", (Move.YES | Move.NO):
            return preferences.remind(turn, wanted, turn.at)
    left = state.place is not None and state.place.left and state.topic == state.place.guide
    if state.place is not None and (wanted is Move.WHERE or (left and wanted is Move.NEXT)):
        return guiding.show(turn, replace(state.place, left=False))
    if state.place is not None and state.place.done and wanted is Move.BACK:
        return guiding.show(turn, guiding.backward(turn, state.place))
    return _in_guide(turn, wanted) if state.guiding else _outside(turn, wanted)


def _in_guide(turn: Turn, wanted: Move) -> Step:
    place = turn.state.guiding
    assert place is not None  # noqa: S101 (the caller looked)
    match wanted:
        case Move.NEXT | Move.DONE | Move.YES:
            return guiding.show(turn, guiding.forward(turn, place))
        case Move.BACK:
            return guiding.show(turn, guiding.backward(turn, place))
        case Move.LOST | Move.NO:
            return guiding.lost(turn, place)
        case Move.STOP:
            return guiding.leave(turn)
        case Move.WHERE:
            return guiding.show(turn, place)
        case Move.AGAIN if turn.state.topic in {None, place.guide}:
            return guiding.show(turn, place)
        case Move.AGAIN | Move.SHORTER | Move.MORE | Move.SOURCES:
            return _about_answer(turn, wanted)


def _outside(turn: Turn, wanted: Move) -> Step:
    topic = turn.graph.topics.get(turn.state.topic or "")
    match wanted:
        case Move.NEXT if topic and topic.to(EdgeKind.NEXT):
            return answering.answer(turn, topic.to(EdgeKind.NEXT)[:1])
        case Move.LOST if "form-not-found" in turn.graph.topics:
            return answering.answer(turn, ("form-not-found",))
        case Move.STOP:
            return guiding.leave(turn)
        case Move.WHERE:
            message = Message(text=words(turn.words.gettext("guide.none-open")))
            return replace(preferences.guides(turn), messages=(message, *preferences.guides(turn).messages))
        case Move.MORE | Move.YES | Move.SOURCES | Move.SHORTER | Move.AGAIN:
            return _about_answer(turn, wanted)
        case Move.DONE | Move.NO:
            return Step(state=turn.state, messages=(Message(text=words(turn.words.gettext("notice.fine"))),))
        case _:
            return clarifying.unknown(turn)


def _about_answer(turn: Turn, wanted: Move) -> Step:
    topic = turn.graph.topics.get(turn.state.topic or "")
    if topic is None:
        return clarifying.unknown(turn)
    match wanted:
        case Move.SOURCES:
            return answering.sources(turn, topic)
        case Move.SHORTER | Move.AGAIN:
            return answering.answer(turn, (topic.id,))
        case _:
            return answering.detail(turn, topic)
