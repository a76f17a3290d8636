"""No question may be lost in a long message: every place where a second one may begin is proposed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.segment import MOST, Cut, clauses, cuts, introduced


@pytest.mark.parametrize(
    ("text", "left", "right"),
    [
        ("Can they read my messages and what about my kids?", "Can they read my messages", "what about my kids?"),
        ("hola, como me opongo y cuanto tarda?", "hola, como me opongo", "cuanto tarda?"),
        ("how do i object on instagram and is it free", "how do i object on instagram", "is it free"),
        ("what is meta doing with my photos can i stop it", "what is meta doing with my photos", "can i stop it"),
        ("dms, my kids photos", "dms", "my kids photos"),
        ("usan mis fotos\ny mis mensajes", "usan mis fotos", "y mis mensajes"),
    ],
)
def test_a_second_question_may_begin_here(text: str, left: str, right: str) -> None:
    assert (left, right) in [(cut.left, cut.right) for cut in cuts(text)]


@pytest.mark.parametrize("text", ["Usan mis fotos? Y las de mi hijo?", "¿Usan mis fotos?¿Y las de mi hijo?"])
def test_a_closed_question_is_marked_and_comes_first(text: str) -> None:
    first = cuts(text)[0]
    assert first.asked == (True, True)
    assert "hijo" in first.right
    assert "hijo" not in first.left


def test_what_stands_between_two_questions_is_told_apart() -> None:
    assert Cut("is it legal", "when did it start", " and ").joined
    assert not Cut("is it legal", "when did it start", ". ").joined
    assert Cut("photos", "videos?", ", ").listed
    assert not Cut("photos", "videos?", " and ").listed


@pytest.mark.parametrize("text", ["Do they use photos?", "hola", "😀 ¿? 12 - 13", ""])
def test_there_is_nothing_to_cut(text: str) -> None:
    assert cuts(text) == []


def test_the_question_in_the_last_line_of_a_long_story_is_there() -> None:
    story = "I have posted for ten years. " * 20 + "My daughter told me about it.\nIs it too late?"
    assert clauses(story)[-1] == "Is it too late?"


@pytest.mark.parametrize(
    "text",
    [
        "What's meta ai and how do I object",
        "I'm told it's bad, is it legal",
        "Straße 7: it’s mine, is it free",
        "¡Jooooo! y como me opongo",
    ],
)
def test_a_cut_is_where_the_words_part_whatever_was_folded_away(text: str) -> None:
    for cut in cuts(text):
        assert cut.left + cut.between + cut.right == text
        assert not (cut.left[-1:].isalnum() and cut.between[:1].isalnum())
    assert cuts(text)


def test_the_last_places_are_kept_when_there_are_many() -> None:
    assert "es legal" in [cut.right for cut in cuts("hola, mira, bueno, pues nada, como me opongo y es legal")]


@pytest.mark.parametrize("text", ["I do not want this, how do I object", "no se como me opongo"])
def test_a_question_word_is_not_torn_from_its_question(text: str) -> None:
    assert not [cut for cut in cuts(text) if cut.left.endswith(("how", "como"))]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The cat is ill, but what I wanted to ask is whether they read my chats", "they read my chats"),
        ("Perdone que me enrolle. Lo que quería saber es si aún puedo oponerme", "aún puedo oponerme"),
        ("mi duda es: ¿cuánto tarda?", "¿cuánto tarda?"),
        ("I want to know", None),
        ("do they read my chats", None),
    ],
)
def test_a_question_is_found_behind_the_words_that_introduce_it(text: str, asked: str | None) -> None:
    assert introduced(text) == asked


@pytest.mark.parametrize("run", ["?" * 2000, "." * 2000, " " * 2000, "!?" * 1000, ", " * 1000])
def test_a_run_of_marks_is_read_like_any_text(run: str) -> None:
    assert len(cuts(f"is it legal{run}")) <= MOST


@given(st.text(max_size=500))
def test_any_text_can_be_cut(text: str) -> None:
    found = cuts(text)
    assert len(found) <= MOST
    assert all(any(char.isalpha() for char in part) for cut in found for part in (cut.left, cut.right))
    assert all(cut.left + cut.between + cut.right == text for cut in found)
    assert all(part.strip() and part in text for part in clauses(text))
