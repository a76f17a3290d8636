"""A person is answered in the language of the message; what tells nothing must not switch it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.language import detect


@pytest.mark.parametrize(
    "text",
    ["how do i opt out", "why?", "who are you", "my kids", "is it legal", "wat is this", "my nan is 80 can she opt out",
     "q&a?  what does it do", "do they use my pics", "hi there", "thanks a lot", "stop it"],
)  # fmt: skip
def test_english(text: str) -> None:
    assert detect(text).language == "en"


@pytest.mark.parametrize(
    "text",
    ["como me opongo", "xq?", "quien eres", "mis hijos", "es legal?", "q hago si no m dejan", "y en whatsapp?", "hola",
     "muchas gracias", "ya es tarde", "me ayudas", "cuanto tarda", "no quiero q usen mis fotos"],
)  # fmt: skip
def test_spanish(text: str) -> None:
    assert detect(text).language == "es"


@pytest.mark.parametrize(
    "text", ["👍", "", "   ", "2025", "instagram", "Instagram, Facebook?", "ok", "meta ai", "27/05/2025", "..."]
)
def test_what_tells_nothing(text: str) -> None:
    assert detect(text).language == "unknown"
    assert not detect(text).sure


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ca", "no vull que facin servir les meves fotos"),
        ("gl", "non quero que usen as miñas fotos"),
        ("pt", "não quero que usem minhas fotos"),
        ("fr", "je ne veux pas que meta utilise mes photos"),
        ("it", "non voglio che usino le mie foto"),
        ("de", "ich will nicht dass meta meine fotos benutzt"),
        ("nl", "ik wil niet dat meta mijn foto's gebruikt"),
        ("pl", "nie chcę żeby meta używała moich zdjęć"),
        ("ro", "nu vreau să folosească pozele mele"),
        ("ru", "как отказаться?"),
        ("zh", "我怎么反对"),
    ],
)
def test_another_language_is_named(code: str, text: str) -> None:
    guess = detect(text)
    assert (guess.language, guess.other, guess.sure) == ("other", code, True)


@pytest.mark.parametrize("text", ["no", "si", "legal", "a ver", "me", "total"])
def test_one_word_that_both_have_never_switches(text: str) -> None:
    assert not (detect(text).language == "en" and detect(text).sure)


@given(st.text(max_size=300))
def test_any_text_has_a_guess(text: str) -> None:
    guess = detect(text)
    assert guess.language in {"en", "es", "other", "unknown"}
    assert (guess.other is not None) == (guess.language == "other")
    assert not (guess.sure and guess.language == "unknown")
