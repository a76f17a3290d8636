"""Not an answer, honestly: asking back, saying that it is not known, another language, things that are not text."""

from dataclasses import replace

from bot.dialogue import actions
from bot.dialogue.answering import topic_button
from bot.dialogue.brain import Kind, Step, Turn
from bot.events import Medium
from bot.messages import Button, Message, Press, paragraphs, words

OFFERED = ("how-to-object", "announcement", "capabilities")  # where those go who were not understood


def ask_back(turn: Turn, ids: tuple[str, ...]) -> Step:
    """Two or three topics are close: which one did they mean?"""
    rows: list[tuple[Button, ...]] = [
        (Press(turn.graph.topics[topic].title[turn.language][:64], actions.action(actions.TOPIC, topic)),)
        for topic in ids
    ]
    say = turn.words
    rows.append((Press(say.gettext("button.none"), actions.NONE),))
    question = say.gettext("clarify.which") if len(ids) > 1 else say.gettext("clarify.this")
    message = Message(text=words(question), keyboard=tuple(rows))
    state = replace(turn.state, options=ids, asked=None)
    return Step(state=state, messages=(message,), kind=Kind.CLARIFY, options=ids)


def unknown(turn: Turn) -> Step:
    """I don't know that; here is what I can do."""
    say = turn.words
    return _offer(turn, Kind.FALLBACK, say.gettext("fallback.unknown"), say.gettext("fallback.offer"))


def none_of_these(turn: Turn) -> Step:
    """None of the offered topics was meant."""
    say = turn.words
    return _offer(turn, Kind.FALLBACK, say.gettext("fallback.none"), say.gettext("fallback.offer"))


def foreign(turn: Turn) -> Step:
    """Written in another language: said in both of ours, the likelier one first."""
    first, second = turn.words, turn.brain.words["es" if turn.language == "en" else "en"]
    texts = paragraphs(words(first.gettext("fallback.language")), words(second.gettext("fallback.language")))
    step = _offer(turn, Kind.OTHER_LANGUAGE)
    return replace(step, messages=(replace(step.messages[0], text=texts),))


def not_text(turn: Turn, medium: Medium) -> Step:
    """Voice, pictures and the like cannot be read here."""
    say = turn.words
    match medium:
        case Medium.VOICE:
            text = say.gettext("attached.voice")
        case Medium.PHOTO | Medium.VIDEO | Medium.DOCUMENT:
            text = say.gettext("attached.picture")
        case Medium.STICKER | Medium.LOCATION | Medium.OTHER:
            text = say.gettext("attached.other")
    return _offer(turn, Kind.NOTICE, text)


def stale(turn: Turn) -> Step:
    """A button whose meaning is gone: say so and offer a way on."""
    return _offer(replace(turn, replace=False), Kind.NOTICE, turn.words.gettext("notice.stale"))


def _offer(turn: Turn, kind: Kind, *texts: str) -> Step:
    rows: list[tuple[Button, ...]] = []
    place = turn.state.guiding
    if place is not None:
        rows.append((Press(turn.words.gettext("button.resume-guide"), actions.RESUME),))
    rows += [(topic_button(turn, topic),) for topic in OFFERED if topic in turn.graph.topics]
    text = paragraphs(*(words(each) for each in texts)) or words("…")
    message = Message(text=text, keyboard=tuple(rows))
    return Step(state=replace(turn.state, options=(), asked=None), messages=(message,), kind=kind)
