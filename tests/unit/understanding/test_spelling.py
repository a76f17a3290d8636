"""Typos must not hide a question, and a real word must never be bent into another."""

from collections import Counter

import pytest

from bot.understanding.spelling import MEND_TRUST, Speller, distance, sound

WORDS = Counter(
    {"instagram": 9, "private": 5, "messages": 6, "object": 8, "quiero": 7, "hacer": 6, "años": 3, "fotos": 9, "my": 9,
     "usan": 7, "mis": 9, "can": 9, "they": 9, "use": 9, "hey": 2, "photos": 5}
)  # fmt: skip


@pytest.fixture
def speller() -> Speller:
    return Speller.learn(WORDS, real={"banana", "abject"}.__contains__)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("instgaram", ["instagram"]),
        ("priavte", ["private"]),
        ("mesages", ["messages"]),
        ("kiero", ["quiero"]),
        ("aser", ["hacer"]),
        ("husan", ["usan"]),
        ("anos", ["años"]),
        ("heyy", ["hey"]),
        ("1nstagr4m", ["instagram"]),
        ("misfotos", ["mis", "fotos"]),
        ("cantheyusemyphotos", ["can", "they", "use", "my", "photos"]),
    ],
)
def test_typos_are_mended(speller: Speller, typed: str, meant: list[str]) -> None:
    assert [word for word, _ in speller.mend([typed])] == meant


@pytest.mark.parametrize("typed", ["banana", "abject", "xkcdzq", "zz", "42"])
def test_other_words_are_left_alone(speller: Speller, typed: str) -> None:
    assert speller.mend([typed]) == [(typed, 0.0)]


def test_a_mended_word_counts_less_than_a_known_one(speller: Speller) -> None:
    assert speller.mend(["instagram", "instagrm", "anos"]) == [
        ("instagram", 1.0),
        ("instagram", MEND_TRUST),
        ("años", 1.0),
    ]


def test_distance_counts_a_swap_as_one() -> None:
    assert distance("teh", "the", 2) == 1
    assert distance("abc", "abc", 1) == 0
    assert distance("abcdef", "uvwxyz", 2) == 3


def test_what_sounds_alike_in_spanish() -> None:
    assert sound("bideos") == sound("videos")
    assert sound("oponerce") == sound("oponerse")
    assert sound("foto") != sound("voto")
