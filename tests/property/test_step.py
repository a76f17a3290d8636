"""Invariants of the engine: any state x any event gives a legal state, and always an answer to the person."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue import actions
from bot.dialogue.brain import Brain
from bot.dialogue.effects import Erase, ShowStored
from bot.dialogue.state import Draft, Place, State
from bot.dialogue.step import step
from bot.events import Attached, Commanded, Left, Medium, Pressed, Returned, Wrote
from bot.messages import Press

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORDS = st.sampled_from(
    "next siguiente back atrás done listo stop parar sí no why porque 1 segundo ig whatsapp more fuente hola gracias España 🇫🇷 "
    "where were we|no lo encuentro|none of these|are my dms read|cómo me opongo en instagram|lorem ipsum|és massa tard?".replace(
        "|", " | "
    ).split(" ")
)
TEXTS = st.one_of(
    WORDS,
    st.text(max_size=60),
    st.lists(WORDS, max_size=8).map(" ".join),
    st.sampled_from(
        ["how do I object on instagram?", "y en facebook?", "no lo encuentro", "what if they refuse?", "👍", ""]
    ),
)
CODES = st.one_of(
    st.none(), st.sampled_from(["en", "es", "es-419", "pt-br", "zh-hans", "", "x-", "en_US"]), st.text(max_size=8)
)


@st.composite
def states(draw: st.DrawFn, brain: Brain) -> State:
    """States that exist, that used to exist, and that never did."""
    ids = [*brain.graph.topics, "gone-topic", ""]
    guides = [*brain.graph.guides, "gone-guide"]
    ways = [None, "link", "app", "gone-way", *(way.id for guide in brain.graph.guides.values() for way in guide.ways)]
    place = st.builds(
        Place,
        guide=st.sampled_from(guides),
        way=st.sampled_from(ways),
        step=st.integers(-3, 40),
        done=st.booleans(),
        left=st.booleans(),
    )
    draft = st.builds(
        Draft,
        letter=st.sampled_from([*brain.graph.letters, "gone"]),
        platform=st.sampled_from([None, *brain.graph.platforms, "gone"]),
        reason=st.none(),
    )
    return State(
        language=draw(st.sampled_from([None, "en", "es"])),
        chosen=draw(st.sampled_from([None, None, "en", "es"])),
        topic=draw(st.sampled_from([None, *ids])),
        platform=draw(st.sampled_from([None, "instagram", "whatsapp", "myspace"])),
        options=tuple(draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))),
        place=draw(st.one_of(st.none(), place)),
        draft=draw(st.one_of(st.none(), draft)),
        asked=draw(st.sampled_from([None, "forget", "remind", "letter", "guides", "how-to-object", "lost", "gone"])),
    )


@st.composite
def events(draw: st.DrawFn, brain: Brain) -> object:
    """Everything a person can do, forged buttons included."""
    common = {"at": AT, "language_code": draw(CODES), "group": draw(st.booleans())}
    everything = [
        "r", "x", "w", "none", "menu", "lang:en", "lang:xx", "forget:yes", "forget:no", "remind:ask", "remind:yes", "a:ES", "a:XX",
        "g", "g:", "g:object-instagram", "g:object-instagram:link:3", "g:object-instagram:link:999", "g:object-instagram:link:done",
        "l:object-facebook:app:1", "t:private-messages", "m:start-date", "s:thanks", "t:gone", "", ":::", "w:objection-user:all:none",
    ]  # fmt: skip
    kind = draw(st.integers(0, 5))
    if kind <= 1:
        return Wrote(text=draw(TEXTS), edited=draw(st.booleans()), **common)
    if kind == 2:
        return Pressed(action=draw(st.one_of(st.sampled_from(everything), st.text(max_size=30))), **common)
    if kind == 3:
        names = [
            "start",
            "help",
            "ask",
            "object",
            "guides",
            "letter",
            "language",
            "sources",
            "privacy",
            "mydata",
            "forget",
            "stop",
        ]
        arguments = ["", "topic_private-messages", "guide_object-instagram_es", "a", "es", "is it too late?", "x" * 64]
        name = draw(st.one_of(st.sampled_from(names), st.text(max_size=6)))
        return Commanded(name=name, argument=draw(st.sampled_from(arguments)), **common)
    if kind == 4:
        return Attached(medium=draw(st.sampled_from(Medium)), **common)
    return draw(st.sampled_from([Left(**common), Returned(**common)]))


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_any_state_and_any_event_give_a_legal_state_and_an_answer(brain: Brain, data: st.DataObject) -> None:
    state = data.draw(states(brain))
    event = data.draw(events(brain))
    result = step(brain, state, event)  # type: ignore[arg-type]
    after = result.state
    graph = brain.graph
    assert after.topic is None or after.topic in graph.topics
    assert all(option in graph.topics for option in after.options)
    assert after.draft is None or after.draft.letter in graph.letters
    if after.place is not None:
        guide = graph.guides[after.place.guide]
        way = guide.way(after.place.way)
        assert guide.choose is not None if after.place.way is None else way is not None
        assert way is None or 0 <= after.place.step < len(way.steps)
    assert State.from_json(after.to_json()) == after
    answered = any(message.due is None for message in result.messages)
    assert (
        answered or any(isinstance(each, ShowStored) for each in result.effects) or isinstance(event, Left | Returned)
    )
    assert all(topic in graph.topics for topic in result.topics)


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_every_button_shown_leads_somewhere(brain: Brain, data: st.DataObject) -> None:
    first = step(brain, data.draw(states(brain)), data.draw(events(brain)))  # type: ignore[arg-type]
    for message in first.messages:
        for button in message.buttons:
            if isinstance(button, Press):
                again = step(brain, first.state, Pressed(at=AT, action=button.action))
                words = brain.words[again.language].gettext("notice.stale")
                said = [span.text for each in again.messages for span in each.text]
                assert words not in said, f"{button} is refused by the bot that showed it"


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_two_quick_taps_on_one_button_lead_to_the_same_place(brain: Brain, data: st.DataObject) -> None:
    guide = brain.graph.guides[data.draw(st.sampled_from(list(brain.graph.guides)))]
    way = data.draw(st.sampled_from(guide.ways))
    place = Place(guide=guide.id, way=way.id, step=data.draw(st.integers(0, len(way.steps) - 1)))
    press = Pressed(at=AT, action=actions.at(place))
    once = step(brain, State(language="en"), press)
    assert step(brain, once.state, press).state == once.state


def test_forgetting_leaves_nothing(brain: Brain) -> None:
    state = State(
        language="es", topic="minors", place=Place(guide="object-instagram", way="link", step=2), asked="forget"
    )
    result = step(brain, state, Pressed(at=AT, action="forget:yes"))
    assert result.state == State()
    assert Erase() in result.effects


@pytest.mark.parametrize(
    "text", [None, "", "[]", "{", '{"place": 3}', '{"place":{"guide":"a","step":"x"}}', '{"options":[1]}', "null"]
)
def test_an_unreadable_state_becomes_a_fresh_start(text: str | None) -> None:
    assert State.from_json(text) == State()
