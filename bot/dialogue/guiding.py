"""Guides: which way, step by step, there and back, lost and found, left and resumed.

A place is complete in itself, so showing a step needs nothing but the place: old buttons and resumed days work alike.
"""

from dataclasses import replace

from bot.dialogue import actions
from bot.dialogue.answering import open_buttons, topic_button
from bot.dialogue.brain import Kind, Step, Turn
from bot.dialogue.effects import Count
from bot.dialogue.state import Place
from bot.knowledge.model import LANGUAGES, Guide, GuideStep, Language, ScreenLabel
from bot.messages import Button, Keyboard, Message, Press, Span, Style, Text, paragraphs, words

LOST = "lost"  # help with a step was asked for


def legal(turn: Turn, place: Place | None) -> Place | None:
    """The place if it still exists in today's guides, else the nearest that does; None if the guide is gone."""
    if place is None or place.guide not in turn.graph.guides:
        return None
    guide = turn.graph.guides[place.guide]
    if place.way is None and guide.choose is None:
        return Place(guide=guide.id, way=guide.ways[0].id)
    if place.way is None:
        return Place(guide=guide.id)
    way = guide.way(place.way)
    if way is None:
        return Place(guide=guide.id) if guide.choose else Place(guide=guide.id, way=guide.ways[0].id)
    return replace(place, step=min(max(place.step, 0), len(way.steps) - 1), left=False)


def enter(turn: Turn, guide_id: str) -> Step:
    """Opens a guide at its beginning."""
    place = legal(turn, Place(guide=guide_id))
    if place is None:
        raise KeyError(guide_id)
    step = show(turn, place, Kind.GUIDE)
    return replace(step, topics=(guide_id,), effects=(Count(guide_id, turn.language),))


def show(turn: Turn, place: Place, kind: Kind = Kind.NAVIGATE) -> Step:
    """Shows a legal place."""
    guide = turn.graph.guides[place.guide]
    if place.way is None:
        message = _choice(turn, guide)
    elif place.done:
        message = _end(turn, guide, place)
    else:
        message = _step(turn, guide, place)
    state = replace(turn.moved(place), topic=guide.id, platform=guide.platform or turn.state.platform, draft=None)
    return Step(state=state, messages=(message,), kind=kind, steps=total(guide, place))


def total(guide: Guide, place: Place) -> int:
    """How many screens the way has, the question which way included; before the choice, those of the first way."""
    way = guide.way(place.way) or guide.ways[0]
    return len(way.steps) + (1 if guide.choose else 0)


def number(guide: Guide, place: Place) -> int:
    """The screen's number, from 1."""
    if place.way is None:
        return 1
    way = guide.way(place.way)
    steps = len(way.steps) if way else 1
    return (steps if place.done else place.step + 1) + (1 if guide.choose else 0)


def forward(turn: Turn, place: Place) -> Place:
    """The next place; from the question which way it is the recommended one."""
    guide = turn.graph.guides[place.guide]
    way = guide.way(place.way)
    if way is None:
        return Place(guide=guide.id, way=guide.ways[0].id)
    if place.step + 1 >= len(way.steps):
        return replace(place, done=True)
    return replace(place, step=place.step + 1)


def backward(turn: Turn, place: Place) -> Place:
    """The place before."""
    guide = turn.graph.guides[place.guide]
    if place.done:
        return replace(place, done=False)
    if place.way is not None and place.step > 0:
        return replace(place, step=place.step - 1)
    return Place(guide=guide.id) if guide.choose else place


def lost(turn: Turn, place: Place) -> Step:
    """I can't find it: what to do instead, another way as a button where there is one, and always a way on."""
    guide = turn.graph.guides[place.guide]
    way = guide.way(place.way)
    if way is None or place.done:
        return show(turn, place)
    step = way.steps[place.step]
    say = turn.words
    text = paragraphs(
        words(say.gettext("guide.lost", step=step.title[turn.language]), Style.BOLD),
        step.otherwise[turn.language],
    )
    rows: list[tuple[Button, ...]] = []
    rows += open_buttons(tuple((link.label[turn.language], link.url) for link in step.links))
    if step.other_way and (other := guide.way(step.other_way)):
        label = say.gettext("button.other-way", way=other.label[turn.language])
        rows.append((Press(label, actions.at(Place(guide=guide.id, way=other.id))),))
    if step.topic:
        rows.append((topic_button(turn, step.topic),))
    rows.append(
        (
            Press(say.gettext("button.this-step"), actions.at(place)),
            Press(say.gettext("button.found"), actions.at(forward(turn, place))),
        )
    )
    state = replace(turn.moved(place), topic=guide.id, asked=LOST)
    message = Message(text=text, keyboard=tuple(rows), replace=turn.replace)
    return Step(state=state, messages=(message,), kind=Kind.NAVIGATE, steps=total(guide, place))


def leave(turn: Turn) -> Step:
    """Stops a guide: it can be resumed."""
    say = turn.words
    place = turn.state.guiding
    if place is None:
        return Step(state=turn.moved(turn.state.place), messages=(Message(text=words(say.gettext("guide.none-open"))),))
    guide = turn.graph.guides[place.guide]
    text = words(say.gettext("guide.left", title=guide.title[turn.language]))
    keyboard: Keyboard = (
        (Press(say.gettext("button.go-on"), actions.at(place)),),
        (topic_button(turn, "how-to-object"),),
    )
    message = Message(text=text, keyboard=keyboard, replace=turn.replace)
    return Step(state=turn.moved(replace(place, left=True)), messages=(message,), kind=Kind.NAVIGATE)


