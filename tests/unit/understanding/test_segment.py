"""No question may be lost in a long message, and none may be cut in two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.segment import questions


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Can they read my messages and what about my kids?", ["Can they read my messages", "what about my kids?"]),
        ("hola, como me opongo y cuanto tarda?", ["hola", "como me opongo", "cuanto tarda?"]),
        ("¿Usan mis mensajes?¿Y los de mi hijo?", ["¿Usan mis mensajes?", "¿Y los de mi hijo?"]),
        ("how do i object on instagram and is it free", ["how do i object on instagram", "is it free"]),
        (
            "what is meta doing with my photos can i stop it how long does it take",
            ["what is meta doing with my photos", "can i stop it", "how long does it take"],
        ),
        ("q es meta ai y como lo quito", ["q es meta ai", "como lo quito"]),
    ],
)
def test_several_questions_in_their_order(text: str, asked: list[str]) -> None:
    assert questions(text) == asked


@pytest.mark.parametrize(
    "text",
    ["no se como me opongo", "I want to know how I can object", "Do they use photos and videos?",
     "can i object even if i have no account", "dejan de usar mis datos si me opongo", "tell me what happens if i do nothing"],
)  # fmt: skip
def test_one_question_stays_whole(text: str) -> None:
    assert questions(text) == [text]


def test_the_question_in_the_last_line_of_a_long_story_is_there() -> None:
    story = "I have posted for ten years. " * 20 + "My daughter told me about it.\nIs it too late?"
    assert questions(story)[-1] == "Is it too late?"


@given(st.text(max_size=500))
def test_any_text_with_letters_has_a_clause(text: str) -> None:
    found = questions(text)
    assert bool(found) == bool(text.strip())
    assert all(part.strip() for part in found)
