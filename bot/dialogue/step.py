"""The engine: one event and the chat's state in, a new state, messages and effects out.

`step` is total: whatever the state (an older version's, a forged button, a topic that is gone) and whatever the event,
the result is a legal state, and the person gets an answer.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from bot.dialogue import actions, answering, clarifying, explaining, guiding, lettering, preferences, privacy
from bot.dialogue.brain import Brain, Kind, Step, Turn
from bot.dialogue.effects import CancelReminders, ShowCommands, StartDeletionClock
from bot.dialogue.language import heard, negotiate
from bot.dialogue.moving import move
from bot.dialogue.situation import choices, situation
from bot.dialogue.state import Draft, State
from bot.events import Attached, Commanded, Event, Left, Pressed, Returned, Wrote
from bot.knowledge.model import Move
from bot.understanding.context import platforms
from bot.understanding.reading import (
    Choose,
    ForCountry,
    Foreign,
    Navigate,
    Nothing,
    Reading,
    Speak,
    Topics,
    Unsure,
)


def step(brain: Brain, state: State, event: Event) -> Step:
    """Answers `event` in a chat that stands at `state`."""
    state = heard(state, None, event.language_code)
    turn = Turn(brain=brain, state=state, language=state.speaks, group=event.group, at=event.at)
    turn = replace(turn, state=_legal(turn))
    match event:
        case Wrote():
            result = _wrote(turn, event)
        case Pressed(action=action):
            result = pressed(replace(turn, replace=True), action)
        case Commanded(name=name, argument=argument):
            result = _commanded(turn, event, name, argument)
        case Attached(medium=medium):
            result = clarifying.not_text(turn, medium)
        case Returned(group=True):
            result = preferences.start(turn)
        case Returned():  # Telegram's own button sends /start along: one greeting is enough
            result = Step(state=turn.state)
        case Left():
            result = Step(state=turn.state, effects=(StartDeletionClock(),), language=turn.language)
        case _:
            assert_never(event)
    return _settled(result)


def _legal(turn: Turn) -> State:
    """The state without anything that today's graph does not have."""
    graph, state = turn.graph, turn.state
    place = guiding.legal(turn, state.place)
    if place is not None and state.place is not None:
        place = replace(place, left=state.place.left)
    return replace(
        state,
        topic=state.topic if state.topic in graph.topics else None,
        options=tuple(option for option in state.options if option in graph.topics),
        draft=state.draft if state.draft and state.draft.letter in graph.letters else None,
        place=place,
    )


def _settled(result: Step) -> Step:
    """A finished guide is over once something else is talked about."""
    state = result.state
    if state.place and state.place.done and result.kind not in {Kind.GUIDE, Kind.NAVIGATE}:
        state = replace(state, place=None)
    return replace(result, state=state)


def _wrote(turn: Turn, event: Wrote) -> Step:
    reading = turn.brain.reader.read(event.text, situation(turn))
    state = heard(turn.state, reading.language, event.language_code)
    if isinstance(reading.meaning, Topics) and len(named := platforms(event.text)) == 1:
        state = replace(state, platform=named[0])
    turn = replace(turn, state=state, language=reading.language or state.speaks)
    matched = reading.rule == "matcher" and reading.score < 1.0  # a phrasing of its own comes first
    command = _COMMANDS.get(event.text.strip().casefold()) if matched else None
    result = command(turn) if command else _answered(turn, reading)  # "forget", typed without its slash
    language = result.state.speaks if isinstance(reading.meaning, Speak) else turn.language
    return replace(result, reading=reading, language=language)


def _answered(turn: Turn, reading: Reading) -> Step:
    meaning = reading.meaning
    match meaning:
        case Topics(ids=ids, beside=others):
            return answering.beside(turn, _told(turn, ids), others)
        case Unsure(ids=ids):
            return clarifying.ask_back(turn, ids)
        case Navigate(move=each):
            return move(turn, each)
        case Choose(index=None):
            return clarifying.none_of_these(turn)
        case Choose(index=int(index)):
            return pressed(turn, choices(turn)[index].action)
        case ForCountry(code=code):
            return preferences.authority(turn, code)
        case Speak(language=wanted):
            spoken = replace(turn, language=wanted, state=replace(turn.state, chosen=wanted, language=wanted))
            said = answering.answer(spoken, ("language",))
            return replace(said, language=wanted, effects=(*said.effects, ShowCommands(wanted)))
        case Foreign():
            return clarifying.foreign(turn)
        case Nothing():
            return clarifying.unknown(turn)
        case _:
            raise AssertionError(meaning)


def _told(turn: Turn, ids: tuple[str, ...]) -> Step:
    """The answers of these topics, in order; a topic that opens a guide opens it if it is the last."""
    *first, last = ids
    if last not in answering.OPENS_GUIDE:
        return answering.answer(turn, ids)
    if not first:
        return opened(turn, last)
    said = answering.answer(turn, tuple(first))
    guide = opened(replace(turn, state=said.state), last)
    return replace(guide, messages=said.messages + guide.messages, effects=said.effects + guide.effects, topics=ids)


def opened(turn: Turn, guide_id: str) -> Step:
    """A guide from its beginning; in a group only its answer, with a button to the private chat."""
    if turn.group or guide_id not in turn.graph.guides:
        return answering.answer(turn, (guide_id,))
    return guiding.enter(turn, guide_id)


