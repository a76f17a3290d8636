"""What people type must come out as the words they meant; ñ must stay ñ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.language import detect
from bot.understanding.normalise import NUMBER, YOUNG, fold, key, spell_out, tokens, unleet


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("HOLAAAA!!!", "hola"),
        ("¿Cómo me opongo?", "como me opongo"),
        ("don't", "dont"),
        ("they're", "they re"),
        ("f@cebook", "facebook"),
        ("meta 🙄🙄 ai", "meta ai"),
        ("Ｍｅｔａ", "meta"),
        ("see https://example.org/x?y=1 now", "see now"),
    ],
)
def test_the_same_words_in_other_clothes(typed: str, meant: str) -> None:
    assert " ".join(tokens(typed)) == meant


def test_year_and_anus_are_two_words() -> None:
    assert key("¿Cuántos años?") != key("¿Cuántos anos?")
    assert key("AÑO") == key("año") == key("an\u0303o")


@pytest.mark.parametrize(
    "dated",
    ["desde el 27 de mayo de 2025 usan mis fotos", "desde el 27/05/2025 usan mis fotos", "desde el 2 usan mis fotos"],
)
def test_a_date_is_like_any_number(dated: str) -> None:
    assert key(dated) == "desde el # usan mis fotos"


@pytest.mark.parametrize("dated", ["on May 27th, 2025", "on 27 May 2025", "on 27 May"])
def test_an_english_date_is_like_any_number(dated: str) -> None:
    assert key(dated) == "on #"


def test_may_and_march_without_a_number_stay_words() -> None:
    assert key("may I object?") == "may i object"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("q hago si no m dejan", "que hago si no me dejan"),
        ("xq usan mis fotos tb", "por que usan mis fotos tambien"),
        ("can u stop it pls", "can you stop it please"),
        ("ig?", "instagram"),
        ("fb n wsp", "facebook n whatsapp"),
        ("the instgram and the facebok", "the instagram and the facebook"),
        ("my nan is in whats app", "my grandmother is in whatsapp"),
    ],
)
def test_shorthand_is_spelt_out_in_its_own_language(typed: str, meant: str) -> None:
    assert " ".join(spell_out(tokens(typed), detect(typed).language)) == meant


def test_digits_become_letters_only_where_a_known_word_comes_out() -> None:
    assert unleet("m3ta", {"meta"}) == "meta"
    assert unleet("1nstagram", {"instagram"}) == "instagram"
    assert unleet("gpt4", {"meta"}) == "gpt4"


@given(st.text())
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert key(key(text)) == key(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I am 15", ["i", "am", YOUNG]),
        ("I am 75", ["i", "am", NUMBER]),
        ("tengo 12, 14", ["tengo", YOUNG]),
        ("el 13 de mayo de 2025", ["el", NUMBER]),
        ("9" * 5000, [NUMBER]),
        ("#youngsters", ["#", "youngsters"]),
    ],
)
def test_a_childs_age_is_told_from_other_numbers(text: str, words: list[str]) -> None:
    assert tokens(text) == words
