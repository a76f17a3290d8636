"""The rules of context: each from words and a situation to a meaning, and never from a new question."""

import pytest

from bot.dialogue.brain import Brain
from bot.knowledge.model import Move, Platform
from bot.understanding.context import Context
from bot.understanding.matcher import Assessment
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
    assert context.follow_up(text, Situation(options=OPTIONS)) == Choose(None)


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


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("shorter pls", Move.SHORTER), ("más corto, por favor", Move.SHORTER), ("no entiendo, más corto", Move.SHORTER),
        ("could you say that again", Move.AGAIN), ("me lo puedes repetir", None), ("Perdone, repítamelo", Move.AGAIN),
        ("muchas gracias, ¿qué hago ahora?", Move.NEXT), ("ok, and now?", Move.NEXT), ("xfa otra vez", Move.AGAIN),
    ],
)  # fmt: skip
def test_courtesies_and_openings_change_no_move(context: Context, text: str, move: Move | None) -> None:
    assert context.follow_up(text, Situation(topic="minors")) == (Navigate(move) if move else None)


@pytest.mark.parametrize(
    "text",
    ["can you stop it?", "puedes salir?", "para eso", "por eso no", "eso ya", "can you leave?", "puedes cancelar?"],
)
def test_a_question_that_holds_a_move_is_still_a_question(context: Context, text: str) -> None:
    assert context.follow_up(text, Situation(topic="minors", guiding=True)) is None


WAYS = (("direct", "Direct link (quickest)"), ("app", "App: Privacy Centre"), ("computer", "On a computer"))


@pytest.mark.parametrize(
    ("text", "index"),
    [("por el móvil", 1), ("I'd rather use the app", None), ("i prefer the app", 1), ("on my phone please", 1), ("desde el ordenador", 2),
     ("the quickest", 0), ("is the app safe", None), ("what about my photos", None)],
)  # fmt: skip
def test_a_way_is_named_in_free_words(context: Context, text: str, index: int | None) -> None:
    assert context.option(text, Situation(options=WAYS)) == (None if index is None else Choose(index))


def test_where_one_lives_names_the_authority_while_complaining(context: Context) -> None:
    assert context.country("I live in Spain", Situation(topic="complaint")) == ForCountry("ES")
    assert context.country("vivo en España", Situation(topic="complaint")) == ForCountry("ES")
    assert context.country("I live in Spain", Situation(topic="minors")) is None


def assessed(outside: float, **chances: float) -> Assessment:
    ranked = tuple((topic.replace("_", "-"), chance) for topic, chance in chances.items())
    return Assessment(ranked=ranked, outside=outside, exact=False, known=1.0, words=())


def test_a_short_message_leans_on_what_was_talked_about(context: Context) -> None:
    about = Situation(topic="what-is-meta-ai")
    asked = assessed(0.9, turn_off_meta_ai=0.05, thanks=0.01)
    assert context.near("can it go?", asked, about) == ("turn-off-meta-ai", 0.05)
    assert context.near("can it go?", asked, Situation()) is None
    assert context.near("can it go?", assessed(0.99, turn_off_meta_ai=0.009), about) is None
    assert context.near("where can I buy it", assessed(0.8, objection_letter=0.18), about) is None
    assert context.near("and where can I write", assessed(0.8, objection_letter=0.18), about) == (
        "objection-letter",
        0.18,
    )
