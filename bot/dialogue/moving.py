"""Words that move: in a guide, back to it, or about what was just said."""

from dataclasses import replace

from bot.dialogue import answering, clarifying, guiding, preferences, privacy
from bot.dialogue.brain import Step, Turn
from bot.dialogue.state import Place
from bot.knowledge.model import EdgeKind, Move
from bot.messages import Message, words

QUESTIONS = frozenset({"forget", "remind"})


def move(turn: Turn, wanted: Move) -> Step:
    """Moves as the word says; a word that leads nowhere here is answered honestly."""
    state = turn.state
    match state.asked, _reply(wanted):
        case "forget", (Move.YES | Move.NO) as answer:
            return privacy.forgotten(turn, answer)
        case "remind", (Move.YES | Move.NO) as answer:
            return preferences.remind(turn, answer, turn.at)
    match wanted:
        case Move.YES if state.options:
            return _agreed(turn)
        case Move.REMIND:
            return preferences.remind(turn, "ask", turn.at)
        case Move.RESTART if state.place is not None:
            return guiding.show(turn, guiding.legal(turn, Place(guide=state.place.guide)) or state.place)
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
            again = turn.state.asked == guiding.LOST  # help with this step was given already
            return guiding.another_way(turn, place) if again else guiding.lost(turn, place)
        case Move.STOP:
            return guiding.leave(turn)
        case Move.WHERE:
            return guiding.show(turn, place)
        case Move.AGAIN | Move.SHORTER if turn.state.topic in {None, place.guide}:
            return guiding.show(turn, place)
        case Move.AGAIN | Move.SHORTER | Move.MORE | Move.SOURCES:
            return _about_answer(turn, wanted)
        case Move.NONE:
            return clarifying.none_of_these(turn)
        case Move.REMIND | Move.RESTART:
            raise AssertionError(wanted)  # `move` has seen to them


def _reply(wanted: Move) -> Move:
    """What a word that moves says to a question of ours: "ok" is a yes, "wait, go back" a no."""
    match wanted:
        case Move.DONE | Move.NEXT:
            return Move.YES
        case Move.STOP | Move.BACK | Move.NONE:
            return Move.NO
        case _:
            return wanted


def _agreed(turn: Turn) -> Step:
    """A yes to "do you mean this?"; where several were offered, they are offered again."""
    offered = turn.state.options
    return answering.answer(turn, offered) if len(offered) == 1 else clarifying.ask_back(turn, offered)


def _outside(turn: Turn, wanted: Move) -> Step:
    topic = turn.graph.topics.get(turn.state.topic or "")
    match wanted:
        case Move.NEXT if topic and topic.to(EdgeKind.NEXT):
            return answering.answer(turn, topic.to(EdgeKind.NEXT)[:1])
        case Move.LOST if "form-not-found" in turn.graph.topics:
            return answering.answer(turn, ("form-not-found",))
        case Move.STOP if not (turn.state.place and turn.state.place.done):  # "I will think about it"
            return _noted(turn, turn.words.gettext("notice.later"))
        case Move.WHERE | Move.RESTART:
            message = Message(text=words(turn.words.gettext("guide.none-open")))
            return replace(preferences.guides(turn), messages=(message, *preferences.guides(turn).messages))
        case Move.MORE | Move.YES | Move.SOURCES | Move.SHORTER | Move.AGAIN:
            return _about_answer(turn, wanted)
        case Move.DONE | Move.NO | Move.STOP:
            return _noted(turn, turn.words.gettext("notice.fine"))
        case Move.NONE:
            return clarifying.none_of_these(turn)
        case _:
            return clarifying.unknown(turn)


def _noted(turn: Turn, said: str) -> Step:
    """Said in a sentence; whatever was open is closed."""
    state = replace(turn.state, options=(), draft=None, asked=None)
    return Step(state=state, messages=(Message(text=words(said)),))


def _about_answer(turn: Turn, wanted: Move) -> Step:
    topic = turn.graph.topics.get(turn.state.topic or "")
    if topic is None:
        return clarifying.unknown(turn)
    match wanted:
        case Move.SOURCES:
            return answering.sources(turn, topic)
        case Move.SHORTER:
            return answering.brief(turn, topic)
        case Move.AGAIN:
            return answering.answer(turn, (topic.id,))
        case _:
            return answering.further(turn, topic)