def pressed(turn: Turn, action: str) -> Step:
    """A button of any age; what it carries is never trusted."""
    kind, arguments = actions.split(action)
    handler = _PRESSED.get(kind)
    return (handler(turn, kind, arguments) if handler else None) or clarifying.stale(turn)


def _press_topic(turn: Turn, kind: str, arguments: list[str]) -> Step | None:
    topic = turn.graph.topics.get(arguments[0]) if len(arguments) == 1 else None
    match kind:
        case _ if topic is None:
            return None
        case actions.MORE:
            return answering.detail(turn, topic)
        case actions.SOURCES:
            return answering.sources(turn, topic)
        case _:
            return answering.answer(turn, (topic.id,))


def _press_letter(turn: Turn, _kind: str, arguments: list[str]) -> Step | None:
    match arguments:
        case []:
            return lettering.menu(turn)
        case [letter, *chosen] if len(chosen) <= 2:
            platform, reason = [*chosen, None, None][:2]
            return lettering.go_on(turn, Draft(letter=letter, platform=platform, reason=reason))
        case _:
            return None


def _press_authority(turn: Turn, _kind: str, arguments: list[str]) -> Step | None:
    match arguments:
        case [code] if code in turn.graph.authorities:
            return preferences.authority(turn, code)
        case _:
            return None


def _press_place(turn: Turn, kind: str, arguments: list[str]) -> Step | None:
    place = guiding.legal(turn, actions.place_of(arguments))
    if place is None:
        return None
    if turn.group or (kind == actions.GUIDE and len(arguments) == 1):
        return opened(replace(turn, replace=False), place.guide)
    return guiding.lost(turn, place) if kind == actions.LOST else guiding.show(turn, place)


def _commanded(turn: Turn, event: Commanded, name: str, argument: str) -> Step:
    argument = argument.strip()
    match name:
        case "start" if argument:
            return _deep_link(turn, argument)
        case "ask" | "pregunta" if argument:
            asked = Wrote(at=event.at, language_code=event.language_code, group=event.group, text=argument)
            return _wrote(turn, asked)
        case "why" | "porque" if event.trusted and argument:
            return explaining.explain(turn, argument)
        case "language" | "idioma":
            return preferences.language(turn, argument.lower())
        case "stop" | "parar":
            left = guiding.leave(turn)
            return replace(left, effects=(*left.effects, CancelReminders()))
        case "sources" | "fuentes":
            about = turn.graph.topics.get(turn.state.topic or "")
            return answering.sources(turn, about) if about and about.citations else _topic(turn, "bot-sources")
    command = _COMMANDS.get(name)
    return command(turn) if command else preferences.help_(turn)


def _topic(turn: Turn, topic: str) -> Step:
    return answering.answer(turn, (topic,)) if topic in turn.graph.topics else clarifying.unknown(turn)


def _deep_link(turn: Turn, payload: str) -> Step:
    """`topic_<id>`, `guide_<id>`, `letter`, each perhaps with `_en` or `_es`; anything else starts normally."""
    base, _, tail = payload.rpartition("_")
    wanted = negotiate(tail) if base and len(tail) == 2 else None
    if wanted:
        payload = base
        turn = replace(turn, language=wanted, state=replace(turn.state, language=wanted, chosen=None))
    kind, _, name = payload.partition("_")
    match kind:
        case "topic" if name in turn.graph.topics:
            return answering.answer(turn, (name,))
        case "guide" if name in turn.graph.guides:
            return opened(turn, name)
        case "letter" | "letters":
            return lettering.menu(turn)
        case _:
            return preferences.start(turn)


_COMMANDS: dict[str, Callable[[Turn], Step]] = {
    "start": preferences.start,
    "inicio": preferences.start,
    "ask": preferences.ask_first,
    "pregunta": preferences.ask_first,
    "object": lambda turn: _topic(turn, "how-to-object"),
    "oponerme": lambda turn: _topic(turn, "how-to-object"),
    "guides": preferences.guides,
    "guias": preferences.guides,
    "letter": lettering.menu,
    "carta": lettering.menu,
    "privacy": lambda turn: _topic(turn, "bot-privacy"),
    "privacidad": lambda turn: _topic(turn, "bot-privacy"),
    "mydata": privacy.my_data,
    "misdatos": privacy.my_data,
    "forget": privacy.forget,
    "olvidar": privacy.forget,
    "help": preferences.help_,
    "ayuda": preferences.help_,
}

_PRESSED: dict[str, Callable[[Turn, str, list[str]], Step | None]] = {
    **dict.fromkeys((actions.TOPIC, actions.MORE, actions.SOURCES), _press_topic),
    **dict.fromkeys((actions.GUIDE, actions.LOST), _press_place),
    actions.RESUME: lambda turn, _kind, _arguments: move(replace(turn, replace=False), Move.WHERE),
    actions.LEAVE: lambda turn, _kind, _arguments: guiding.leave(turn),
    actions.LETTER: _press_letter,
    actions.AUTHORITY: _press_authority,
    actions.LANGUAGE: lambda turn, _kind, arguments: preferences.language(turn, "".join(arguments)),
    actions.FORGET: lambda turn, _kind, arguments: privacy.forgotten(turn, "".join(arguments)),
    actions.REMIND: lambda turn, _kind, arguments: preferences.remind(turn, "".join(arguments), turn.at),
    actions.NONE: lambda turn, _kind, _arguments: clarifying.none_of_these(turn),
    actions.MENU: lambda turn, _kind, _arguments: preferences.start(turn),
}
