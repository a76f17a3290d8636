"""Answers from the graph: short, in detail, and with its sources; each with buttons that lead on."""

from dataclasses import replace

from bot.dialogue import actions
from bot.dialogue.brain import Kind, Step, Turn
from bot.dialogue.effects import Count
from bot.dialogue.state import State
from bot.knowledge.model import Certainty, EdgeKind, Platform, Topic
from bot.knowledge.sentences import beginning
from bot.messages import (
    LABEL_LIMIT,
    Button,
    Keyboard,
    Message,
    Open,
    Press,
    Private,
    Span,
    Style,
    Text,
    paragraphs,
    plain,
    words,
)
from bot.understanding.context import HOW
from bot.understanding.decide import CRISIS, SMALL_TALK

OPENS_GUIDE = frozenset({"object-instagram", "object-facebook", "object-whatsapp"})
LEADS = 3  # related questions offered under an answer


def answer(turn: Turn, ids: tuple[str, ...]) -> Step:
    """The short answers of these topics, in order; the last one becomes what follow-ups refer to."""
    last = turn.graph.topics[ids[-1]]
    state = about(turn, last)
    return Step(
        state=replace(state, asked=HOW) if last.id == HOW and turn.state.guiding is None else state,
        messages=tuple(short(turn, turn.graph.topics[topic_id]) for topic_id in ids),
        effects=tuple(Count(topic_id, turn.language) for topic_id in ids),
        kind=Kind.ANSWER,
        topics=ids,
    )


def brief(turn: Turn, topic: Topic) -> Step:
    """Shorter: the first sentence, which answers the question; the rest is behind the buttons.

    An answer that is a list has no such sentence, and to somebody in distress every line counts.
    """
    first = _beginning(topic.short[turn.language])
    if topic.id == CRISIS or plain(first).endswith(":"):
        return answer(turn, (topic.id,))
    say = turn.words
    whole = Press(say.gettext("button.short-answer"), actions.action(actions.TOPIC, topic.id))
    text = paragraphs(_title(turn, topic), first, _footer(turn, topic))
    keyboard: Keyboard = ((whole, *_more(turn, topic), *_proof(turn, topic)), *_resume(turn))
    message = Message(text=text, keyboard=keyboard, replace=turn.replace)
    return Step(state=about(turn, topic), messages=(message,), kind=Kind.ANSWER, topics=(topic.id,))


def _beginning(text: Text) -> Text:
    """Its first sentence, with the styles that it has."""
    room = len(beginning(plain(text)))
    kept: list[Span] = []
    for span in text:
        kept.append(replace(span, text=span.text[: max(room, 0)]))
        room -= len(span.text)
    return tuple(span for span in kept if span.text)


def about(turn: Turn, topic: Topic) -> State:
    """The state after `topic` was answered: what is talked about now; open choices end, a guide stays open."""
    platform = next((each for each in Platform if topic.id in {each, f"object-{each}"}), None)
    return replace(
        turn.state,
        topic=topic.id,
        platform=platform or turn.state.platform,
        options=(),
        draft=None,
        asked=None,
        told=False,
    )


def short(turn: Turn, topic: Topic) -> Message:
    """The answer that stands alone."""
    text = paragraphs(_title(turn, topic), topic.short[turn.language], _footer(turn, topic))
    return Message(text=text, keyboard=_keyboard(turn, topic, more=True), replace=turn.replace)


def detail(turn: Turn, topic: Topic) -> Step:
    """Tell me more: what stands behind the short answer."""
    if topic.detail is None:
        return sources(turn, topic) if topic.citations else answer(turn, (topic.id,))
    text = paragraphs(_title(turn, topic), topic.detail[turn.language], _footer(turn, topic))
    message = Message(text=text, keyboard=_keyboard(turn, topic, more=False), replace=turn.replace)
    state = replace(about(turn, topic), told=True)
    return Step(state=state, messages=(message,), kind=Kind.ANSWER, topics=(topic.id,))


