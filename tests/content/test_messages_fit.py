"""Everything the bot can show from its knowledge, in both languages: one message, well below Telegram's limit."""

from collections.abc import Iterator

import pytest

from bot.dialogue import actions
from bot.dialogue.brain import Brain
from bot.dialogue.state import Place, State
from bot.knowledge.model import LANGUAGES, Language
from bot.messages import Message, plain
from bot.platforms.session import Session

LIMIT = 3500


def buttons(brain: Brain) -> Iterator[str]:
    """Every button that shows knowledge: answers, details, sources, steps, ways out, ends, letters, authorities."""
    graph = brain.graph
    for topic in graph.topics:
        yield from (actions.action(kind, topic) for kind in (actions.TOPIC, actions.MORE, actions.SOURCES))
    for guide in graph.guides.values():
        yield actions.at(Place(guide=guide.id))
        for way in guide.ways:
            for step in range(len(way.steps)):
                place = Place(guide=guide.id, way=way.id, step=step)
                yield from (actions.at(place), actions.at(place, actions.LOST))
            yield actions.at(Place(guide=guide.id, way=way.id, done=True))
    for letter in graph.letters.values():
        platforms = graph.platforms if "platform" in letter.asks else {"all": None}
        reasons = graph.reasons if "reason" in letter.asks else {"none": None}
        for platform in platforms:
            yield from (actions.action(actions.LETTER, letter.id, platform, reason) for reason in reasons)
    yield from (actions.action(actions.AUTHORITY, code) for code in graph.authorities)


def shown(brain: Brain, language: Language, *, inside_a_guide: bool) -> Iterator[tuple[str, Message]]:
    guide = next(iter(brain.graph.guides.values()))
    place = Place(guide=guide.id, way=guide.ways[0].id) if inside_a_guide else None
    for button in buttons(brain):
        session = Session(brain, state=State(chosen=language, language=language, place=place))
        for message in session.press(button).messages:
            yield button, message


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_fits_with_room_to_spare(brain: Brain, language: Language) -> None:
    seen = 0
    for inside in (False, True):
        for button, message in shown(brain, language, inside_a_guide=inside):
            seen += 1
            assert len(plain(message.text)) <= LIMIT, button
            assert message.document is None or message.document.name.endswith(".txt")
    assert seen > 3 * len(brain.graph.topics)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_answer_can_be_read_on_a_phone(brain: Brain, language: Language) -> None:
    """Short answers stay short with everything the dialogue puts around them: two screens of a phone."""
    for topic in brain.graph.topics:
        (message,) = Session(brain, state=State(chosen=language)).press(actions.action(actions.TOPIC, topic)).messages
        assert len(plain(message.text)) <= 900, topic
        assert len(message.keyboard) <= 6, f"{topic} has too many rows of buttons"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_answer_ends_without_a_way_on(brain: Brain, language: Language) -> None:
    for button, message in shown(brain, language, inside_a_guide=False):
        if button.startswith((actions.TOPIC + ":", actions.GUIDE + ":", actions.LOST + ":")):
            assert message.buttons, f"{button} is a dead end"