def another_way(turn: Turn, place: Place) -> Step:
    """Still lost at this step: which way to go is asked anew, where there are several."""
    guide = turn.graph.guides[place.guide]
    if guide.choose is None or place.way is None:
        return lost(turn, place)
    asked = show(turn, Place(guide=guide.id))
    said = Message(text=words(turn.words.gettext("guide.another-way")))
    return replace(asked, messages=(said, *asked.messages))


def _choice(turn: Turn, guide: Guide) -> Message:
    assert guide.choose is not None  # noqa: S101 (legal() sees to it)
    say = turn.words
    text = paragraphs(_heading(turn, guide, Place(guide=guide.id)), guide.choose[turn.language], _checked(turn, guide))
    rows: list[tuple[Button, ...]] = [
        (Press(way.label[turn.language], actions.at(Place(guide=guide.id, way=way.id))),) for way in guide.ways
    ]
    rows.append((Press(say.gettext("button.stop"), actions.LEAVE),))
    return Message(text=text, keyboard=tuple(rows), replace=turn.replace)


def _heading(turn: Turn, guide: Guide, place: Place) -> Text:
    say = turn.words
    current, steps = number(guide, place), total(guide, place)
    bar = "●" * current + "○" * (steps - current)
    return (
        Span(guide.title[turn.language], Style.BOLD),
        Span("\n" + say.gettext("guide.progress", step=current, steps=steps) + "  " + bar),
    )


def _checked(turn: Turn, guide: Guide) -> Text:
    return words(turn.words.gettext("guide.checked", day=turn.words.day(guide.checked)), Style.ITALIC)


def _step(turn: Turn, guide: Guide, place: Place) -> Message:
    way = guide.way(place.way)
    assert way is not None  # noqa: S101 (legal() sees to it)
    step = way.steps[place.step]
    say = turn.words
    see = step.see[turn.language] if step.see else ()
    text = paragraphs(
        _heading(turn, guide, place),
        (Span(step.title[turn.language], Style.BOLD), Span("\n"), *step.do[turn.language]),
        _labels(turn, step),
        (Span(say.gettext("guide.see") + " ", Style.BOLD), *see) if see else (),
    )
    rows: list[tuple[Button, ...]] = []
    rows += open_buttons(tuple((link.label[turn.language], link.url) for link in step.links))
    ahead = forward(turn, place)
    onward = say.gettext("button.finish") if ahead.done else say.gettext("button.next")
    rows.append(
        (Press(say.gettext("button.back"), actions.at(backward(turn, place))), Press(onward, actions.at(ahead)))
    )
    rows.append(
        (
            Press(say.gettext("button.lost"), actions.at(place, actions.LOST)),
            Press(say.gettext("button.stop"), actions.LEAVE),
        )
    )
    return Message(text=text, keyboard=tuple(rows), replace=turn.replace)


def _labels(turn: Turn, step: GuideStep) -> Text:
    lines: list[Text] = [_label(turn, label) for label in step.labels]
    if not lines:
        return ()
    joined: list[Span] = list(words(turn.words.gettext("guide.look-for"), Style.BOLD))
    for line in lines:
        joined += [Span("\n• "), *line]
    return tuple(joined)


def _label(turn: Turn, label: ScreenLabel) -> Text:
    """The label in the person's language, its variants, and the same in the other language."""
    say = turn.words
    other: Language = next(language for language in LANGUAGES if language != turn.language)
    first, *variants = label.names[turn.language]
    spans: list[Span] = []
    if not label.certain:
        spans.append(Span(say.gettext("guide.probably") + " "))
    spans.append(Span(first, Style.CODE))
    if variants:
        spans.append(Span(" (" + say.gettext("guide.may-be-called") + " "))
        spans += [*_listed(tuple(variants), say.gettext("word.or")), Span(")")]
    theirs = tuple(name for name in label.names[other] if name not in label.names[turn.language])
    if theirs:
        spans.append(Span(" · " + say.gettext("guide.in-other-language") + " "))
        spans += _listed(theirs, say.gettext("word.or"))
    return tuple(spans)


def _listed(names: tuple[str, ...], conjunction: str) -> list[Span]:
    spans: list[Span] = []
    for index, name in enumerate(names):
        if index:
            spans.append(Span(f" {conjunction} " if index == len(names) - 1 else ", "))
        spans.append(Span(name, Style.CODE))
    return spans


def _end(turn: Turn, guide: Guide, place: Place) -> Message:
    say = turn.words
    text = paragraphs(
        (Span(guide.title[turn.language], Style.BOLD), Span("\n" + say.gettext("guide.done"))),
        guide.keep[turn.language],
        _checked(turn, guide),
    )
    rows: list[tuple[Button, ...]] = [(topic_button(turn, topic_id),) for topic_id in guide.next[:3]]
    rows.append((Press(say.gettext("button.remind"), actions.action(actions.REMIND, "ask")),))
    rows.append((Press(say.gettext("button.back"), actions.at(replace(place, done=False))),))
    return Message(text=text, keyboard=tuple(rows), replace=turn.replace)
