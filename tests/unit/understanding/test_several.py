"""Two questions get two answers, one question gets one, however much is told around it."""

import pytest

from bot.understanding.matcher import Matcher
from bot.understanding.reading import Topics
from bot.understanding.several import understand
from tests.unit.understanding.test_matcher import OUTSIDE, PAIRS


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return Matcher.fit(
        [*PAIRS, ("hello", "greeting"), ("good morning", "greeting"), ("hola", "greeting")], outside=OUTSIDE
    )


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Do they read my private messages? When did it start?", ("private-messages", "start-date")),
        ("¿Desde cuándo entrenan? ¿Y quién lee mis mensajes privados?", ("start-date", "private-messages")),
        ("leen mis mensajes privados? como me opongo? cuando empezo?", ("private-messages", "object", "start-date")),
    ],
)
def test_several_questions_are_answered_in_their_order(matcher: Matcher, text: str, topics: tuple[str, ...]) -> None:
    assert understand(text, matcher.assess(text), matcher.assess)[0] == Topics(topics)


def test_a_second_question_only_half_heard_stands_beside_the_answer(
    matcher: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Do they read my private messages? When did it start?"
    monkeypatch.setattr("bot.understanding.several.TWO", 1.1)  # as if no cut were sure enough
    meaning, _ = understand(text, matcher.assess(text), matcher.assess)
    assert isinstance(meaning, Topics)
    assert len(meaning.ids) == 1
    assert {*meaning.ids, *meaning.beside} == {"private-messages", "start-date"}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Since when do they train, I mean has it begun already?", "start-date"),
        ("quiero oponerme, como me opongo", "object"),
        ("hola, usan las fotos de mis hijos?", "minors"),
    ],
)
def test_one_question_gets_one_answer(matcher: Matcher, text: str, topic: str) -> None:
    assert understand(text, matcher.assess(text), matcher.assess)[0] == Topics((topic,))
