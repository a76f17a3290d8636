"""The rules of context: each from words and a situation to a meaning, and never from a new question."""

import pytest

from bot.dialogue.brain import Brain
from bot.knowledge.model import Move, Platform
from bot.understanding.context import Context
from bot.understanding.reading import Choose, ForCountry, Navigate, Situation, Topics


@pytest.fixture(scope="module")
def context(brain: Brain) -> Context:
    return Context.of(brain.graph)


OPTIONS = (("Private messages", "Mensajes privados"), ("WhatsApp",), ("Messenger",))


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("1", 0),
        ("the second", 1),
        ("la segunda", 1),
        ("Tercera", 2),
        ("mensajes privados", 0),
        ("whatsapp!", 1),
        ("the last one", 2),
    ],
)
def test_an_option_is_named_or_counted(context: Context, text: str, index: int) -> None:
    assert context.option(text, Situation(options=OPTIONS)) == Choose(index)


@pytest.mark.parametrize("text", ["none of these", "ninguna", "Ninguna de estas.", "neither"])
def test_none_of_the_options(context: Context, text: str) -> None:
    assert context.option(text, Situation(options=OPTIONS)) == Choose(None)


@pytest.mark.parametrize("text", ["5", "is it legal?", "uno de mis hijos", "whatsapp and messenger"])
def test_something_else_is_no_option(context: Context, text: str) -> None:
    assert context.option(text, Situation(options=OPTIONS)) is None


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("next", Move.NEXT), ("SIGUIENTE", Move.NEXT), ("back", Move.BACK), ("atrás", Move.BACK), ("listo!", Move.DONE), ("Done.", Move.DONE),
        ("I can't find it", Move.LOST), ("no lo encuentro", Move.LOST), ("stop", Move.STOP), ("parar", Move.STOP),
        ("where were we?", Move.WHERE), ("¿dónde íbamos?", Move.WHERE), ("otra vez", Move.AGAIN), ("más corto", Move.SHORTER),
        ("who says so?", Move.SOURCES), ("¿quién lo dice?", Move.SOURCES), ("sí", Move.YES), ("no", Move.NO),
    ],
)  # fmt: skip
def test_words_that_move(context: Context, text: str, move: Move) -> None:
    assert context.follow_up(text, Situation()) == Navigate(move)


@pytest.mark.parametrize(
    "text",
    [
        "what comes next after I object?",
        "can I go back to the old terms?",
        "stop meta from using my photos",
        "no tengo cuenta",
        "sí o no, es legal?",
    ],
)
def test_a_question_is_never_taken_for_a_move(context: Context, text: str) -> None:
    assert context.follow_up(text, Situation(topic="minors", guiding=True)) is None


def test_another_platform_follows_the_graph(context: Context) -> None:
    about = Situation(topic="private-messages")
    assert context.platform("and on WhatsApp?", about) == Topics(("whatsapp",))
    assert context.platform("y en insta", Situation(topic="object-facebook")) == Topics(("object-instagram",))
    assert context.platform("ig?", Situation(topic="how-to-object", platform=Platform.FACEBOOK)) == Topics(
        ("object-instagram",)
    )


@pytest.mark.parametrize(
    "text", ["does whatsapp read my chats?", "instagram photos of my kids", "whatsapp or messenger?", "hello"]
)
def test_a_question_that_names_a_platform_is_not_a_follow_up(context: Context, text: str) -> None:
    assert context.platform(text, Situation(topic="private-messages")) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("🇪🇸", "ES"), ("FR", "FR"), ("autoridad de Alemania", "DE"), ("which authority in ireland", "IE"), ("AEPD", "ES"), ("Italia", "IT"),
     ("complain in the netherlands", "NL"), ("reclamar en Portugal", "PT")],
)  # fmt: skip
def test_a_country_finds_its_authority(context: Context, text: str, code: str) -> None:
    assert context.country(text, Situation()) == ForCountry(code)


@pytest.mark.parametrize(
    "text", ["I live in Spain, does this apply to me?", "vivo en México", "🙂🙂", "no", "is it legal in germany"]
)
def test_a_country_in_a_question_is_no_call_for_its_authority(context: Context, text: str) -> None:
    assert context.country(text, Situation()) is None
