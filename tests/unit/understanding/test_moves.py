"""Words that move, in people's own words: heard where something can move, and never where a question is asked."""

import pytest

from bot.dialogue.brain import Brain
from bot.knowledge.model import Move
from bot.understanding.moves import Moves
from bot.understanding.reader import Reader
from bot.understanding.reading import Navigate, Situation, Topics

GUIDING = Situation(topic="object-instagram", guiding=True)
TALKING = Situation(topic="private-messages")


@pytest.fixture(scope="module")
def moves(brain: Brain) -> Moves:
    assert isinstance(brain.reader, Reader)
    return brain.reader.moves


def meant(moves: Moves, text: str, situation: Situation) -> str | None:
    found = moves.meant(text, moves.matcher.weigh(text), situation)
    return found[0].to if found else None


@pytest.mark.parametrize(
    ("situation", "text", "move"),
    [
        (GUIDING, "grand, that one is sorted now my dear", Move.DONE),
        (GUIDING, "okey, eso ya quedó hecho señorita", Move.DONE),
        (GUIDING, "good, so tell me the following step", Move.NEXT),
        (GUIDING, "perfecto, dime cuál es el paso que viene", Move.NEXT),
        (GUIDING, "hold on, take me to the step before this one", Move.BACK),
        (GUIDING, "espera, regresa al paso de antes", Move.BACK),
        (GUIDING, "my food is ready, i am stopping for today", Move.STOP),
        (GUIDING, "me llaman al teléfono, lo dejamos para mañana", Move.STOP),
        (GUIDING, "sorry the doorbell rang, where had we stopped", Move.WHERE),
        (GUIDING, "perdona, ¿en qué paso nos habíamos quedado?", Move.WHERE),
        (TALKING, "that is far too long for me, put it in a few words", Move.SHORTER),
        (TALKING, "uf, dímelo más fácil que no soy de letras", Move.SHORTER),
        (TALKING, "and who exactly claims that", Move.SOURCES),
        (TALKING, "sorry i did not catch that, once again please", Move.AGAIN),
        (TALKING, "interesante, cuéntame algo más de eso", Move.MORE),
    ],
)
def test_people_are_heard_in_their_own_words(moves: Moves, situation: Situation, text: str, move: Move) -> None:
    assert meant(moves, text, situation) == f"move:{move}"


@pytest.mark.parametrize(
    "text",
    [
        "how do I stop them from using my photos?",
        "what happens after I send the form",
        "done with all this, how do I delete my account",
        "¿y si ya lo he enviado dos veces?",
        "¿hasta cuándo puedo oponerme?",
    ],
)
def test_a_question_is_no_move(moves: Moves, text: str) -> None:
    assert meant(moves, text, GUIDING) is None


@pytest.mark.parametrize("text", ["right, done that one love", "ya lo hice, señorita", "take me one step back"])
def test_outside_of_a_guide_no_step_is_taken(moves: Moves, text: str) -> None:
    assert meant(moves, text, TALKING) not in {"move:done", "move:back", "move:lost", "move:stop"}


def test_at_the_beginning_there_is_nothing_to_move(moves: Moves) -> None:
    assert meant(moves, "right, done that one love", Situation()) is None


def test_the_last_of_several_moves_counts(moves: Moves) -> None:
    assert meant(moves, "I missed that. Wait, no. Go back a step!", GUIDING) == "move:back"


def test_where_from_is_about_the_answer_just_given(brain: Brain) -> None:
    text = "where did you get that from"
    assert brain.reader.read(text, TALKING).meaning == Navigate(Move.SOURCES)
    assert brain.reader.read(text, Situation(topic="about-bot")).meaning == Topics(("bot-sources",))