def further(turn: Turn, topic: Topic) -> Step:
    """Asked for more of it: the detail, and when that was told, honestly that there is no more."""
    if not (turn.state.told and turn.state.topic == topic.id):
        return detail(turn, topic)
    text = paragraphs(_title(turn, topic), words(turn.words.gettext("answer.all-told")))
    message = Message(text=text, keyboard=_keyboard(turn, topic, more=False))
    return Step(state=turn.state, messages=(message,), kind=Kind.ANSWER, topics=(topic.id,))


def sources(turn: Turn, topic: Topic) -> Step:
    """Who says so: each source with its date, address and what it supports."""
    say = turn.words
    if not topic.citations:
        text = paragraphs(_title(turn, topic), words(say.gettext("sources.none")))
    else:
        listed = [_source(turn, topic, index) for index in range(len(topic.citations))]
        reviewed = say.gettext("answer.checked", day=say.day(topic.reviewed))
        text = paragraphs(
            words(say.gettext("sources.of", title=topic.title[turn.language]), Style.BOLD),
            *listed,
            words(_certainty(turn, topic) + " " + reviewed, Style.ITALIC),
        )
    back: Button = Press(say.gettext("button.short-answer"), actions.action(actions.TOPIC, topic.id))
    message = Message(text=text, keyboard=((back,), *_resume(turn)), replace=turn.replace)
    state = replace(about(turn, topic), told=turn.state.told and turn.state.topic == topic.id)
    return Step(state=state, messages=(message,), kind=Kind.ANSWER, topics=(topic.id,))


def _source(turn: Turn, topic: Topic, index: int) -> Text:
    citation = topic.citations[index]
    source = turn.graph.sources[citation.source]
    day = turn.words.partial_day(source.date)
    about_it = f"{index + 1}. {source.publisher[turn.language]}" + (f", {day}" if day else "") + ": "
    return (
        Span(about_it),
        Span(source.title, Style.LINK, source.url),
        Span(f"\n{citation.supports[turn.language]}."),
    )


def _title(turn: Turn, topic: Topic) -> Text:
    """The question as it was understood; small talk needs none."""
    return () if topic.id in SMALL_TALK else words(topic.title[turn.language], Style.BOLD)


def _certainty(turn: Turn, topic: Topic) -> str:
    say = turn.words
    match topic.certainty:
        case Certainty.CONFIRMED:
            return say.gettext("certainty.confirmed")
        case Certainty.ONE_SOURCE:
            return say.gettext("certainty.one-source")
        case Certainty.ATTRIBUTED:
            return say.gettext("certainty.attributed")
        case Certainty.DISPUTED:
            return say.gettext("certainty.disputed")


def _footer(turn: Turn, topic: Topic) -> Text:
    """Certainty, first source and the date of the last check; nothing for topics about the bot itself."""
    if not topic.citations:
        return ()
    say = turn.words
    source = turn.graph.sources[topic.citations[0].source]
    day = say.partial_day(source.date)
    publisher = source.publisher[turn.language]
    named = f"{publisher}, {day}" if day else publisher
    count = len(topic.citations) - 1
    more = say.ngettext("answer.and-one-more", "answer.and-more", count) if count else ""
    checked = say.gettext("answer.checked", day=say.day(topic.reviewed))
    line = say.gettext("answer.source", certainty=_certainty(turn, topic), source=named, more=more, checked=checked)
    return words(line, Style.ITALIC)


def _keyboard(turn: Turn, topic: Topic, *, more: bool) -> Keyboard:
    say = turn.words
    first: list[Button] = []
    if more:
        first += _more(turn, topic)
    if not more:
        first.append(Press(say.gettext("button.short-answer"), actions.action(actions.TOPIC, topic.id)))
    first += _proof(turn, topic)
    rows: list[tuple[Button, ...]] = [tuple(first)] if first else []
    rows += [(button,) for button in _doors(turn, topic)]
    return (*rows, *_resume(turn))


def _more(turn: Turn, topic: Topic) -> tuple[Button, ...]:
    """The button to the detail, where there is one."""
    detailed = topic.detail is not None
    return (Press(turn.words.gettext("button.more"), actions.action(actions.MORE, topic.id)),) if detailed else ()


def _proof(turn: Turn, topic: Topic) -> tuple[Button, ...]:
    """The button to the sources, where there are some."""
    cited = bool(topic.citations)
    return (Press(turn.words.gettext("button.sources"), actions.action(actions.SOURCES, topic.id)),) if cited else ()


def _doors(turn: Turn, topic: Topic) -> list[Button]:
    """Buttons to guides, letters and the questions that come next, each target once."""
    say = turn.words
    doors: list[Button] = []
    taken = {topic.id}
    if topic.id == HOW:
        return [guide_button(turn, guide_id) for guide_id in guides_of(turn)]
    if topic.id == "objection-letter":
        doors.append(Press(say.gettext("button.letter"), actions.LETTER))
    own = (topic.id,) if topic.id in turn.graph.guides else ()
    for guide_id in dict.fromkeys((*own, *topic.to(EdgeKind.GUIDE)[:2])):
        taken.add(guide_id)
        doors.append(guide_button(turn, guide_id))
    for target in (*topic.to(EdgeKind.NEXT), *topic.to(EdgeKind.RELATED)):
        if len(doors) < LEADS and target not in taken:
            taken.add(target)
            doors.append(topic_button(turn, target))
    return doors


def guides_of(turn: Turn) -> tuple[str, ...]:
    """The guides under the answer to "how do I object?", in the order of their buttons."""
    topic = turn.graph.topics.get(HOW)
    targets = (topic.on(platform) for platform in Platform) if topic else ()
    found = dict.fromkeys(target for target in targets if target in OPENS_GUIDE)
    return tuple(guide for guide in (*found, "no-account") if guide in turn.graph.guides)


def beside(turn: Turn, said: Step, topics: tuple[str, ...]) -> Step:
    """The step, with a button for each topic that may have been meant instead, or as well, if it has none yet."""
    if not topics:
        return said
    *first, last = said.messages
    shown = {button for row in last.keyboard for button in row}
    buttons = {topic_id: topic_button(turn, topic_id) for topic_id in topics}
    rows = [(_meant(turn, button, topic_id),) for topic_id, button in buttons.items() if button not in shown]
    return replace(said, messages=(*first, replace(last, keyboard=(*last.keyboard, *rows))), options=topics)


def _meant(turn: Turn, button: Button, topic_id: str) -> Button:
    label = turn.words.gettext("button.meant", topic=turn.graph.topics[topic_id].label[turn.language])
    return replace(button, label=label[:LABEL_LIMIT])


def topic_button(turn: Turn, topic_id: str) -> Button:
    """A button that asks about a topic."""
    topic = turn.graph.topics[topic_id]
    if topic_id in OPENS_GUIDE and topic_id in turn.graph.guides:
        return guide_button(turn, topic_id)
    return Press(topic.label[turn.language], actions.action(actions.TOPIC, topic_id))


def guide_button(turn: Turn, guide_id: str) -> Button:
    """A button that opens a guide; in a group it leads to the private chat, where steps concern nobody else."""
    label = turn.words.gettext("button.guide", title=turn.graph.guides[guide_id].title[turn.language])[:LABEL_LIMIT]
    if turn.group:
        return Private(label, f"guide_{guide_id}_{turn.language}")
    return Press(label, actions.action(actions.GUIDE, guide_id))


def _resume(turn: Turn) -> Keyboard:
    """In the middle of a guide, every answer offers the way back to it."""
    place = turn.state.guiding
    if place is None or place.guide not in turn.graph.guides:
        return ()
    label = turn.words.gettext("button.resume", title=turn.graph.guides[place.guide].title[turn.language])
    return ((Press(label[:LABEL_LIMIT], actions.RESUME),),)


def open_buttons(links: tuple[tuple[str, str], ...]) -> Keyboard:
    """Link buttons, one a row, from (label, address)."""
    return tuple((Open(label, url),) for label, url in links)
